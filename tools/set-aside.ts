import { parseArgs } from 'node:util'
import { instant, toIso } from '#base/time.ts'
import type { SetAsideEntry, SetAsides } from '#store/set-asides.ts'
import { operate, WrongUse } from './operator.ts'

const USAGE = `npm run set-aside                       lists what was set aside and belongs to no one company
npm run set-aside -- --show <number>    prints an entry as it was kept
npm run set-aside -- --release <number>[,<number>…]   has the deliveries processed again, by a running server
npm run set-aside -- --dismiss <number>[,<number>…]`

const MOST_LISTED = 100

/** `npm run set-aside`: what administrators of companies do at the desk, for what belongs to the installation. */
await operate(USAGE, async ({ setAsides }) => {
  const { show, release, dismiss } = read(process.argv.slice(2))
  const by = { agentId: null, at: instant(Date.now()) }
  if (show !== undefined) {
    const raw = await setAsides.raw(null, show)
    if (raw === null) throw new Error(`There is no entry ${show} that belongs to the installation.`)
    return console.log(raw)
  }
  if (release !== undefined) return tell('released', release, await setAsides.release(null, idsIn(release), by))
  if (dismiss !== undefined) return tell('dismissed', dismiss, await setAsides.dismiss(null, idsIn(dismiss), by))
  await list(setAsides)
})

type Given = Partial<Record<'show' | 'release' | 'dismiss', string | undefined>>

function read(args: string[]): Given {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ args, options: { show: text, release: text, dismiss: text } }).values
  } catch (error) {
    throw new WrongUse((error as Error).message)
  }
}

function idsIn(given: string): string[] {
  return given.split(',').map((id) => id.trim())
}

function tell(what: string, given: string, done: readonly string[]): void {
  const left = idsIn(given).filter((id) => !done.includes(id))
  if (done.length > 0) console.log(`${what}: ${done.join(', ')}`)
  if (left.length > 0) throw new Error(`Not ${what}, for they do not wait or do not belong here: ${left.join(', ')}`)
}

async function list(setAsides: SetAsides): Promise<void> {
  const { data, next } = await setAsides.list(null, { state: 'waiting', limit: MOST_LISTED, cursor: null })
  if (data.length === 0) return console.log('Nothing waits that belongs to no one company.')
  for (const entry of data) console.log(lineOf(entry))
  if (next !== null) console.log(`… and more than ${MOST_LISTED}`)
}

function lineOf({ setAsideId, at, times, lineKey, reason }: SetAsideEntry): string {
  return [setAsideId, toIso(at), `${times}×`, lineKey ?? '–', reason].join('  ')
}
