import { useLingui } from '@lingui/react/macro'
import { PRODUCT_ID_LENGTH } from '#core/message/check/limits.ts'
import { BodyPart } from '../parts/body-part.tsx'
import { FooterPart } from '../parts/footer-part.tsx'
import { TextPart } from '../parts/text-part.tsx'
import type { KindProps } from './kind.ts'

export function CatalogueKind({ content, onChange }: KindProps<'catalogue'>) {
  const { t } = useLingui()
  return (
    <>
      <BodyPart value={content.body} onChange={(body) => onChange({ ...content, body })} />
      <TextPart
        field="thumbnailId"
        label={t`Producto de portada (opcional)`}
        hint={t`Su código; sin él va el primero del catálogo.`}
        max={PRODUCT_ID_LENGTH}
        value={content.thumbnailId ?? ''}
        onChange={(id) => onChange({ ...content, thumbnailId: id.trim() === '' ? null : id.trim() })}
      />
      <FooterPart value={content.footer} onChange={(footer) => onChange({ ...content, footer })} />
    </>
  )
}
