import { useEffect, useState } from 'react'
import { fromContactView } from '#contract/convert-contact.ts'
import type { AccountId, ContactId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import { call } from '../../api/api.ts'
import { useMe } from '../../session/session.ts'

/** Another contact by their id; null while they are read, and when they are not there or were erased. */
export function useOther(contactId: ContactId): Contact | null {
  const me = useMe()
  const accountId = me.account.id as AccountId
  const [other, setOther] = useState<Contact | null>(null)
  useEffect(() => {
    let isCurrent = true
    setOther(null)
    void call('getContact', { params: { id: contactId } }).then((found) => {
      if (isCurrent && found.ok && found.value.erasedAt === null) setOther(fromContactView(found.value, accountId))
    })
    return () => {
      isCurrent = false
    }
  }, [contactId, accountId])
  return other
}
