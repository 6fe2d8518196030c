import type { Sender } from '#core/contact/contact.ts'
import { type Json, objectOf, objectsIn, stringOf, textOf } from './json.ts'

/** A business-scoped user id, `CC.…` or `CC.ENT.…` (cloud-api §1); a phone id is digits only. */
const USER_ID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/

/** An id that Meta gives in a place made for phones; since 2026 it may be a user id there, too. */
export const phoneOf = (value: unknown): string | null => {
  const id = textOf(value)
  return id === null || USER_ID.test(id) ? null : id
}

/** The user id, looked for in the places given, the best first; places made for phones are searched for one as well. */
export function userIdOf(value: unknown, phonePlace: unknown): string | null {
  const userId = textOf(value)
  if (userId !== null) return userId
  const id = textOf(phonePlace)
  return id !== null && USER_ID.test(id) ? id : null
}

/** The people a change speaks of: its `contacts`, in order. */
export const readContacts = (value: Json): readonly Sender[] => objectsIn(value['contacts']).map(readContact)

function readContact(contact: Json): Sender {
  const profile = objectOf(contact['profile'])
  return {
    userId: userIdOf(contact['user_id'], contact['wa_id']),
    phone: phoneOf(contact['wa_id']),
    name: stringOf(profile?.['name'])?.trim() || null,
    username: stringOf(profile?.['username'])?.trim() || null,
    ...keyOf(contact['identity_key_hash']),
  }
}

/** The hash of the device's key, which Meta tells where a number asks for it (`user_identity_change`, cloud-api §1.1). */
export const keyOf = (value: unknown): Pick<Sender, 'identityKey'> => {
  const identityKey = textOf(value)
  return identityKey === null ? {} : { identityKey }
}

/**
 * Who wrote a message: its own ids, joined with the contact of the same id. A contact that shares no id is believed only
 * when it and the message are alone in the change and do not contradict each other. Null: nobody is named.
 */
export function senderOf(message: Json, contacts: readonly Sender[], alone: boolean): Sender | null {
  const userId = userIdOf(message['from_user_id'], message['from'])
  const phone = phoneOf(message['from'])
  const contact =
    contacts.find((each) => userId !== null && each.userId === userId) ??
    contacts.find((each) => phone !== null && each.phone === phone && agrees(each.userId, userId)) ??
    contacts.find(
      (each) => alone && contacts.length === 1 && agrees(each.userId, userId) && agrees(each.phone, phone),
    ) ??
    NOBODY
  const sender = {
    userId: userId ?? contact.userId,
    phone: phone ?? contact.phone,
    name: contact.name,
    username: contact.username,
    ...(contact.identityKey !== undefined && { identityKey: contact.identityKey }),
  }
  return sender.userId === null && sender.phone === null ? null : sender
}

const agrees = (a: string | null, b: string | null): boolean => a === null || b === null || a === b
const NOBODY: Sender = { userId: null, phone: null, name: null, username: null }
