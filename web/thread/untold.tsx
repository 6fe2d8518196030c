import { Trans } from '@lingui/react/macro'
import type { Message } from '#core/message/message.ts'
import { RawContent } from './raw-content.tsx'
import { useTypeNames } from './type-names.ts'

type Props = {
  readonly message: Message
  /** Meta's word for it; null: Meta gave none. */
  readonly type: string | null
  readonly details?: string | null
  /** All of it, where Meta gave something that is not drawn here. */
  readonly raw?: unknown
}

/** Something was said that cannot be drawn: it is called what it is, and what came of it can be looked at. */
export default function Untold({ message, type, details, raw }: Props) {
  const names = useTypeNames()
  const name = type !== null && Object.hasOwn(names, type) ? names[type] : undefined
  const told = raw !== undefined
  return (
    <RawContent
      message={message}
      title={
        name ?? (told ? <Trans>Un mensaje de un tipo nuevo</Trans> : <Trans>Un mensaje que no llega hasta aquí</Trans>)
      }
      detail={told ? name === undefined ? type : null : <Trans>WhatsApp no entrega su contenido a las empresas</Trans>}
      raw={told ? JSON.stringify(raw, null, 2) : (details ?? null)}
    />
  )
}
