import type { SlotValue } from '#core/template/template.ts'
import { ExpirySlot } from './expiry-slot.tsx'
import { FileSlot } from './file-slot.tsx'
import { FormSlot } from './form-slot.tsx'
import { PlaceSlot } from './place-slot.tsx'
import { ProductSlot } from './product-slot.tsx'
import { ProductsSlot } from './products-slot.tsx'
import type { SlotProps } from './slot.ts'
import { ThumbnailSlot } from './thumbnail-slot.tsx'

/** What fills a slot that is no text, in the shape it has. */
export function SlotInput(props: SlotProps) {
  const { slot, value } = props
  switch (slot.kind) {
    case 'image':
    case 'video':
    case 'gif':
    case 'document':
      return <FileSlot {...props} kind={slot.kind} value={is(value, 'file') ?? is(value, 'link')} />
    case 'location':
      return <PlaceSlot {...props} value={is(value, 'location')} />
    case 'product':
      return <ProductSlot {...props} value={is(value, 'product')} />
    case 'expiry':
      return <ExpirySlot {...props} value={is(value, 'expiry')} />
    case 'form':
      return <FormSlot {...props} value={is(value, 'form')} />
    case 'thumbnail':
      return <ThumbnailSlot {...props} value={is(value, 'thumbnail')} />
    case 'products':
      return <ProductsSlot {...props} value={is(value, 'products')} />
    case 'text':
      return null
  }
}

/** A draft may be older than the template: what has another shape by now is as good as nothing. */
const is = <Kind extends SlotValue['kind']>(value: SlotValue | undefined, kind: Kind) =>
  value?.kind === kind ? (value as Extract<SlotValue, { kind: Kind }>) : undefined
