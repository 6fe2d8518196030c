import { Trans } from '@lingui/react/macro'
import { Phone, PhoneOff } from 'lucide-react'
import type { Content } from '#core/message/content.ts'
import type { Message } from '#core/message/message.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { cx } from '../kit/cx.ts'
import { Meta } from './meta.tsx'

type Props = { readonly message: Message; readonly content: Extract<Content, { kind: 'call-answer' }> }

/** Whether we may call this person, and until when. */
export default function CallAnswer({ message, content: { allowed, until, automatic } }: Props) {
  const Icon = allowed ? Phone : PhoneOff
  return (
    <div className="px-2.25 py-1.5">
      <p className="font-medium">
        <Icon
          size={14}
          className={cx('mr-1.5 inline -translate-y-px', allowed ? 'text-success' : 'text-danger')}
          aria-hidden
        />
        {allowed ? <Trans>Permite que le llamemos</Trans> : <Trans>No permite que le llamemos</Trans>}
      </p>
      <p className="text-sm text-text-2">
        {allowed && until !== null && <Trans>Hasta {shortDateTime(until, formatLocale())}</Trans>}
        {allowed && until === null && <Trans>Sin límite de tiempo</Trans>}
        {automatic && (
          <>
            {' '}
            <Trans>(respuesta automática de WhatsApp)</Trans>
          </>
        )}
        <Meta message={message} float />
      </p>
    </div>
  )
}
