import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Contact } from '#core/contact/contact.ts'
import type { ProblemView } from '#contract/views.ts'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { Dialog, DialogFooter, DialogProblem } from '../kit/dialog.tsx'
import { say } from '../kit/toast.tsx'

type Props = {
  readonly contact: Contact
  readonly isSame: boolean
  /** Of the contact of before. */
  readonly name: string
  readonly onClose: () => void
}

/** What follows from saying who it is, before it is said. */
export default function IdentityDialog({ contact, isSame, name, onClose }: Props) {
  const { t } = useLingui()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const settle = async () => {
    setBusy(true)
    const done = await call('settleIdentity', { params: { id: contact.contactId }, body: { same: isSame } })
    setBusy(false)
    if (!done.ok) return setProblem(done.error)
    say(isSame ? t`Anotado: es ${name}` : t`Anotado: no es ${name}`)
    onClose()
  }
  return (
    <Dialog label={isSame ? t`¿Es ${name}?` : t`¿No es ${name}?`} width="sm" onClose={onClose}>
      <div className="flex flex-col gap-3 px-5 pt-1 pb-4 text-sm text-text-2">
        {isSame ? (
          <>
            <p>
              <Trans>Pregúntele algo que solo esa persona sepa. No le cuente usted nada de lo hablado antes.</Trans>
            </p>
            <p>
              <Trans>
                Si es {name}, esta conversación continúa la anterior: se muestra lo hablado antes, y valen otra vez sus
                datos y consentimientos.
              </Trans>
            </p>
          </>
        ) : (
          <p>
            <Trans>
              Este contacto empieza de cero, sin datos ni consentimientos. Lo hablado antes se queda con {name}, y no se
              vuelve a preguntar.
            </Trans>
          </p>
        )}
        <p className="text-xs text-text-3">
          {isSame ? (
            <Trans>Queda anotado quién lo dijo y cuándo. Se puede deshacer en la ficha del contacto.</Trans>
          ) : (
            <Trans>
              Queda anotado quién lo dijo y cuándo. Si resulta ser la misma, se pueden unir en la ficha del contacto.
            </Trans>
          )}
        </p>
        <DialogProblem problem={problem} />
      </div>
      <DialogFooter>
        <Button onPress={onClose}>
          <Trans>Cancelar</Trans>
        </Button>
        <Button look="primary" isDisabled={busy} onPress={() => void settle()}>
          {isSame ? <Trans>Es la misma persona</Trans> : <Trans>Es otra persona</Trans>}
        </Button>
      </DialogFooter>
    </Dialog>
  )
}
