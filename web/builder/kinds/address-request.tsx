import { useLingui } from '@lingui/react/macro'
import { ADDRESS_COUNTRIES } from '#core/message/check/limits.ts'
import { formatLocale } from '../../i18n/i18n.ts'
import { BodyPart } from '../parts/body-part.tsx'
import { ChoicePart } from '../parts/choice-part.tsx'
import { FooterPart } from '../parts/footer-part.tsx'
import { HeaderPart } from '../parts/header-part.tsx'
import type { KindProps } from './kind.ts'

export function AddressRequestKind({ content, onChange }: KindProps<'address-request'>) {
  const { t } = useLingui()
  const names = new Intl.DisplayNames([formatLocale()], { type: 'region' })
  return (
    <>
      <BodyPart value={content.body} onChange={(body) => onChange({ ...content, body })} />
      <ChoicePart
        label={t`País de la dirección`}
        value={content.country}
        choices={ADDRESS_COUNTRIES.map((country) => ({ value: country, name: names.of(country) ?? country }))}
        onChange={(country) => onChange({ ...content, country })}
      />
      <HeaderPart value={content.header} onChange={(header) => onChange({ ...content, header })} />
      <FooterPart value={content.footer} onChange={(footer) => onChange({ ...content, footer })} />
    </>
  )
}
