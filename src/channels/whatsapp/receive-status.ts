import { isUuid } from '#base/ids.ts'
import type { MessageId } from '#core/account/account.ts'
import type { Sender } from '#core/contact/contact.ts'
import type { InboundBody } from '#core/loop/command.ts'
import type { Pricing, ReportedStatus } from '#core/message/status.ts'
import { readProblem } from './errors.ts'
import { readPayment } from './receive-report.ts'
import { instantOf, type Json, objectOf, textOf } from './json.ts'
import { phoneOf, userIdOf } from './sender.ts'

const REPORTED: ReadonlySet<string> = new Set<ReportedStatus>(['sent', 'delivered', 'read', 'played', 'failed'])
const isReported = (status: string): status is ReportedStatus => REPORTED.has(status)

/**
 * One item of `statuses` (cloud-api §2.4), or why it cannot be placed. A state we do not act on (`deleted`, `warning`)
 * becomes a notice.
 */
export function readStatus(status: Json, contacts: readonly Sender[], alone: boolean): InboundBody | string {
  if (status['type'] === 'payment') return readPayment(status, contacts, alone)
  const state = textOf(status['status'])
  if (state === null) return 'A status that says no state'
  if (!isReported(state)) {
    return { kind: 'receive-notice', field: 'messages.statuses', value: status, notice: null, toldAt: null }
  }
  const wireId = textOf(status['id'])
  if (wireId === null) return 'A status without the id of a message'
  const statusAt = instantOf(status['timestamp'])
  if (statusAt === null) return 'A status without a timestamp between 2009 and 2100'
  return {
    kind: 'receive-status',
    wireId,
    status: state,
    statusAt,
    messageId: messageIdOf(status['biz_opaque_callback_data']),
    problem: readProblem(status['errors']),
    pricing: readPricing(objectOf(status['pricing'])),
    recipient: recipientOf(status, contacts, alone),
    ...(status['recipient_type'] === 'group' && { isInGroup: true }),
  }
}

/** What we send along is our message id; anything else came from another sender on the same number. */
const messageIdOf = (callbackData: unknown): MessageId | null =>
  typeof callbackData === 'string' && isUuid(callbackData) ? (callbackData as MessageId) : null

function readPricing(pricing: Json | null): Pricing | null {
  const category = textOf(pricing?.['category'])
  if (pricing === null || category === null) return null
  return {
    category,
    type: textOf(pricing['type']) ?? 'unknown',
    model: textOf(pricing['pricing_model']) ?? 'unknown',
  }
}

/** In a group `recipient_id` is the group, and the person is the participant. */
function recipientOf(status: Json, contacts: readonly Sender[], alone: boolean) {
  const place = status['recipient_type'] === 'group' ? status['recipient_participant_id'] : status['recipient_id']
  const userId = userIdOf(status['recipient_user_id'], place)
  const phone = phoneOf(place)
  if (userId !== null && phone !== null) return { userId, phone }
  const same = contacts.find(
    (each) =>
      (userId !== null && each.userId === userId) ||
      (phone !== null && each.phone === phone) ||
      (alone && contacts.length === 1 && userId === null && phone === null),
  )
  return { userId: userId ?? same?.userId ?? null, phone: phone ?? same?.phone ?? null }
}
