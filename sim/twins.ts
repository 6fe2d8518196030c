import { isDeepStrictEqual } from 'node:util'
import type { World } from '#core/loop/world.ts'
import type { Changes, Committed, Ledger, Loaded } from '#store/ledger.ts'

/**
 * A ledger whose loads and commits are done by another one, too, which must load the same and decide the same. What the
 * first one refuses because of the reader's lease the second one never hears of: it keeps rows only.
 */
export function twins(first: Ledger, second: Ledger, differ: (what: string) => void): Ledger {
  const others = new WeakMap<Loaded, Loaded>()

  async function load(needs: Parameters<Ledger['load']>[0]): Promise<Loaded> {
    const [loaded, other] = [await first.load(needs), await second.load(needs)]
    others.set(loaded, other)
    loaded.worlds.forEach((world, index) => {
      for (const name of COMPARED) {
        const [own, theirs] = [world[name], other.worlds[index]?.[name]]
        if (!isDeepStrictEqual(own, theirs)) differ(`${name} of ${world.accountId}: ${told(own)} and ${told(theirs)}`)
      }
    })
    return loaded
  }

  async function commit(changes: Changes): Promise<Committed> {
    const other = others.get(changes.loaded)
    const committed = await first.commit(changes)
    if (committed.kind === 'fenced' || !other) return committed
    const loaded = { ...other, worlds: changes.loaded.worlds }
    const rowsOnly = { ...changes, loaded, position: null, effects: [], finished: [], setAside: [] }
    const theirs = await second.commit(rowsOnly)
    if (theirs.kind !== committed.kind) differ(`a commit is ${told(committed)} and ${told(theirs)}`)
    else if (committed.kind === 'committed' && theirs.kind === 'committed') {
      if (!isDeepStrictEqual(committed.facts, theirs.facts)) differ('the facts of a commit')
    }
    return committed
  }

  return { ...first, load, commit }
}

/** All that is loaded but templates, which no commit changes. */
const COMPARED = [
  'contacts',
  'contactByAddress',
  'contactByPastAddress',
  'conversations',
  'conversationByContact',
  'messages',
  'messageByWireId',
  'messageByClientKey',
  'parked',
] as const satisfies readonly (keyof World)[]

const told = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (part instanceof Map ? Object.fromEntries(part) : part)).slice(0, 600)
