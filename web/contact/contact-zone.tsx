import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Clock } from 'lucide-react'
import { useState } from 'react'
import type { Contact } from '#core/contact/contact.ts'
import { whereabouts } from '#core/contact/whereabouts.ts'
import { useNow } from '../feed/clock.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { useMe } from '../session/session.ts'
import { clockIn, spanOf, zoneName } from './zone-words.ts'
import { withWords } from '../i18n/i18n.ts'
import { later } from '../kit/later.tsx'

const ZoneDialog = later(withWords(() => import('./zone-dialog.tsx')))

type Props = { readonly contact: Contact; readonly country: string | null }

/** What time it is where a contact lives, how that is known, and the way to put it right. */
export function ContactZone({ contact, country }: Props) {
  const { t } = useLingui()
  const me = useMe()
  const now = useNow()
  const [open, setOpen] = useState(false)
  const known = whereabouts(contact)
  const locale = formatLocale()
  const zones = known?.zones ?? []
  const isOne = spanOf(zones, now).length <= 1
  return (
    <span className="flex flex-col gap-0.5 py-1" data-testid="contact-zone" data-by={known?.by ?? 'unknown'}>
      <span className="flex items-baseline justify-between gap-2">
        <span>
          {known === null
            ? t`No se sabe`
            : spanOf(zones, now)
                .map((zone) => clockIn(zone, now, locale))
                .join(' – ')}
        </span>
        {me.permissions.includes('conversation:write') && (
          <button
            type="button"
            data-testid="change-zone"
            onClick={() => setOpen(true)}
            className="-my-1 inline-flex h-6 items-center gap-1 rounded-sm px-1 text-xs font-medium text-accent hover:underline max-md:h-11"
          >
            <Clock size={12} aria-hidden />
            <Trans>Cambiar</Trans>
          </button>
        )}
      </span>
      <span className="text-xs text-text-3">
        {known === null ? (
          <Trans>Se respeta la hora de la empresa.</Trans>
        ) : known.by === 'noted' ? (
          <Trans>{zoneName(zones[0] ?? '', locale)} · puesta a mano</Trans>
        ) : !isOne ? (
          <Plural
            value={zones.length}
            one="Su país tiene # zona; se respeta su hora."
            many="Su país tiene # de zonas; se respeta la hora de todas."
            other="Su país tiene # zonas; se respeta la hora de todas."
          />
        ) : known.by === 'number' ? (
          <Trans>{zoneName(zones[0] ?? '', locale)} · según su número</Trans>
        ) : (
          <Trans>{zoneName(zones[0] ?? '', locale)} · según el país de su cuenta</Trans>
        )}
      </span>
      {open && <ZoneDialog contact={contact} country={country} onClose={() => setOpen(false)} />}
    </span>
  )
}
