import { Trans } from '@lingui/react/macro'
import { FileClock } from 'lucide-react'
import type { Message } from '#core/message/message.ts'
import { cx } from '../kit/cx.ts'
import { Meta } from './meta.tsx'

/** Some file of the app's history: the newest come a while later, older ones stay on the telephone. */
export function Placeholder({ message }: { readonly message: Message }) {
  const tone = message.direction === 'out' ? 'text-bubble-out-meta' : 'text-bubble-in-meta'
  return (
    <div className="flex items-start gap-2 px-2.5 py-1.5">
      <FileClock size={18} strokeWidth={1.75} className={cx('mt-0.5 shrink-0', tone)} aria-hidden />
      <div className="min-w-0">
        <p>
          <Trans>Un archivo que sigue en el teléfono</Trans>
        </p>
        <p className={cx('flex items-end justify-between gap-3 text-xs text-pretty', tone)}>
          <Trans>WhatsApp trae solo los de las últimas dos semanas</Trans>
          <Meta message={message} />
        </p>
      </div>
    </div>
  )
}
