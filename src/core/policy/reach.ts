import { type Duration, type Instant, plus } from '#base/time.ts'
import type { AccountId, ContactId } from '../account/account.ts'
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
}

/** So many people may other processes have begun with that this one has not heard of: ten seconds of 500 messages. */
const UNHEARD = 5_000

/** The limit to hold to when these facts are stored; null while it is far away, or when nobody is begun with. */
export function reachLimit(world: World, facts: readonly NewFact[], rights: Rights, now: Instant): ReachLimit | null {
  if (world.reached.size === 0) return null
  const told = facts.flatMap((fact) => {
    if (fact.kind !== 'outreach-counted' || fact.accountId !== world.accountId) return []
    const conversationId = world.messages.get(fact.outreach.messageId)?.conversationId
    const conversation = conversationId && world.conversations.get(conversationId)
    const most = conversation ? mostReached(rights.standing(conversation.lineId), now) : null
    return most === null ? [] : [most]
  })
  const most = Math.min(...told)
  const people = [...world.reached]
  if (rights.reached(now) + people.length + UNHEARD < most) return null
  return { accountId: world.accountId, most, since: plus(now, -REACH_WINDOW as Duration), people }
}
