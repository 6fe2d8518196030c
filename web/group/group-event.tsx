import { Trans } from '@lingui/react/macro'
import type { Content } from '#core/message/content.ts'
import { usePeopleNames } from './use-people.ts'

/** What happened in a group, in words. */
export function GroupEventText({ content }: { readonly content: Extract<Content, { kind: 'group-event' }> }) {
  const { event, who, text } = content
  const names = usePeopleNames(who)
  switch (event) {
    case 'created':
      return text ? <Trans>Se creó el grupo «{text}»</Trans> : <Trans>Se creó el grupo</Trans>
    case 'deleted':
      return <Trans>El grupo ya no existe</Trans>
    case 'joined':
      return <Trans>Entrada al grupo: {names}</Trans>
    case 'left':
      return <Trans>Salida del grupo: {names}</Trans>
    case 'removed':
      return <Trans>Sacamos del grupo a {names}</Trans>
    case 'asked-to-join':
      return <Trans>Quiere entrar al grupo: {names}</Trans>
    case 'withdrew':
      return <Trans>Ya no quiere entrar al grupo: {names}</Trans>
    case 'renamed':
      return <Trans>El grupo se llama ahora «{text}»</Trans>
    case 'described':
      return <Trans>La descripción del grupo es ahora: {text}</Trans>
    case 'suspended':
      return <Trans>WhatsApp suspendió el grupo: nadie puede escribir</Trans>
    case 'resumed':
      return <Trans>WhatsApp volvió a permitir el grupo</Trans>
  }
}
