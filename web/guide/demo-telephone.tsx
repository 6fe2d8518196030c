import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { isDark, usePreferences } from '../kit/preferences.ts'
import { useMe } from '../session/session.ts'
import { type GuideStep, useGuide } from './use-guide.ts'

/**
 * In the demonstration: the telephone of the line, where codes arrive, and for the proof a customer's phone. Nothing
 * elsewhere.
 */
export function DemoTelephone({ step }: { readonly step: GuideStep }) {
  const { t, i18n } = useLingui()
  const me = useMe()
  const guide = useGuide((held) => held.guide)
  const dark = isDark(usePreferences((state) => state.theme))
  const [phone] = useState('lucia')
  const emulator = me.demo?.emulatorUrl.replace(/\/$/, '')
  const number = guide?.number
  if (!emulator || !number || (step !== 'activate' && step !== 'prove')) return null
  const look = { theme: dark ? 'dark' : 'light', lang: i18n.locale }
  const address =
    step === 'activate'
      ? `${emulator}/telephone?${new URLSearchParams({ number: number.address, ...look })}`
      : `${emulator}/?${new URLSearchParams({ embed: '1', phone, number: number.phoneNumberId, ...look })}`
  if (step === 'prove' && guide.lineId === null) return null
  return (
    <aside
      aria-label={step === 'activate' ? t`Teléfono de la línea` : t`Teléfono del cliente`}
      className="flex w-88 shrink-0 flex-col border-l border-border bg-canvas max-xl:w-full max-xl:border-t max-xl:border-l-0"
    >
      <iframe
        key={address}
        data-testid={step === 'activate' ? 'line-telephone' : 'customer-phone'}
        src={address}
        title={step === 'activate' ? t`Teléfono de la línea` : t`Teléfono del cliente`}
        allow="microphone; autoplay; clipboard-write"
        className={step === 'activate' ? 'h-80 border-0 xl:h-full' : 'h-160 border-0 xl:h-full'}
      />
    </aside>
  )
}
