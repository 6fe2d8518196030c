import type { Instant } from '#base/time.ts'
import type { Sender } from '../contact/contact.ts'
import type { GroupEvent } from './group.ts'

/** The channel tells of a group. Its news have no id of their own: `wireId` is made of what makes them countable once. */
export type ReceiveGroup = {
  readonly kind: 'receive-group'
  readonly wireId: string
  readonly group: string
  readonly sentAt: Instant
  readonly event: GroupEvent
  readonly who: readonly Sender[]
  readonly subject: string | null
  readonly description: string | null
}
