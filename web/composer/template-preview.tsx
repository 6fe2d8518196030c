import { Trans } from '@lingui/react/macro'
import { isDark, usePreferences } from '../kit/preferences.ts'
import type { Shown } from '../templates/model/shown.ts'
import { TemplateBubble } from '../templates/preview/bubble.tsx'
import '../templates/preview/phone.css'

type Props = { readonly shown: Shown; readonly card: number; readonly to: string }

/** The template on the customer's telephone, changing with every key. */
export function TemplatePreview({ shown, card, to }: Props) {
  const { theme } = usePreferences()
  return (
    <figure
      className="sticky -top-2 z-10 w-64 shrink-0 self-start bg-surface @max-[36rem]:order-first @max-[36rem]:w-full"
      aria-live="off"
    >
      <div
        data-theme-of-phone={isDark(theme) ? 'dark' : 'light'}
        data-device="iphone"
        className="phone phone-ground max-h-80 overflow-y-auto rounded-xl border border-border p-3 @max-[36rem]:max-h-44"
      >
        <TemplateBubble shown={shown} card={card} />
      </div>
      <figcaption className="pt-1.5 text-center text-2xs text-text-3">
        <Trans>Así lo verá {to}</Trans>
      </figcaption>
    </figure>
  )
}
