import { Trans, useLingui } from '@lingui/react/macro'
import { Check, Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { placeOfCountry } from '#core/calendar/place.ts'
import type { Contact } from '#core/contact/contact.ts'
import { placeOf } from '#core/contact/whereabouts.ts'
import { call } from '../api/api.ts'
import { useNow } from '../feed/clock.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { Dialog } from '../kit/dialog.tsx'
import { say } from '../kit/toast.tsx'
import { useMe } from '../session/session.ts'
import { cityOf, clockIn, zoneName } from './zone-words.ts'

type Props = { readonly contact: Contact; readonly country: string | null; readonly onClose: () => void }
/** Nobody reads a longer list; the search finds the others. */
const MOST_SHOWN = 60

/** By whose clock a contact lives: the zones of their country first, then all others. */
export default function ZoneDialog({ contact, country, onClose }: Props) {
  const { t } = useLingui()
  const me = useMe()
  const now = useNow()
  const locale = formatLocale()
  const [query, setQuery] = useState('')
  const [busy, setBusy] = useState(false)
  const zones = useMemo(() => {
    const near = [...(placeOf(contact)?.zones ?? []), ...placeOfCountry(country ?? me.account.country).zones]
    return [...new Set([...near, ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({
      zone,
      words: plain(`${zone} ${cityOf(zone)} ${zoneName(zone, locale)}`),
    }))
  }, [contact, country, me, locale])
  const wanted = plain(query).split(/\s+/)
  const shown = zones.filter(({ words }) => wanted.every((word) => words.includes(word))).slice(0, MOST_SHOWN)

  const choose = async (zone: string | null) => {
    setBusy(true)
    const result = await call('placeContact', { params: { id: contact.contactId }, body: { zone } })
    setBusy(false)
    if (!result.ok) return say(result.error.detail || result.error.title)
    onClose()
  }
  const row =
    'flex w-full items-center gap-3 rounded-md px-2.5 py-1.5 text-left text-sm hover:bg-hover focus-visible:-outline-offset-2 disabled:opacity-60 max-md:min-h-11'
  return (
    <Dialog label={t`Zona horaria del contacto`} onClose={onClose} width="sm">
      <div className="flex min-h-0 flex-col px-3 pb-3">
        <p className="px-2 pb-2 text-sm text-text-2">
          <Trans>Por ella se respetan las horas y los festivos en que se le puede escribir.</Trans>
        </p>
        <div className="mx-2 mb-2 flex h-9 shrink-0 items-center gap-2 rounded-sm border border-control px-2.5 focus-within:border-focus focus-within:ring-1 focus-within:ring-focus">
          <Search size={15} className="text-text-3" aria-hidden />
          <input
            autoFocus
            value={query}
            aria-label={t`Buscar zona horaria`}
            placeholder={t`Ciudad o zona`}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && shown[0] && query !== '') void choose(shown[0].zone)
            }}
            className="min-w-0 flex-1 bg-transparent text-md outline-none"
          />
        </div>
        <ul className="min-h-40 flex-1 overflow-y-auto" data-testid="zones">
          {query === '' && (
            <li>
              <button type="button" disabled={busy} className={row} onClick={() => void choose(null)}>
                <span className="min-w-0 flex-1 font-medium">
                  <Trans>La que diga su número</Trans>
                </span>
                {contact.zone === undefined && <Check size={15} className="text-accent" aria-label={t`Elegida`} />}
              </button>
            </li>
          )}
          {shown.map(({ zone }) => (
            <li key={zone}>
              <button type="button" disabled={busy} className={row} onClick={() => void choose(zone)}>
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{cityOf(zone)}</span>
                  <span className="block truncate text-xs text-text-2">{zone}</span>
                </span>
                <span className="text-xs text-text-2 tabular">{clockIn(zone, now, locale)}</span>
                {contact.zone === zone && <Check size={15} className="text-accent" aria-label={t`Elegida`} />}
              </button>
            </li>
          ))}
          {shown.length === 0 && (
            <li className="py-8 text-center text-sm text-text-2">
              <Trans>Ninguna zona con «{query}»</Trans>
            </li>
          )}
        </ul>
      </div>
    </Dialog>
  )
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
