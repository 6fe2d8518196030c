import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { ConsentEntryView } from '#contract/consent.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { dateAndTime, shortDateTime } from '../i18n/time-words.ts'
import { useSpelled } from '../contact/use-name.ts'
import { Button } from '../kit/button.tsx'
import { Chip } from '../kit/chip.tsx'
import { useMe } from '../session/session.ts'
import { TONES, useConsentWords } from './words.ts'

type Props = { readonly entry: ConsentEntryView; readonly withName: boolean }

/** One line of the ledger: who said what, when and how; behind it the words, what shows it, and its hash. */
export function EntryRow({ entry, withName }: Props) {
  const { t } = useLingui()
  const words = useConsentWords()
  const spelled = useSpelled()
  const [open, setOpen] = useState(false)
  return (
    <li
      data-testid="consent-entry"
      data-number={entry.number}
      className="border-b border-border px-4 py-3 last:border-0"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {withName && (
          <span className="min-w-0 truncate text-md font-semibold">
            {entry.contact.name === null ? t`Persona borrada` : spelled(entry.contact.name)}
          </span>
        )}
        <span className="text-sm">{words.purpose(entry.purpose)}</span>
        <Chip tone={TONES[entry.change]}>{words.change(entry.change)}</Chip>
        {!entry.express && <Chip>{t`implícito`}</Chip>}
      </div>
      <p className="flex flex-wrap gap-x-2 pt-0.5 text-xs text-text-3 tabular">
        <time dateTime={entry.at}>{shortDateTime(Date.parse(entry.at), formatLocale())}</time>
        <span aria-hidden>·</span>
        <span>{words.means(entry.means)}</span>
        <span aria-hidden>·</span>
        <span>
          <Trans>n.º {entry.number}</Trans>
        </span>
      </p>
      <Button look="quiet" size="sm" className="-ml-2.5" aria-expanded={open} onPress={() => setOpen(!open)}>
        {open ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
        <Trans>Prueba</Trans>
      </Button>
      {open && <Evidence entry={entry} />}
    </li>
  )
}

function Evidence({ entry }: { readonly entry: ConsentEntryView }) {
  const { t } = useLingui()
  const me = useMe()
  const time = (at: string) => dateAndTime(Date.parse(at), formatLocale())
  const { scope, wording, evidence, by } = entry
  const place =
    scope.kind === 'brand'
      ? t`Toda la empresa`
      : scope.kind === 'channel'
        ? 'WhatsApp'
        : (me.lines.find(({ id }) => id === scope.lineId)?.name ?? scope.lineId)
  const kinds = { agent: t`un agente`, api: t`la API`, contact: t`la persona misma`, system: t`Hilo` }
  const names = {
    text: '',
    wireId: t`mensaje`,
    sourceId: t`anuncio`,
    url: '',
    ip: 'IP',
    name: '',
    ipHash: t`red`,
    userAgent: '',
    source: t`archivo de`,
    row: t`línea`,
    sha256: 'SHA-256',
    reference: t`llamada`,
    recordingUrl: t`grabación`,
    what: 'Meta:',
  }
  const facts: readonly (readonly [string, string | null])[] = [
    [t`Vale para`, place],
    [t`Hasta`, entry.until && time(entry.until)],
    [t`Texto aceptado`, wording && `«${wording.text}» (${wording.version})`],
    [t`Identidad`, entry.address],
    [t`Anotado`, by && `${time(entry.recordedAt)}, ${by.name ?? kinds[by.kind]}`],
    [t`Evidencia`, evidence && evidenceText(evidence, names)],
    [t`Huella`, entry.hash],
  ]
  return (
    <dl className="grid gap-x-3 gap-y-1 rounded-md border border-border bg-canvas p-3 text-xs md:grid-cols-[auto_1fr]">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name} className="contents">
              <dt className="text-text-3">{name}</dt>
              <dd className="min-w-0 break-words text-text-2">{value}</dd>
            </div>
          ),
      )}
      {evidence === null && <p className="text-text-3">{t`Los datos personales de esta anotación fueron borrados.`}</p>}
    </dl>
  )
}

/** What it says, in the order it says it, without what is empty; ids of ours are left to the API. */
function evidenceText(
  evidence: NonNullable<ConsentEntryView['evidence']>,
  names: Readonly<Record<string, string>>,
): string {
  return Object.entries(evidence)
    .filter(([name, value]) => name in names && value !== null && value !== '')
    .map(([name, value]) => (name === 'text' ? `«${String(value)}»` : `${names[name] ?? name} ${String(value)}`))
    .join(' · ')
}
