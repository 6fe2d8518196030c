import { Trans, useLingui } from '@lingui/react/macro'
import { Check, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { ProblemView } from '#contract/views.ts'
import { ERASE_GRACE } from '#core/privacy/request.ts'
import { call } from '../api/api.ts'
import { useSpelled } from '../contact/use-name.ts'
import { Button } from '../kit/button.tsx'
import { Dialog, DialogFooter, DialogProblem } from '../kit/dialog.tsx'
import { Field } from '../kit/field.tsx'
import { say } from '../kit/toast.tsx'
import { type Asked, draftOf, NOTHING_ASKED, RequestFields } from './request-fields.tsx'

type Props = {
  readonly contactId: string
  /** As the API tells it. */
  readonly name: string
  /** The request that asks for it; null: it is written down here. */
  readonly requestId: string | null
  readonly onClose: () => void
  readonly onDone: () => void
}

const GRACE_MINUTES = ERASE_GRACE / 60_000

/** Says exactly what goes and what stays, and wants the name typed: afterwards nothing brings the person back. */
export function EraseDialog({ contactId, name, requestId, onClose, onDone }: Props) {
  const { t } = useLingui()
  const shown = useSpelled()(name)
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<Asked>(NOTHING_ASKED)
  const [noted, setNoted] = useState(requestId)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemView | null>(null)

  const confirm = async () => {
    setBusy(true)
    setProblem(null)
    const id = noted ?? (await note())
    const erased = id === null ? null : await call('eraseContact', { params: { id }, body: { name: name.trim() } })
    setBusy(false)
    if (erased === null) return
    if (!erased.ok) return setProblem(erased.error)
    say(t`${shown} se borrará en ${GRACE_MINUTES} minutos; hasta entonces se puede cancelar`)
    onDone()
    onClose()
  }
  const note = async (): Promise<string | null> => {
    const added = await call('addPrivacyRequest', { body: { contactId, kind: 'erase', ...draftOf(asked) } })
    if (!added.ok) {
      setProblem(added.error)
      return null
    }
    setNoted(added.value.id)
    return added.value.id
  }
  return (
    <Dialog label={t`¿Borrar a ${shown}?`} onClose={onClose}>
      <div className="flex flex-col gap-4 overflow-y-auto px-5 pt-1 pb-4">
        <div className="grid grid-cols-2 gap-x-5 gap-y-4 max-md:grid-cols-1">
          <List title={t`Se borra`} tone="text-danger" icon={<X size={14} strokeWidth={2.25} aria-hidden />}>
            <Trans>Nombre, números e identificadores</Trans>
            <Trans>Mensajes y archivos de todas sus conversaciones</Trans>
            <Trans>Lo que espera para enviársele</Trans>
            <Trans>El detalle de sus consentimientos y los avisos sobre esta persona</Trans>
            <Trans>Los webhooks guardados que la nombran</Trans>
          </List>
          <List title={t`Queda, sin nada personal`} tone="text-text-3" icon={<Check size={14} aria-hidden />}>
            <Trans>Cuántas conversaciones hubo y cuánto costaron</Trans>
            <Trans>La cadena de consentimientos, con sus huellas</Trans>
            <Trans>La prueba de este borrado</Trans>
            <Trans>Si pidió no recibir mensajes: una huella de su número, para no volver a escribirle</Trans>
          </List>
        </div>
        <p className="rounded-md bg-warn-soft px-3 py-2 text-sm text-warn">
          <Trans>
            Durante {GRACE_MINUTES} minutos se puede cancelar. Después no se puede deshacer. Si la persona vuelve a
            escribir, será un contacto nuevo.
          </Trans>
        </p>
        {noted === null && <RequestFields asked={asked} onChange={setAsked} />}
        <Field
          label={t`Escriba «${shown}» para confirmar`}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          testId="erase-name"
          onChange={(event) => setTyped(event.target.value)}
        />
        <DialogProblem problem={problem} />
      </div>
      <DialogFooter>
        <Button onPress={onClose}>
          <Trans>No borrar</Trans>
        </Button>
        <Button
          look="danger"
          isDisabled={busy || !isNamed(typed, shown)}
          onPress={() => void confirm()}
          data-testid="erase-confirm"
        >
          <Trans>Borrar a esta persona</Trans>
        </Button>
      </DialogFooter>
    </Dialog>
  )
}

/** Word for word; a number also without its spaces and signs. */
function isNamed(typed: string, shown: string): boolean {
  const digits = (text: string) => (/^\+[\d\s()-]+$/.test(text) ? text.replace(/\D/g, '') : null)
  const number = digits(shown.trim())
  return typed.trim() === shown.trim() || (number !== null && typed.replace(/[\s()+-]/g, '') === number)
}

type ListProps = {
  readonly title: string
  readonly tone: string
  readonly icon: ReactNode
  readonly children: readonly ReactNode[]
}

const List = ({ title, tone, icon, children }: ListProps) => (
  <section>
    <h3 className="pb-1.5 text-xs font-semibold text-text-2">{title}</h3>
    <ul className="flex flex-col gap-1.5 text-sm">
      {children.map((child, index) => (
        <li key={index} className="flex gap-2">
          <span className={`mt-0.75 shrink-0 ${tone}`}>{icon}</span>
          <span>{child}</span>
        </li>
      ))}
    </ul>
  </section>
)
