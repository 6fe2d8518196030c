import { useEffect } from 'react'
import type { ContactId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import { useName } from '../contact/use-name.ts'
import { useDesk } from '../store/desk-store.ts'
import { loadContacts } from '../store/loaders.ts'

/** Fetches whoever is or was in the group and is not known to the desk yet. */
export function usePeopleOf(contact: Contact | undefined): void {
  const ids = useDesk((state) =>
    (contact?.group?.participants ?? [])
      .map(({ contactId }) => contactId)
      .filter((contactId) => !state.contacts.has(contactId))
      .join(' '),
  )
  useEffect(() => {
    if (ids !== '') void loadContacts(ids.split(' ') as ContactId[])
  }, [ids])
}

/** What somebody of a group is called; "…" until that is known. */
export function usePersonName(contactId: ContactId | undefined): string {
  const contact = useDesk((state) => (contactId === undefined ? undefined : state.contacts.get(contactId)))
  return useName()(contact)
}

/** The names of several, in their order, as one text. */
export function usePeopleNames(contactIds: readonly ContactId[]): string {
  const nameOf = useName()
  const contacts = useDesk((state) => state.contacts)
  return contactIds.map((contactId) => nameOf(contacts.get(contactId))).join(', ')
}
