import { useLingui } from '@lingui/react/macro'
import type { MessageStatus } from '#core/message/status.ts'

export function useStatusNames(): Readonly<Record<MessageStatus, string>> {
  const { t } = useLingui()
  return {
    queued: t`En cola`,
    cancelled: t`Cancelado`,
    sending: t`Enviando`,
    unknown: t`Sin confirmación`,
    refused: t`No se envió`,
    accepted: t`Aceptado por WhatsApp`,
    sent: t`Enviado`,
    delivered: t`Entregado`,
    read: t`Leído`,
    played: t`Escuchado`,
    failed: t`No entregado`,
  }
}
