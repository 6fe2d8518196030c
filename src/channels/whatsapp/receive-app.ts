import { type AppContact, PORTION } from '#core/app-sync/portion.ts'
import type { InboundBody } from '#core/loop/command.ts'
import { instantOf, type Json, listOf, objectOf, stringOf, textOf } from './json.ts'

/** What a change of the app's own data holds, a portion to a command, and what of it nobody can understand. */
export type AppData = {
  readonly bodies: readonly InboundBody[]
  readonly odd: readonly { readonly reason: string; readonly raw: unknown }[]
}

/** Cuts a list into portions; never an empty one. */
export function portionsOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const portions: (readonly Item[])[] = []
  for (let first = 0; first < items.length; first += PORTION) portions.push(items.slice(first, first + PORTION))
  return portions
}

/** A change of `smb_app_state_sync` (cloud-api §2.5): entries of the app's address book, thousands at once at the start. */
export function readAppContacts(value: Json): AppData {
  const contacts: AppContact[] = []
  const odd: AppData['odd'][number][] = []
  for (const raw of listOf(value['state_sync'])) {
    const contact = readAppContact(objectOf(raw))
    if (typeof contact === 'string') odd.push({ reason: contact, raw })
    else contacts.push(contact)
  }
  return { bodies: portionsOf(contacts).map((some) => ({ kind: 'receive-app-contacts', contacts: some })), odd }
}

function readAppContact(item: Json | null): AppContact | string {
  const contact = objectOf(item?.['contact'])
  const phone = textOf(contact?.['phone_number'])?.replace(/\D/g, '')
  if (item === null || !phone) return 'An entry of the address book without a number'
  const at = instantOf(objectOf(item['metadata'])?.['timestamp'])
  if (at === null) return 'An entry of the address book without a time'
  if (item['action'] === 'remove') return { phone, name: null, at }
  const name = stringOf(contact?.['full_name'])?.trim() || stringOf(contact?.['first_name'])?.trim()
  return { phone, name: name || null, at }
}
