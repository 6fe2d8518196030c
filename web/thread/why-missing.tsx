import { Trans } from '@lingui/react/macro'
import type { Media } from '#core/message/content.ts'

/** Why a file of a contact's never came; of one that did, and of one on its way, nothing. */
export function WhyMissing({ media }: { readonly media: Media }) {
  if (media.state !== 'failed') return null
  switch (media.problem) {
    case 'media-expired':
      return <Trans>WhatsApp ya no guarda este archivo. Pida al cliente que lo envíe otra vez.</Trans>
    case 'media-too-large':
      return <Trans>El archivo es demasiado grande para recibirlo.</Trans>
    case 'media-address-refused':
      return <Trans>El archivo estaba en una dirección que no es de WhatsApp; por seguridad no se descargó.</Trans>
    default:
      return <Trans>No se pudo descargar el archivo.</Trans>
  }
}
