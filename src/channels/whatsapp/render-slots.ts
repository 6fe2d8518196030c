import type { Media } from '#core/message/media.ts'
import type { FilledSlot } from '#core/template/template.ts'

/** A parameter of a component of a sent template, as Meta writes it. */
export type WireParameter = { readonly type: string; readonly [part: string]: unknown }

/** What fills a slot, in Meta's words (cloud-api §3.2). `fileId` gives Meta's id of an uploaded file. */
export function renderSlot(slot: FilledSlot, fileId: (media: Media) => string, named = false): WireParameter {
  const { value, kind } = slot
  switch (value.kind) {
    case 'text':
      return { type: 'text', ...(named && slot.part !== 'button' && { parameter_name: slot.name }), text: value.text }
    case 'file':
    case 'link': {
      const file = value.kind === 'file' ? { id: fileId(value.media) } : { link: value.url }
      const filename = value.kind === 'file' ? value.media.filename : value.filename
      return { type: kind, [kind]: { ...file, ...(kind === 'document' && filename && { filename }) } }
    }
    case 'location': {
      const { latitude, longitude, name, address } = value
      const place = { latitude, longitude, ...(name !== null && { name }), ...(address !== null && { address }) }
      return { type: 'location', location: place }
    }
    case 'product':
      return { type: 'product', product: { product_retailer_id: value.productId, catalog_id: value.catalogId } }
    case 'expiry':
      return { type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: value.at } }
    case 'form':
      return action({ flow_token: value.token, ...(value.data !== null && { flow_action_data: value.data }) })
    case 'thumbnail':
      return action({ thumbnail_product_retailer_id: value.productId })
    case 'products':
      return action({
        thumbnail_product_retailer_id: value.thumbnail,
        sections: value.sections.map(({ title, productIds }) => ({
          title,
          product_items: productIds.map((id) => ({ product_retailer_id: id })),
        })),
      })
  }
}

const action = (of: object): WireParameter => ({ type: 'action', action: of })
