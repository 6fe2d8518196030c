import { Trans, useLingui } from '@lingui/react/macro'
import type { StepView } from '#contract/guide.ts'
import { mediaUrl } from '../api/api.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'

type Event = StepView['events'][number]

/** What has happened in a step, with when and by whom: its evidence. */
export function Evidence({ events }: { readonly events: readonly Event[] }) {
  // A wrong code is also a refusal, which says more.
  const shown = together(events.filter(({ kind }) => kind !== 'code-wrong'))
  const { t } = useLingui()
  if (shown.length === 0) return null
  return (
    <section className="border-t border-border pt-3">
      <h3 className="pb-1 text-xs font-semibold text-text-2">
        <Trans>Qué ha pasado</Trans>
      </h3>
      <ol className="flex flex-col" data-testid="guide-events">
        {shown.map(({ event, times }, index) => (
          <li key={`${event.at}-${index}`} className="flex gap-3 py-0.5 text-sm" data-kind={event.kind}>
            <time dateTime={event.at} className="w-28 shrink-0 text-xs/5 text-text-3 tabular">
              {shortDateTime(Date.parse(event.at), formatLocale())}
            </time>
            <span className="min-w-0 text-pretty">
              <Happened event={event} />
              {times > 1 && <span className="font-medium tabular"> {t`(${times} veces)`}</span>}
              {event.by !== null && <span className="text-text-3"> · {event.by}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The same several times running is told once, with the last time. */
function together(events: readonly Event[]): readonly { readonly event: Event; readonly times: number }[] {
  const told: { event: Event; times: number }[] = []
  for (const event of events) {
    const before = told.at(-1)
    if (before && sameAs(before.event) === sameAs(event)) told[told.length - 1] = { event, times: before.times + 1 }
    else told.push({ event, times: 1 })
  }
  return told
}
/** Of refusals the code decides: Meta’s words differ from time to time. */
const sameAs = ({ kind, by, details }: Event): string =>
  JSON.stringify([kind, by, kind === 'refused' ? details['code'] : details])

/** One event as a sentence; what helps against a refusal is said where it happens. */
function Happened({ event: { kind, details } }: { readonly event: Event }) {
  const { t } = useLingui()
  const word = (name: string) => details[name] ?? ''
  switch (kind) {
    case 'connected':
      return word('how') === 'dialog' ? t`Meta dio acceso en su ventana` : t`Meta confirmó el acceso y el número`
    case 'left-dialog':
      if (word('words') !== '') return t`La ventana de Meta terminó en un error: «${word('words')}»`
      return word('step') === ''
        ? t`Se cerró la ventana de Meta antes de empezar`
        : t`Se cerró la ventana de Meta en el paso ${word('step')}`
    case 'handshake':
      return t`Meta llamó a Hilo y Hilo respondió: los mensajes llegarán`
    case 'app-asked':
      return word('what') === 'history' ? t`Se pidió el historial de la app` : t`Se pidieron los contactos de la app`
    case 'code-asked':
      return word('method') === 'voice' ? t`Código pedido por llamada` : t`Código pedido por SMS`
    case 'verified':
      return t`Número verificado`
    case 'registered':
      return t`Número registrado en WhatsApp`
    case 'test-sent':
      return t`Mensaje de prueba a ${word('to')}`
    case 'test-delivered':
      return t`El mensaje de prueba llegó`
    case 'answered':
      return t`Llegó un mensaje desde el teléfono`
    case 'healthy':
      return t`Meta dice que el número está sano`
    case 'shared':
      return t`Enlace a este paso para ${word('name')}`
    case 'share-revoked':
      return t`Se retiró el enlace de ${word('name')}`
    case 'outside-answer':
      return word('note') === '' ? t`${word('name')} hizo su parte` : t`${word('name')}: «${word('note')}»`
    case 'outside-file':
      return (
        <>
          {t`${word('name')} subió un documento:`}{' '}
          <a
            href={mediaUrl(word('mediaId'))}
            target="_blank"
            rel="noopener noreferrer"
            className="font-medium [overflow-wrap:anywhere] text-link underline underline-offset-2"
          >
            {word('filename')}
          </a>
        </>
      )
    case 'refused':
      return `${word('cause')} (Meta ${word('code')})`
    default:
      return kind
  }
}
