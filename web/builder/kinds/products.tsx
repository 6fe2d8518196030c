import { Trans, useLingui } from '@lingui/react/macro'
import {
  HEADER_LENGTH,
  LIST_SECTION_TITLE_LENGTH,
  PRODUCT_ID_LENGTH,
  PRODUCT_SECTIONS_MAX,
  PRODUCTS_MAX,
} from '#core/message/check/limits.ts'
import { BodyPart } from '../parts/body-part.tsx'
import { CataloguePart } from '../parts/catalogue-part.tsx'
import { FooterPart } from '../parts/footer-part.tsx'
import { Group, More, Remove, withAt } from '../parts/group.tsx'
import { Problem } from '../parts/problem.tsx'
import { TextPart } from '../parts/text-part.tsx'
import type { KindProps } from './kind.ts'

export function ProductsKind({ content, onChange }: KindProps<'products'>) {
  const { t } = useLingui()
  const { sections } = content
  const count = sections.reduce((sum, { productIds }) => sum + productIds.length, 0)
  const isFull = count >= PRODUCTS_MAX
  const put = (next: typeof sections) => onChange({ ...content, sections: next })
  return (
    <>
      <BodyPart value={content.body} onChange={(body) => onChange({ ...content, body })} />
      <TextPart
        field="header"
        label={t`Encabezado`}
        max={HEADER_LENGTH}
        value={content.header}
        onChange={(header) => onChange({ ...content, header })}
      />
      <CataloguePart value={content.catalogId} onChange={(catalogId) => onChange({ ...content, catalogId })} />
      {sections.map((section, at) => (
        <Group
          key={at}
          title={sections.length > 1 ? t`Sección ${at + 1}` : t`Productos`}
          aside={at === 0 ? `${count}/${PRODUCTS_MAX}` : undefined}
        >
          {sections.length > 1 && (
            <div className="flex items-start gap-1.5">
              <TextPart
                className="flex-1"
                field={`sections.${at}.title`}
                label={t`Título de la sección`}
                max={LIST_SECTION_TITLE_LENGTH}
                value={section.title ?? ''}
                onChange={(title) => put(withAt(sections, at, { ...section, title }))}
              />
              <Remove label={t`Quitar la sección ${at + 1}`} onPress={() => put(withAt(sections, at, null))} />
            </div>
          )}
          {section.productIds.map((productId, index) => (
            <div key={index} className="flex items-start gap-1.5">
              <TextPart
                className="flex-1"
                field={`sections.${at}.productIds.${index}`}
                label={t`Código del producto ${index + 1}`}
                max={PRODUCT_ID_LENGTH}
                value={productId}
                onChange={(id) =>
                  put(withAt(sections, at, { ...section, productIds: withAt(section.productIds, index, id.trim()) }))
                }
              />
              <Remove
                label={t`Quitar el producto ${index + 1}`}
                isDisabled={section.productIds.length === 1}
                onPress={() =>
                  put(withAt(sections, at, { ...section, productIds: withAt(section.productIds, index, null) }))
                }
              />
            </div>
          ))}
          <More
            isFull={isFull}
            onPress={() => put(withAt(sections, at, { ...section, productIds: [...section.productIds, ''] }))}
          >
            <Trans>Otro producto</Trans>
          </More>
        </Group>
      ))}
      <Problem field="productIds" />
      <More
        isFull={isFull || sections.length >= PRODUCT_SECTIONS_MAX}
        onPress={() => put([...sections, { title: '', productIds: [''] }])}
      >
        <Trans>Otra sección</Trans>
      </More>
      <FooterPart value={content.footer} onChange={(footer) => onChange({ ...content, footer })} />
    </>
  )
}
