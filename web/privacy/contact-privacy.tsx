import { Trans, useLingui } from '@lingui/react/macro'
import { FileQuestion, LockKeyhole, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { type Contact, displayName } from '#core/contact/contact.ts'
import { isUnderWay } from '#core/privacy/request.ts'
import { Button } from '../kit/button.tsx'
import { useMe } from '../session/session.ts'
import { useSpelled } from '../contact/use-name.ts'
import { EraseDialog } from './erase-dialog.tsx'
import { ExportLink } from './export-link.tsx'
import { HoldDialog } from './hold-dialog.tsx'
import { HoldRow } from './hold-row.tsx'
import { RequestDialog } from './request-dialog.tsx'
import { RequestRow } from './request-row.tsx'
import { usePrivacyOf } from './use-privacy.ts'

/** What this person asked about their data, what holds it up, and what can be done for them. */
export function ContactPrivacy({ contact }: { readonly contact: Contact }) {
  const { t } = useLingui()
  const me = useMe()
  if (!me.permissions.includes('privacy:read')) return null
  return (
    <section className="border-t border-border px-4 py-3" data-testid="contact-privacy">
      <h3 className="pb-1.5 text-2xs font-semibold tracking-[0.02em] text-text-3">{t`Privacidad`}</h3>
      <Kept key={contact.contactId} contact={contact} mayManage={me.permissions.includes('privacy:manage')} />
    </section>
  )
}

type Asking = 'request' | 'hold' | 'erase'

function Kept({ contact, mayManage }: { readonly contact: Contact; readonly mayManage: boolean }) {
  const { kept, reload } = usePrivacyOf(contact.contactId)
  const [asking, setAsking] = useState<Asking | null>(null)
  const spelled = useSpelled()
  const requests = kept?.requests.filter(({ state }) => isUnderWay(state)) ?? []
  const holds = kept?.holds.filter(({ inForce }) => inForce) ?? []
  const toErase = requests.find(({ kind }) => kind === 'erase')
  const dialog = {
    ...{ contactId: contact.contactId, name: spelled(displayName(contact)), onDone: () => void reload() },
    onClose: () => setAsking(null),
  }
  return (
    <>
      {(requests.length > 0 || holds.length > 0) && (
        <ul className="mb-2 overflow-hidden rounded-lg border border-border">
          {holds.map((hold) => (
            <HoldRow key={hold.id} hold={hold} withName={false} onChange={() => void reload()} />
          ))}
          {requests.map((request) => (
            <RequestRow
              key={request.id}
              request={request}
              hold={holds[0] ?? null}
              withName={false}
              onChange={() => void reload()}
            />
          ))}
        </ul>
      )}
      {mayManage && kept && (
        <div className="-ml-2.5 flex flex-wrap gap-1">
          <ExportLink contactId={contact.contactId} />
          <Button look="quiet" size="sm" onPress={() => setAsking('request')}>
            <FileQuestion size={14} aria-hidden />
            <Trans>Anotar solicitud…</Trans>
          </Button>
          {toErase?.state !== 'erasing' && (
            <Button look="quiet" size="sm" onPress={() => setAsking('hold')}>
              <LockKeyhole size={14} aria-hidden />
              <Trans>Poner retención…</Trans>
            </Button>
          )}
          {toErase === undefined && holds.length === 0 && (
            <Button
              look="quiet"
              size="sm"
              className="text-danger!"
              onPress={() => setAsking('erase')}
              data-testid="erase-contact"
            >
              <Trash2 size={14} aria-hidden />
              <Trans>Borrar a esta persona…</Trans>
            </Button>
          )}
        </div>
      )}
      {asking === 'request' && <RequestDialog {...dialog} />}
      {asking === 'hold' && <HoldDialog {...dialog} />}
      {asking === 'erase' && <EraseDialog {...dialog} name={displayName(contact)} requestId={null} />}
    </>
  )
}
