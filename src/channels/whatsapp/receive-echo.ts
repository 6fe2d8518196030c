import type { Sender } from '#core/contact/contact.ts'
import type { InboundBody } from '#core/loop/command.ts'
import { readContent } from './content.ts'
import { instantOf, type Json, objectOf, textOf } from './json.ts'
import { senderOf } from './sender.ts'

type By = Extract<InboundBody, { kind: 'receive-echo' }>['by']

/**
 * One item of `message_echoes` (cloud-api §2.5): what was written elsewhere in our name. The assistant's lie in `message`
 * beside their id; those of the app are flat.
 */
export const readEcho =
  (by: By) =>
  (item: Json, contacts: readonly Sender[], alone: boolean): InboundBody | string => {
    const wireId = textOf(item['id'])
    if (wireId === null) return 'An echo without an id'
    const message = { ...objectOf(item['message']), ...item }
    const sentAt = instantOf(message['timestamp'])
    if (sentAt === null) return 'An echo without a timestamp between 2009 and 2100'
    const recipient = senderOf({ from: message['to'], from_user_id: message['to_user_id'] }, contacts, alone)
    if (recipient === null) return 'An echo that names nobody as its recipient'
    const { content, wireMedia } = readContent(message)
    const replyToWireId = textOf(objectOf(message['context'])?.['id'])
    return { kind: 'receive-echo', wireId, recipient, sentAt, content, wireMedia, replyToWireId, by }
  }
