import { useLingui } from '@lingui/react/macro'
import type { Instant } from '#base/time.ts'
import type { Hindrance } from '#core/message/check/hindrance.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'

/** They were asked for calls as often as Meta allows, and may be again from `until` on. */
type Asked = { readonly kind: 'asked'; readonly until: Instant }

/** Why a kind is not offered, so that nobody looks for what they did wrong. */
export function useHindranceWords(): (hindrance: Hindrance | Asked) => string {
  const { t } = useLingui()
  return (hindrance) => {
    switch (hindrance.kind) {
      case 'country': {
        const names = new Intl.DisplayNames([formatLocale()], { type: 'region' })
        const where = hindrance.countries.map((country) => names.of(country) ?? country).join(', ')
        return t`WhatsApp lo tiene solo entre números de: ${where}`
      }
      case 'asked':
        return t`Ya se le pidió; otra vez desde ${shortDateTime(hindrance.until, formatLocale())}`
      case 'given':
        return t`Ya lo tenemos`
    }
  }
}
