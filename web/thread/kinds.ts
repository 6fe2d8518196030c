import { useLingui } from '@lingui/react/macro'
import {
  Ban,
  FileText,
  Image,
  List,
  type LucideIcon,
  MapPin,
  Mic,
  Pencil,
  ShoppingBag,
  SmilePlus,
  Sticker,
  UserRound,
  Video,
} from 'lucide-react'
import type { ContentKind } from '#core/message/content.ts'

export const KIND_ICONS: Partial<Readonly<Record<ContentKind, LucideIcon>>> = {
  image: Image,
  video: Video,
  audio: Mic,
  document: FileText,
  sticker: Sticker,
  location: MapPin,
  contacts: UserRound,
  reaction: SmilePlus,
  list: List,
  order: ShoppingBag,
  edit: Pencil,
  revoke: Ban,
}

/** What a message is called where it has no words of its own. */
export function useKindNames(): Readonly<Record<ContentKind, string>> {
  const { t } = useLingui()
  return {
    text: t`Mensaje`,
    image: t`Foto`,
    video: t`Video`,
    audio: t`Audio`,
    document: t`Documento`,
    sticker: t`Sticker`,
    location: t`Ubicación`,
    contacts: t`Contacto`,
    reaction: t`Reacción`,
    buttons: t`Mensaje con botones`,
    list: t`Lista de opciones`,
    template: t`Plantilla`,
    'template-reply': t`Respuesta a plantilla`,
    'button-reply': t`Botón elegido`,
    'list-reply': t`Opción elegida`,
    'flow-reply': t`Formulario respondido`,
    order: t`Pedido`,
    edit: t`Mensaje editado`,
    revoke: t`Mensaje eliminado`,
    system: t`Aviso de WhatsApp`,
    unsupported: t`Mensaje que WhatsApp no muestra`,
    unknown: t`Mensaje de un tipo nuevo`,
  }
}
