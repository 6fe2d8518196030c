import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarClock } from 'lucide-react'
import type { OutboundMessage } from '#core/message/message.ts'
import type { Verdict } from '#core/policy/may-send.ts'
import { deferralWords } from '#core/policy/words.ts'
import { languageOf } from '#base/language.ts'
import { CancelButton } from './cancel.tsx'
import { Note } from './note.tsx'

type Props = {
  readonly message: OutboundMessage
  readonly right: Extract<Verdict, { readonly kind: 'deferred' }>
}

/** Under a message that waits until it may leave: when that is, in the agent's time, and why. */
export default function HeldNote({ message, right }: Props) {
  const { i18n } = useLingui()
  return (
    <Note icon={<CalendarClock size={15} aria-hidden />} tone="warn">
      <p className="font-semibold">
        <Trans>Retenido hasta que se permita</Trans>
      </p>
      <p className="text-text" data-testid="held-note">
        {deferralWords(right, undefined, languageOf(i18n.locale))}
      </p>
      <span className="mt-1.5 flex empty:hidden">
        <CancelButton message={message} />
      </span>
    </Note>
  )
}
