import { useLingui } from '@lingui/react/macro'
import { type Contact, displayName } from '#core/contact/contact.ts'

/** What to call somebody on the screen; of who was erased, that they were. */
export function useName(): (contact: Contact | undefined) => string {
  const { t } = useLingui()
  return (contact) =>
    contact === undefined ? '…' : contact.erasedAt === undefined ? displayName(contact) : t`Persona borrada`
}
