import { useLingui } from '@lingui/react/macro'
import {
  ClipboardList,
  ExternalLink,
  GalleryHorizontal,
  House,
  LayoutGrid,
  ListIcon,
  LocateFixed,
  type LucideIcon,
  MapPin,
  Package,
  PhoneCall,
  PhoneForwarded,
  ReceiptText,
  Rows3,
  ShoppingBag,
  Truck,
  UserRound,
  UserRoundSearch,
} from 'lucide-react'
import type { Choice } from './built.ts'

export type ChoiceWords = { readonly name: string; readonly about: string; readonly Icon: LucideIcon }
type Group = { readonly title: string; readonly choices: readonly Choice[] }

/** What can be built, in the order of the gallery. */
export function useChoices(): {
  readonly groups: readonly Group[]
  readonly words: Readonly<Record<Choice, ChoiceWords>>
} {
  const { t } = useLingui()
  return {
    groups: [
      { title: t`Que elija`, choices: ['buttons', 'list', 'link', 'form', 'cards', 'call-button'] },
      { title: t`Pedirle algo`, choices: ['location-request', 'contact-request', 'call-request', 'address-request'] },
      {
        title: t`Vender y cobrar`,
        choices: ['product', 'products', 'product-cards', 'catalogue', 'order-details', 'order-status'],
      },
      { title: t`Compartir`, choices: ['location', 'contacts'] },
    ],
    words: {
      buttons: { name: t`Botones`, about: t`Hasta tres respuestas de un toque`, Icon: Rows3 },
      list: { name: t`Lista de opciones`, about: t`Hasta diez, por secciones`, Icon: ListIcon },
      link: { name: t`Enlace con botón`, about: t`Abre una página`, Icon: ExternalLink },
      form: { name: t`Formulario`, about: t`Pantallas que se llenan en WhatsApp`, Icon: ClipboardList },
      cards: { name: t`Carrusel`, about: t`De 2 a 10 fotos o videos con enlace`, Icon: GalleryHorizontal },
      'call-button': { name: t`Botón para llamar`, about: t`Nos llama por WhatsApp`, Icon: PhoneForwarded },
      'location-request': { name: t`Pedir la ubicación`, about: t`La comparte con un toque`, Icon: LocateFixed },
      'contact-request': { name: t`Pedir el teléfono`, about: t`A quien lo oculta`, Icon: UserRoundSearch },
      'call-request': { name: t`Pedir permiso para llamar`, about: t`Sin él no se puede llamar`, Icon: PhoneCall },
      'address-request': { name: t`Pedir la dirección`, about: t`La de su casa, para un envío`, Icon: House },
      product: { name: t`Un producto`, about: t`Del catálogo`, Icon: ShoppingBag },
      products: { name: t`Varios productos`, about: t`Hasta treinta, por secciones`, Icon: Package },
      'product-cards': { name: t`Carrusel de productos`, about: t`De 2 a 10 del catálogo`, Icon: GalleryHorizontal },
      catalogue: { name: t`Catálogo`, about: t`Todo lo que se vende`, Icon: LayoutGrid },
      'order-details': { name: t`Cobro`, about: t`Se paga dentro del chat`, Icon: ReceiptText },
      'order-status': { name: t`Estado de un pedido`, about: t`De un cobro ya enviado`, Icon: Truck },
      location: { name: t`Ubicación`, about: t`Un lugar en el mapa`, Icon: MapPin },
      contacts: { name: t`Contacto`, about: t`Nombre y teléfono de alguien`, Icon: UserRound },
    },
  }
}
