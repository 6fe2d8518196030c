import { Trans, useLingui } from '@lingui/react/macro'
import { UserRoundSearch } from 'lucide-react'
import { useEffect, useState } from 'react'
import { fromContactView } from '#contract/convert-contact.ts'
import type { AccountId } from '#core/account/account.ts'
import { type Contact, ownName, type Succession } from '#core/contact/contact.ts'
import { call } from '../api/api.ts'
import { formatLocale, withWords } from '../i18n/i18n.ts'
import { shortDateTime } from '../i18n/time-words.ts'
import { Button } from '../kit/button.tsx'
import { useMe } from '../session/session.ts'
import { later } from '../kit/later.tsx'
import { useName } from './use-name.ts'

const IdentityDialog = later(withWords(() => import('./identity-dialog.tsx')))

type Props = { readonly contact: Contact; readonly succeeds: Succession }

/** Somebody may be another person than who had their number before: nothing of before is shown until it is settled. */
export default function IdentityBanner({ contact, succeeds }: Props) {
  const { t } = useLingui()
  const me = useMe()
  const [asked, setAsked] = useState<'same' | 'other' | null>(null)
  const name = useFormerName(succeeds) ?? t`otra persona`
  const since = shortDateTime(succeeds.since, formatLocale())
  return (
    <div
      role="status"
      data-testid="identity-banner"
      className="flex shrink-0 items-start gap-3 border-b border-border bg-warn-soft px-4 py-2.5 text-sm text-text"
    >
      <UserRoundSearch size={17} className="mt-0.5 shrink-0 text-warn" aria-hidden />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-80">
          <p className="font-semibold">
            {succeeds.because === 'identity-changed' ? (
              <Trans>La identidad cambió el {since}: confirme que es la misma persona</Trans>
            ) : (
              <Trans>
                Hasta el {since} este número era de {name}
              </Trans>
            )}
          </p>
          <p className="text-xs leading-5 text-text-2">
            {succeeds.because === 'identity-changed' ? (
              <Trans>Puede tener un teléfono nuevo, o el número ser ahora de alguien más.</Trans>
            ) : (
              <Trans>WhatsApp muestra ahora otra cuenta con él.</Trans>
            )}{' '}
            <Trans>Lo hablado antes con {name} no se muestra aquí hasta que se confirme.</Trans>
          </p>
        </div>
        {me.permissions.includes('contact:identify') && (
          <div className="flex gap-1.5 max-md:w-full max-md:*:h-11 max-md:*:flex-1">
            <Button size="sm" onPress={() => setAsked('same')}>
              <Trans>Es la misma persona</Trans>
            </Button>
            <Button size="sm" onPress={() => setAsked('other')}>
              <Trans>Es otra persona</Trans>
            </Button>
          </div>
        )}
      </div>
      {asked && (
        <IdentityDialog contact={contact} isSame={asked === 'same'} name={name} onClose={() => setAsked(null)} />
      )}
    </div>
  )
}

/** What the contact of before is called; null while that is not known, and where they had nothing but the number. */
function useFormerName({ contactId }: Succession): string | null {
  const me = useMe()
  const accountId = me.account.id as AccountId
  const nameOf = useName()
  const [former, setFormer] = useState<Contact | null>(null)
  useEffect(() => {
    let isCurrent = true
    void call('getContact', { params: { id: contactId } }).then((found) => {
      if (isCurrent && found.ok && found.value.erasedAt === null) setFormer(fromContactView(found.value, accountId))
    })
    return () => {
      isCurrent = false
    }
  }, [contactId, accountId])
  return former && (ownName(former) !== null || former.addresses.length > 0) ? nameOf(former) : null
}
