import { useLingui } from '@lingui/react/macro'

/** Meta's words for what it does not hand to businesses, or what Hilo draws nothing of its own for, in plain words. */
export function useTypeNames(): Readonly<Record<string, string>> {
  const { t } = useLingui()
  return {
    album: t`Un álbum`,
    button: t`Un botón`,
    edit: t`Un mensaje editado`,
    ephemeral: t`Un mensaje temporal`,
    event: t`Un evento`,
    gif: t`Un GIF`,
    group_invite: t`Una invitación a un grupo`,
    hsm: t`Una plantilla`,
    interactive: t`Un mensaje interactivo`,
    keep_in_chat: t`Un mensaje guardado en el chat`,
    list: t`Una lista`,
    live_location: t`Una ubicación en tiempo real`,
    media_placeholder: t`Un archivo que llegará después`,
    newsletter_invite: t`Una invitación a un canal`,
    payment: t`Un pago`,
    pin: t`Un mensaje fijado`,
    poll: t`Una encuesta`,
    poll_creation: t`Una encuesta`,
    poll_update: t`Un voto en una encuesta`,
    product: t`Un producto`,
    product_list: t`Una lista de productos`,
    ptv: t`Un video mensaje`,
    status_mention: t`Una mención en un estado`,
    template: t`Una plantilla`,
    video_note: t`Un video mensaje`,
    view_once: t`Un archivo para ver una sola vez`,
  }
}
