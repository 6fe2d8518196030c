import { Trans } from '@lingui/react/macro'
import { CornerDownRight } from 'lucide-react'
import type { ContactId } from '#core/account/account.ts'
import { addressOf, type Contact } from '#core/contact/contact.ts'
import { facing } from '#core/contact/part.ts'
import { phoneWords } from '../contact/phone.ts'
import { useMe } from '../session/session.ts'

type Props = { readonly contact: Contact; readonly of: ContactId | undefined }

/** To which of a person's numbers an answer goes: the one they wrote from last. */
export default function AnswersTo({ contact, of }: Props) {
  const me = useMe()
  const phone = addressOf(facing(contact, of), 'phone')
  if (!phone) return null
  const number = phoneWords(phone.value, me.account.country)
  return (
    <p data-testid="answers-to" className="flex items-center gap-1.5 px-4 pt-2 text-xs text-text-2 tabular">
      <CornerDownRight size={13} aria-hidden className="shrink-0" />
      <Trans>Se responde a {number}, desde donde escribió por último</Trans>
    </p>
  )
}
