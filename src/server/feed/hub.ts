import type { AccountId } from '#core/account/account.ts'
import type { Fact } from '#core/loop/fact.ts'
import type { Ledger } from '#store/ledger.ts'

/** One account's facts in their order, without a gap, to whoever listens. */
export type Hub = {
  /** The newest fact everybody here has been told. Null before `ready`. */
  readonly seq: () => number | null
  /** Resolves once `seq` is known. */
  readonly ready: () => Promise<void>
  /** Facts this process committed: told at once if they follow. */
  readonly offer: (facts: readonly Fact[]) => void
  /** There is a fact with this number somewhere, or (null) there may be newer ones: read what is missing. */
  readonly hear: (seq: number | null) => void
  /** Resolves when nothing newer is known to be missing. */
  readonly settled: () => Promise<void>
}

/** Facts read, told and serialised together. */
export const FACTS_AT_ONCE = 500
/** What another process calls out may be our own commit, a moment before the loop hands it over. */
const PATIENCE_MS = 10
const RETRY_MS = 500

export function createHub(
  accountId: AccountId,
  ledger: Pick<Ledger, 'factsAfter' | 'newestSeq'>,
  tell: (facts: readonly Fact[]) => void,
): Hub {
  let seq: number | null = null
  let starting: Promise<void> | null = null
  let reading: Promise<void> | null = null
  let wanted = 0

  const take = (facts: readonly Fact[]): void => {
    for (let at = 0; at < facts.length; at += FACTS_AT_ONCE) tell(facts.slice(at, at + FACTS_AT_ONCE))
    seq = facts.at(-1)?.seq ?? seq
  }

  async function readMissing(): Promise<void> {
    await pause(PATIENCE_MS)
    while (seq !== null && wanted > seq) {
      const after: number = seq
      try {
        const facts = await ledger.factsAfter(accountId, after, FACTS_AT_ONCE)
        // Meanwhile the loop may have offered some of them.
        const missing = facts.filter((fact) => fact.seq > (seq ?? 0))
        if (facts.length === 0) wanted = seq
        else if (missing.length > 0) take(missing)
        if (wanted === Number.MAX_SAFE_INTEGER && facts.length < FACTS_AT_ONCE) wanted = seq
      } catch {
        await pause(RETRY_MS)
      }
    }
  }

  function catchUp(): void {
    reading ??= readMissing().finally(() => {
      reading = null
      if (seq !== null && wanted > seq) catchUp()
    })
  }

  return {
    seq: () => seq,
    ready: () =>
      (starting ??= ledger.newestSeq(accountId).then(
        (newest) => {
          seq = newest
          if (wanted > newest) catchUp()
        },
        (error: unknown) => {
          starting = null
          throw error
        },
      )),
    offer: (facts) => {
      const [first] = facts
      const last = facts.at(-1)
      if (!first || !last || seq === null) {
        wanted = Math.max(wanted, last?.seq ?? 0)
        return
      }
      if (last.seq <= seq) return
      if (first.seq === seq + 1) return take(facts)
      wanted = Math.max(wanted, last.seq)
      catchUp()
    },
    hear: (heard) => {
      wanted = Math.max(wanted, heard ?? Number.MAX_SAFE_INTEGER)
      if (seq !== null && wanted > seq) catchUp()
    },
    settled: async () => {
      while (reading) await reading
    },
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
