import { toIso } from '#base/time.ts'
import type { OutgoingContent } from '#contract/content.ts'
import type { TemplateValues } from '#core/template/fill.ts'
import type { SlotValue } from '#core/template/template.ts'

type Asked = Extract<OutgoingContent, { kind: 'template' }>['values']

/** What was filled in, as the API takes it. */
export const askedValues = (values: TemplateValues): Asked =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? value : asked(value)]),
  )

function asked(value: SlotValue): Asked[string] {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'file':
      return { mediaId: value.media.mediaId, filename: value.media.filename }
    case 'link':
      return { link: value.url, filename: value.filename ?? null }
    case 'location': {
      const { latitude, longitude, name, address } = value
      return { latitude, longitude, name, address }
    }
    case 'product':
      return { productId: value.productId, catalogId: value.catalogId }
    case 'expiry':
      return { expiresAt: toIso(value.at) }
    case 'form':
      return { token: value.token, data: value.data && { ...value.data } }
    case 'thumbnail':
      return { thumbnailId: value.productId }
    case 'products':
      return {
        thumbnailId: value.thumbnail,
        sections: value.sections.map(({ title, productIds }) => ({ title, productIds: [...productIds] })),
      }
  }
}
