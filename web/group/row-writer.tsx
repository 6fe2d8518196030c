import { useEffect } from 'react'
import type { ContactId } from '#core/account/account.ts'
import { useName, useSpelled } from '../contact/use-name.ts'
import { useDesk } from '../store/desk-store.ts'
import { loadContacts } from '../store/loaders.ts'

/** In front of what was last said in a group: who said it, by first name. The list told it; of whom it did not, it is asked. */
export default function RowWriter({ contactId }: { readonly contactId: ContactId }) {
  const contact = useDesk((state) => state.contacts.get(contactId))
  const told = useDesk((state) => state.writers.get(contactId))
  const nameOf = useName()
  const spelled = useSpelled()
  const isUnknown = contact === undefined && told === undefined
  useEffect(() => {
    if (isUnknown) void loadContacts([contactId])
  }, [isUnknown, contactId])
  if (isUnknown) return null
  return <>{firstNameOf(contact ? nameOf(contact) : spelled(told ?? ''))}:</>
}

/** A number is not cut. */
const firstNameOf = (name: string): string => (/^\+?\d/.test(name) ? name : (name.split(' ')[0] ?? name))
