import { Trans } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import type { ProblemView } from '#contract/views.ts'
import { Button } from '../kit/button.tsx'
import { Dialog, DialogFooter, DialogProblem } from '../kit/dialog.tsx'
import { inputLook } from '../kit/field.tsx'

type Props = {
  readonly label: string
  readonly question: string
  readonly placeholder: string
  readonly hint: string
  readonly action: string
  readonly children?: ReactNode
  readonly onClose: () => void
  /** Answers what stands in the way; null: nothing. */
  readonly onConfirm: (reason: string) => Promise<ProblemView | null>
}
/** As the server has it. */
const LONGEST = 500

/** Something that is only done with a reason. */
export function ReasonDialog({ label, question, placeholder, hint, action, children, onClose, onConfirm }: Props) {
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const confirm = async () => {
    setBusy(true)
    const found = await onConfirm(reason.trim())
    setBusy(false)
    if (found) return setProblem(found)
    onClose()
  }
  return (
    <Dialog label={label} width="sm" onClose={onClose}>
      <div className="flex flex-col gap-3 px-5 pt-1 pb-4">
        <label className="flex flex-col gap-1 text-xs font-semibold text-text-2">
          {question}
          <textarea
            rows={3}
            maxLength={LONGEST}
            value={reason}
            placeholder={placeholder}
            onChange={(event) => setReason(event.target.value)}
            className={`${inputLook} py-2 font-normal`}
          />
        </label>
        {children}
        <p className="text-xs text-text-3">{hint}</p>
        <DialogProblem problem={problem} />
      </div>
      <DialogFooter>
        <Button onPress={onClose}>
          <Trans>Cancelar</Trans>
        </Button>
        <Button look="primary" isDisabled={busy || reason.trim() === ''} onPress={() => void confirm()}>
          {action}
        </Button>
      </DialogFooter>
    </Dialog>
  )
}
