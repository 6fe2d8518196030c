import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ProblemView } from '#contract/views.ts'
import type { Contact, Part } from '#core/contact/contact.ts'
import { call } from '../../api/api.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog, DialogFooter, DialogProblem } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { say } from '../../kit/toast.tsx'
import { useNames } from './use-names.ts'

export const LONGEST_WHY = 500

type Props = {
  readonly contact: Contact
  readonly part: Part
  /** Of the part. */
  readonly name: string
  readonly onClose: () => void
}

/** What follows from saying that they are two after all, before it is said. */
export function UndoDialog({ contact, part, name, onClose }: Props) {
  const { t } = useLingui()
  const [why, setWhy] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const [theirs, rest] = useNames({ contact, part: { id: part.contactId, name } }, { contact })
  const undo = async () => {
    setBusy(true)
    const body = { part: part.contactId, why: why.trim() }
    const done = await call('undoMerge', { params: { id: contact.contactId }, body })
    setBusy(false)
    if (!done.ok) return setProblem(done.error)
    say(t`Separados: ${theirs} vuelve a ser otro contacto`)
    onClose()
  }
  return (
    <Dialog label={t`¿Separar a ${name}?`} width="sm" onClose={onClose}>
      <div className="flex flex-col gap-3 px-5 pt-1 pb-4 text-sm text-text-2">
        <p>
          <Trans>
            {theirs} recupera sus números, lo que dijo y lo que se le escribió por ellos, también desde que se unió. Lo
            demás se queda con {rest}.
          </Trans>
        </p>
        {part.wasAsked && (
          <p>
            <Trans>Se vuelve a preguntar si es la misma persona.</Trans>
          </p>
        )}
        <Field
          label={t`Motivo (opcional)`}
          value={why}
          maxLength={LONGEST_WHY}
          onChange={(event) => setWhy(event.target.value)}
        />
        <DialogProblem problem={problem} />
      </div>
      <DialogFooter>
        <Button onPress={onClose}>
          <Trans>Cancelar</Trans>
        </Button>
        <Button look="primary" isDisabled={busy} onPress={() => void undo()}>
          <Trans>Separar</Trans>
        </Button>
      </DialogFooter>
    </Dialog>
  )
}
