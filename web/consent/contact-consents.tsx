import { Trans, useLingui } from '@lingui/react/macro'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { PURPOSES, type Purpose } from '#core/consent/consent.ts'
import { consentOf } from '#core/consent/consent-of.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { LineId } from '#core/account/account.ts'
import { call } from '../api/api.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { useNow } from '../feed/clock.ts'
import { Button } from '../kit/button.tsx'
import { Chip } from '../kit/chip.tsx'
import { say } from '../kit/toast.tsx'
import { useMe } from '../session/session.ts'
import { EntryRow } from './entry-row.tsx'
import { RecordDialog } from './record-dialog.tsx'
import { useConsents } from './use-consents.ts'
import { TONES, useConsentWords } from './words.ts'

/** What this person may be written to for on this line, what they said and when, and the proof of it. */
export function ContactConsents({ contact, lineId }: { readonly contact: Contact; readonly lineId: LineId }) {
  const { t } = useLingui()
  const me = useMe()
  const now = useNow()
  const words = useConsentWords()
  const [asked, setAsked] = useState<Purpose | null>(null)
  const [shown, setShown] = useState(false)
  if (!me.permissions.includes('consent:read')) return null
  const line = { lineId, channel: 'whatsapp' as const }
  return (
    <section className="border-t border-border px-4 py-3" data-testid="contact-consents">
      <h3 className="pb-1.5 text-2xs font-semibold tracking-[0.02em] text-text-3">
        <Trans>Consentimiento</Trans>
      </h3>
      <ul className="flex flex-col gap-1">
        {PURPOSES.map((purpose) => {
          const consent = consentOf(contact, purpose, line, now)
          return (
            <li key={purpose} className="flex min-h-8 items-center gap-2 text-sm">
              <span className="w-28 shrink-0 text-text-2">{words.purpose(purpose)}</span>
              <span className="min-w-0 flex-1">
                {consent.kind === 'none' ? (
                  <span className="text-text-3">{t`no consta`}</span>
                ) : (
                  <>
                    <Chip tone={TONES[consent.kind]}>{words.change(consent.kind)}</Chip>
                    <span className="block pt-0.5 text-xs text-text-3 tabular">
                      {shortDateTime(consent.standing.at, formatLocale())} · {words.means(consent.standing.means)}
                    </span>
                  </>
                )}
              </span>
              {me.permissions.includes('consent:write') && purpose !== 'service' && (
                <Button
                  size="sm"
                  look="quiet"
                  aria-label={t`Anotar sobre ${words.purpose(purpose)}`}
                  onPress={() => setAsked(purpose)}
                >
                  <Trans>Anotar</Trans>
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <div className="-ml-2.5 flex flex-wrap gap-1 pt-1">
        <Button look="quiet" size="sm" aria-expanded={shown} onPress={() => setShown(!shown)}>
          <Trans>Historial</Trans>
        </Button>
        {(['pdf', 'json'] as const).map((format) => (
          <a
            key={format}
            href={`/api/v1/contacts/${contact.contactId}/consent-proof?format=${format}`}
            download
            className="inline-flex h-7 items-center gap-1.5 rounded-md px-2.5 text-xs font-medium text-text-2 hover:bg-hover hover:text-text"
          >
            <Download size={14} aria-hidden />
            {format.toUpperCase()}
          </a>
        ))}
      </div>
      {shown && (
        <History contactId={contact.contactId} newest={contact.consents.map(({ entryId }) => entryId).join()} />
      )}
      {asked && <Record contactId={contact.contactId} purpose={asked} onClose={() => setAsked(null)} />}
    </section>
  )
}

function History({ contactId, newest }: { readonly contactId: string; readonly newest: string }) {
  const { t } = useLingui()
  const { list, reload, more } = useConsents({ contactId }, newest)
  if (list.state === 'failed') {
    return (
      <p className="py-2 text-sm text-text-2">
        {t`No se pudo cargar el historial.`}{' '}
        <Button size="sm" onPress={() => void reload()}>
          <Trans>Reintentar</Trans>
        </Button>
      </p>
    )
  }
  if (list.state === 'ready' && list.entries.length === 0) {
    return <p className="py-2 text-sm text-text-3">{t`Todavía no ha dicho nada.`}</p>
  }
  return (
    <ul className="mt-1 overflow-hidden rounded-lg border border-border">
      {list.entries.map((entry) => (
        <EntryRow key={entry.number} entry={entry} withName={false} />
      ))}
      {list.next !== null && (
        <li className="flex justify-center py-1.5">
          <Button look="quiet" size="sm" onPress={() => void more()}>
            <Trans>Ver más</Trans>
          </Button>
        </li>
      )}
    </ul>
  )
}

type RecordProps = { readonly contactId: string; readonly purpose: Purpose; readonly onClose: () => void }

function Record({ contactId, purpose, onClose }: RecordProps) {
  const { t } = useLingui()
  const record = async (change: 'given' | 'withdrawn', text: string) => {
    const evidence = { kind: 'statement' as const, text }
    const body = { contactId, purposes: [purpose], change, means: 'agent' as const, evidence }
    const result = await call('recordConsent', { body })
    if (!result.ok) return say(result.error.detail || result.error.title)
    say(t`Anotado`)
    onClose()
  }
  return <RecordDialog purpose={purpose} onClose={onClose} onRecord={record} />
}
