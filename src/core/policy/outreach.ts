import { days, type Instant, plus } from '#base/time.ts'
import type { LineId, MessageId } from '../account/account.ts'
import type { Moment } from './rule.ts'

/** A message we began with: to somebody who was not waiting for it, outside of any window. Counted when it is claimed. */
export type Outreach = Moment & {
  readonly messageId: MessageId
  /** From which number; absent: of before this was kept, it counts for all. */
  readonly lineId?: LineId
}

/** A company can ask for at most so many contacts in seven days; more than these need not be remembered. */
export const MOST_OUTREACH = 20
/** Further back than any rule looks, so that clocks may differ. */
const FORGOTTEN = days(-8)

/** With one more, oldest first. Of a message begun again only the last time counts. */
export function outreachAfter(known: readonly Outreach[], next: Outreach): readonly Outreach[] {
  const oldest: Instant = plus(next.at, FORGOTTEN)
  return [...outreachWithout(known, next.messageId).filter(({ at }) => at > oldest), next].slice(-MOST_OUTREACH)
}

/** It surely never left. The same list when it was not on it. */
export function outreachWithout(known: readonly Outreach[], messageId: MessageId): readonly Outreach[] {
  return known.some((one) => one.messageId === messageId) ? known.filter((one) => one.messageId !== messageId) : known
}
