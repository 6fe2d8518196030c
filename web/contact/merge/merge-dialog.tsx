import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import type { ProblemView } from '#contract/views.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { LikenessKind } from '#core/contact/evidence.ts'
import { call } from '../../api/api.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog, DialogFooter, DialogProblem } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { say } from '../../kit/toast.tsx'
import { Comparison } from './comparison.tsx'
import { LONGEST_WHY } from './undo-dialog.tsx'
import { useNames } from './use-names.ts'

type Props = {
  readonly contact: Contact
  readonly other: Contact
  readonly evidence: readonly LikenessKind[]
  readonly onClose: () => void
}

/** Two contacts side by side, and what they would be as one. Whoever has been known for longer stays, unless one swaps. */
export function MergeDialog({ contact, other, evidence, onClose }: Props) {
  const { t } = useLingui()
  const isOlder = contact.createdAt <= other.createdAt
  const [swapped, setSwapped] = useState(false)
  const [why, setWhy] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const [into, from] = isOlder !== swapped ? [contact, other] : [other, contact]
  const [name, fromName] = useNames({ contact: into }, { contact: from })
  const merge = async () => {
    setBusy(true)
    const body = { with: from.contactId, why: why.trim(), evidence: [...new Set(evidence)] }
    const done = await call('mergeContact', { params: { id: into.contactId }, body })
    setBusy(false)
    if (!done.ok) return setProblem(done.error)
    say(t`Unidos: todo queda en la ficha de ${name}`)
    onClose()
  }
  return (
    <Dialog label={t`¿Son la misma persona?`} width="lg" onClose={onClose}>
      <div className="flex min-h-0 flex-col gap-3 overflow-y-auto px-5 pt-1 pb-4 text-sm">
        <Comparison into={into} from={from} names={[name, fromName]} />
        <Button size="sm" look="quiet" className="-ml-2.5 self-start" onPress={() => setSwapped(!swapped)}>
          <ArrowLeftRight size={14} aria-hidden />
          <Trans>Conservar mejor la ficha de {fromName}</Trans>
        </Button>
        <Field
          label={t`Motivo (opcional)`}
          placeholder={t`Por ejemplo: me dijo que es su número del trabajo`}
          value={why}
          maxLength={LONGEST_WHY}
          onChange={(event) => setWhy(event.target.value)}
        />
        <p className="text-xs leading-4.5 text-text-2">
          <Trans>
            Lo hablado con los dos se ve en un mismo hilo, y se responde al número desde el que escriba. Queda anotado
            quién los unió; se pueden separar después, mientras no se borren sus datos.
          </Trans>
        </p>
        <DialogProblem problem={problem} />
      </div>
      <DialogFooter>
        <Button onPress={onClose}>
          <Trans>Cancelar</Trans>
        </Button>
        <Button look="primary" isDisabled={busy} onPress={() => void merge()} data-testid="merge">
          <Trans>Unir</Trans>
        </Button>
      </DialogFooter>
    </Dialog>
  )
}
