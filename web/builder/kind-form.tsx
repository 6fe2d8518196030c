import { unreachable } from '#base/result.ts'
import type { Built } from './built.ts'
import { AddressRequestKind } from './kinds/address-request.tsx'
import { BillKind } from './kinds/bill.tsx'
import { ButtonsKind } from './kinds/buttons.tsx'
import { CallButtonKind } from './kinds/call-button.tsx'
import { CarouselKind } from './kinds/carousel.tsx'
import { CatalogueKind } from './kinds/catalogue.tsx'
import { ContactsKind } from './kinds/contacts.tsx'
import { FormKind } from './kinds/form.tsx'
import { LinkKind } from './kinds/link.tsx'
import { ListKind } from './kinds/list.tsx'
import { LocationKind } from './kinds/location.tsx'
import { OrderStatusKind } from './kinds/order-status.tsx'
import { ProductKind } from './kinds/product.tsx'
import { ProductsKind } from './kinds/products.tsx'
import { RequestKind } from './kinds/request.tsx'

type Props = { readonly built: Built; readonly onChange: (built: Built) => void }

/** The fields of what is being built. */
export function KindForm({ built, onChange }: Props) {
  switch (built.kind) {
    case 'buttons':
      return <ButtonsKind content={built} onChange={onChange} />
    case 'list':
      return <ListKind content={built} onChange={onChange} />
    case 'link':
      return <LinkKind content={built} onChange={onChange} />
    case 'form':
      return <FormKind content={built} onChange={onChange} />
    case 'location-request':
    case 'contact-request':
    case 'call-request':
      return <RequestKind content={built} onChange={onChange} />
    case 'call-button':
      return <CallButtonKind content={built} onChange={onChange} />
    case 'address-request':
      return <AddressRequestKind content={built} onChange={onChange} />
    case 'product':
      return <ProductKind content={built} onChange={onChange} />
    case 'products':
      return <ProductsKind content={built} onChange={onChange} />
    case 'catalogue':
      return <CatalogueKind content={built} onChange={onChange} />
    case 'carousel':
      return <CarouselKind content={built} onChange={onChange} />
    case 'order-details':
      return <BillKind content={built} onChange={onChange} />
    case 'order-status':
      return <OrderStatusKind content={built} onChange={onChange} />
    case 'location':
      return <LocationKind content={built} onChange={onChange} />
    case 'contacts':
      return <ContactsKind content={built} onChange={onChange} />
    default:
      return unreachable(built)
  }
}
