import { useLingui } from '@lingui/react/macro'
import { LINK_LABEL_LENGTH } from '#core/message/check/limits.ts'
import { BodyPart } from '../parts/body-part.tsx'
import { FooterPart } from '../parts/footer-part.tsx'
import { HeaderPart } from '../parts/header-part.tsx'
import { TextPart } from '../parts/text-part.tsx'
import type { KindProps } from './kind.ts'

export function LinkKind({ content, onChange }: KindProps<'link'>) {
  const { t } = useLingui()
  return (
    <>
      <BodyPart value={content.body} onChange={(body) => onChange({ ...content, body })} />
      <TextPart
        field="label"
        label={t`Texto del botón`}
        placeholder={t`Pagar ahora`}
        max={LINK_LABEL_LENGTH}
        value={content.label}
        onChange={(label) => onChange({ ...content, label })}
      />
      <TextPart
        field="url"
        type="url"
        label={t`Dirección que abre`}
        placeholder="https://"
        value={content.url}
        onChange={(url) => onChange({ ...content, url: url.trim() })}
      />
      <HeaderPart value={content.header} onChange={(header) => onChange({ ...content, header })} />
      <FooterPart value={content.footer} onChange={(footer) => onChange({ ...content, footer })} />
    </>
  )
}
