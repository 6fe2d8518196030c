import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { PrivacyRequestView } from '#contract/privacy.ts'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { say } from '../kit/toast.tsx'
import { useSpelled } from '../contact/use-name.ts'
import { EraseDialog } from './erase-dialog.tsx'
import { ExportLink } from './export-link.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

type Props = { readonly request: PrivacyRequestView; readonly isHeld: boolean; readonly onChange: () => void }

/** What an administrator can do with a request as it stands. */
export function RequestActions({ request, isHeld, onChange }: Props) {
  const { t } = useLingui()
  const [erasing, setErasing] = useState(false)
  const [declining, setDeclining] = useState(false)
  const { id, kind, state, contact } = request
  const name = contact.name ?? t`Persona borrada`
  const shown = useSpelled()(name)

  const ask = async (what: 'cancelErasure' | 'handOutExport', done: string) => {
    const result = await call(what, { params: { id } })
    say(result.ok ? done : result.error.detail || result.error.title)
    onChange()
  }
  const decline = async (reason: string) => {
    const result = await call('declinePrivacyRequest', { params: { id }, body: { reason } })
    if (!result.ok) return result.error
    onChange()
    return null
  }
  if (state === 'scheduled') {
    return (
      <Button
        size="sm"
        className="max-md:h-11"
        onPress={() => void ask('cancelErasure', t`Borrado cancelado`)}
        data-testid="cancel-erasure"
      >
        <Trans>Cancelar el borrado</Trans>
      </Button>
    )
  }
  if (state !== 'open') return null
  return (
    <>
      {kind === 'export' ? (
        <>
          <ExportLink contactId={contact.id} />
          <Button
            size="sm"
            className="max-md:h-11"
            onPress={() => void ask('handOutExport', t`Anotada como entregada`)}
          >
            <Trans>Ya se entregó</Trans>
          </Button>
        </>
      ) : (
        <Button look="danger" size="sm" className="max-md:h-11" isDisabled={isHeld} onPress={() => setErasing(true)}>
          <Trans>Borrar…</Trans>
        </Button>
      )}
      <Button look="quiet" size="sm" className="max-md:h-11" onPress={() => setDeclining(true)}>
        <Trans>Rechazar…</Trans>
      </Button>
      {erasing && (
        <EraseDialog
          contactId={contact.id}
          name={name}
          requestId={id}
          onClose={() => setErasing(false)}
          onDone={onChange}
        />
      )}
      {declining && (
        <ReasonDialog
          label={t`Rechazar la solicitud de ${shown}`}
          question={t`Qué se le respondió`}
          placeholder={t`No se pudo comprobar que fuera la titular`}
          hint={t`Queda en el historial de la solicitud.`}
          action={t`Rechazar`}
          onClose={() => setDeclining(false)}
          onConfirm={decline}
        />
      )}
    </>
  )
}
