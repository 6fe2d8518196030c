import { Trans } from '@lingui/react/macro'
import { isDark, usePreferences } from '../kit/preferences.ts'
import type { Shown } from '../templates/model/shown.ts'
import { TemplateBubble } from '../templates/preview/bubble.tsx'
import '../templates/preview/phone.css'

type Props = { readonly shown: Shown; readonly to: string }

/** The template on the customer's telephone, changing with every key. */
export function TemplatePreview({ shown, to }: Props) {
  const { theme } = usePreferences()
  return (
    <figure className="w-64 shrink-0 max-[1100px]:order-first max-[1100px]:w-full" aria-live="off">
      <div
        data-theme-of-phone={isDark(theme) ? 'dark' : 'light'}
        data-device="iphone"
        className="phone phone-ground max-h-72 overflow-y-auto rounded-xl border border-border p-3 max-[1100px]:max-h-44"
      >
        <TemplateBubble shown={shown} />
      </div>
      <figcaption className="pt-1.5 text-center text-2xs text-text-3">
        <Trans>Así lo verá {to}</Trans>
      </figcaption>
    </figure>
  )
}
