import { useLingui } from '@lingui/react/macro'
import { PRODUCT_ID_LENGTH } from '#core/message/check/limits.ts'
import { BodyPart } from '../parts/body-part.tsx'
import { CataloguePart } from '../parts/catalogue-part.tsx'
import { FooterPart } from '../parts/footer-part.tsx'
import { TextPart } from '../parts/text-part.tsx'
import type { KindProps } from './kind.ts'

export function ProductKind({ content, onChange }: KindProps<'product'>) {
  const { t } = useLingui()
  return (
    <>
      <BodyPart
        isOptional
        value={content.body ?? ''}
        onChange={(body) => onChange({ ...content, body: body === '' ? null : body })}
      />
      <TextPart
        field="productId"
        label={t`Código del producto`}
        max={PRODUCT_ID_LENGTH}
        value={content.productId}
        onChange={(productId) => onChange({ ...content, productId: productId.trim() })}
      />
      <CataloguePart value={content.catalogId} onChange={(catalogId) => onChange({ ...content, catalogId })} />
      <FooterPart value={content.footer} onChange={(footer) => onChange({ ...content, footer })} />
    </>
  )
}
