import type { Instant } from '#base/time.ts'
import type { Sender } from '#core/contact/contact.ts'
import type { InboundBody } from '#core/loop/command.ts'
import type { Circumstances, Referral } from '#core/message/content.ts'
import { readContent } from './content.ts'
import { instantOf, type Json, objectOf, stringOf, textOf } from './json.ts'
import { keyOf, phoneOf, senderOf, userIdOf } from './sender.ts'

/** One item of `messages` (cloud-api §2.3), or why it cannot be placed: without id, time or sender there is no place. */
export function readMessage(message: Json, contacts: readonly Sender[], alone: boolean): InboundBody | string {
  const wireId = textOf(message['id'])
  if (wireId === null) return 'A message without an id'
  const sentAt = instantOf(message['timestamp'])
  if (sentAt === null) return 'A message without a timestamp between 2009 and 2100'
  const moved = message['type'] === 'system' ? readMove(message, wireId, sentAt) : null
  if (moved !== null) return moved
  const sender = senderOf(message, contacts, alone) ?? customerOf(message)
  if (sender === null) return 'A message that names nobody as its sender'
  const { content, wireMedia } = readContent(message)
  const changed = message['type'] === 'system' ? readIdentityChange(message) : null
  const context = objectOf(message['context'])
  return {
    kind: 'receive-message',
    wireId,
    sender: changed === null ? sender : { ...sender, ...changed },
    sentAt,
    content,
    wireMedia,
    replyToWireId: textOf(context?.['id']),
    forwarded: context?.['forwarded'] === true || context?.['frequently_forwarded'] === true,
    referral: readReferral(objectOf(message['referral'])),
    ...readCircumstances(message, context),
    ...(changed !== null && { identityChanged: true }),
  }
}

/** Built only where there is something of the sort: most messages come without. */
function readCircumstances(message: Json, context: Json | null): { circumstances?: Circumstances } {
  const group = textOf(message['group_id'])
  const forwardedOften = context?.['frequently_forwarded'] === true
  const referred = objectOf(context?.['referred_product'])
  const productId = textOf(referred?.['product_retailer_id'])
  if (group === null && !forwardedOften && productId === null) return {}
  return {
    circumstances: {
      ...(group !== null && { group }),
      ...(forwardedOften && { forwardedOften }),
      ...(productId !== null && { product: { catalogId: textOf(referred?.['catalog_id']), productId } }),
    },
  }
}

/**
 * A person moved to another number or id (cloud-api §1.12): `from` is the old number, `wa_id` and `user_id` are new.
 * Null: a system message of another kind, or one that does not say both from where and whereto.
 */
function readMove(message: Json, wireId: string, sentAt: Instant): InboundBody | null {
  const system = objectOf(message['system'])
  const change = textOf(system?.['type'])
  if (system === null || (change !== 'user_changed_number' && change !== 'user_changed_user_id')) return null
  const after = {
    userId: userIdOf(system['user_id'], system['wa_id']),
    // `new_wa_id` until Graph v12 [K].
    phone: phoneOf(system['wa_id']) ?? phoneOf(system['new_wa_id']),
    name: null,
    username: null,
  }
  const sentBy = userIdOf(message['from_user_id'], message['from'])
  const before = {
    userId: textOf(system['previous_user_id']) ?? (sentBy === after.userId ? null : sentBy),
    phone: phoneOf(message['from']) ?? phoneOf(system['customer']),
    name: null,
    username: null,
  }
  if ((before.userId ?? before.phone) === null || (after.userId ?? after.phone) === null) return null
  return { kind: 'change-identity', wireId, sentAt, before, after, change, text: stringOf(system['body']) ?? '' }
}

/**
 * The security code of a customer changed: another may hold the number (cloud-api §2.3). `system.identity` is the new
 * hash; whether it always comes is not documented. Null: a system message of another kind.
 */
function readIdentityChange(message: Json): Pick<Sender, 'identityKey'> | null {
  const system = objectOf(message['system'])
  return system?.['type'] === 'customer_identity_changed' ? keyOf(system['identity']) : null
}

/** System messages may name the person only inside. */
function customerOf(message: Json): Sender | null {
  const system = objectOf(message['system'])
  const userId = userIdOf(system?.['previous_user_id'], system?.['customer']) ?? textOf(system?.['user_id'])
  const phone = phoneOf(system?.['customer']) ?? phoneOf(system?.['wa_id'])
  return userId === null && phone === null ? null : { userId, phone, name: null, username: null }
}

function readReferral(referral: Json | null): Referral | null {
  if (referral === null) return null
  return {
    sourceType: textOf(referral['source_type']) ?? 'unknown',
    sourceId: textOf(referral['source_id']),
    sourceUrl: textOf(referral['source_url']),
    headline: textOf(referral['headline']),
    body: textOf(referral['body']),
    imageUrl: textOf(referral['image_url']) ?? textOf(referral['thumbnail_url']),
    videoUrl: textOf(referral['video_url']),
    greeting: textOf(objectOf(referral['welcome_message'])?.['text']),
    clickId: textOf(referral['ctwa_clid']),
  }
}
