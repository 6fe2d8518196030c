import { type Duration, type Instant, plus } from '#base/time.ts'
import type { AccountId, ContactId, LineId } from '../account/account.ts'
import type { NewFact } from '../loop/fact.ts'
import type { World } from '../loop/world.ts'
import { mostReached } from './line-rights.ts'
import { REACH_WINDOW, type Rights } from './rights.ts'

/** What a commit must hold to: with these people, no more than `most` are begun with since `since`, by whatever process. */
export type ReachLimit = {
  readonly accountId: AccountId
  readonly most: number
  readonly since: Instant
  readonly people: readonly ContactId[]
  /** Only those begun with on these lines count; null: on every line. */
  readonly lines: readonly LineId[] | null
}

/** So many people may other processes have begun with that this one has not heard of: ten seconds of 500 messages. */
const UNHEARD = 5_000

/** The limits to hold to when these facts are stored, one for each portfolio that begins with somebody and is near its own. */
export function reachLimits(
  world: World,
  facts: readonly NewFact[],
  rights: Rights,
  now: Instant,
): readonly ReachLimit[] {
  if (world.reached.size === 0) return []
  const begun = facts.flatMap((fact) => {
    if (fact.kind !== 'outreach-counted' || fact.accountId !== world.accountId) return []
    const { lineId } = fact.outreach
    return lineId === undefined ? [] : [{ contactId: fact.contactId, lineId, lines: rights.sharing(lineId) }]
  })
  return [...Map.groupBy(begun, ({ lines }) => lines?.join() ?? '').values()].flatMap((own) => {
    const [first] = own
    const told = own.flatMap(({ lineId }) => mostReached(rights.standing(lineId), now) ?? [])
    const most = Math.min(...told)
    const people = [...new Set(own.map(({ contactId }) => contactId))]
    if (first === undefined || rights.reached(first.lineId, now) + people.length + UNHEARD < most) return []
    return [
      { accountId: world.accountId, most, since: plus(now, -REACH_WINDOW as Duration), people, lines: first.lines },
    ]
  })
}
