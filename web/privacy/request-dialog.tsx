import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ProblemView } from '#contract/views.ts'
import { REQUEST_KINDS, type RequestKind } from '#core/privacy/request.ts'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { Dialog, DialogFooter, DialogProblem } from '../kit/dialog.tsx'
import { say } from '../kit/toast.tsx'
import { draftOf, NOTHING_ASKED, RequestFields } from './request-fields.tsx'
import { usePrivacyWords } from './words.ts'

type Props = {
  readonly contactId: string
  readonly name: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Writes down that somebody asked, so that the term runs; what is decided comes later. */
export function RequestDialog({ contactId, name, onClose, onDone }: Props) {
  const { t } = useLingui()
  const words = usePrivacyWords()
  const [kind, setKind] = useState<RequestKind>('export')
  const [asked, setAsked] = useState(NOTHING_ASKED)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const confirm = async () => {
    setBusy(true)
    const added = await call('addPrivacyRequest', { body: { contactId, kind, ...draftOf(asked) } })
    setBusy(false)
    if (!added.ok) return setProblem(added.error)
    say(t`Solicitud anotada`)
    onDone()
    onClose()
  }
  return (
    <Dialog label={t`Solicitud de ${name}`} onClose={onClose}>
      <div className="flex flex-col gap-4 overflow-y-auto px-5 pt-2 pb-4">
        <div role="radiogroup" aria-label={t`Qué pide`} className="flex gap-1 rounded-md bg-chip p-0.75">
          {REQUEST_KINDS.map((one) => (
            <button
              key={one}
              type="button"
              role="radio"
              aria-checked={kind === one}
              onClick={() => setKind(one)}
              className={cx(
                'h-8 flex-1 rounded-sm text-sm font-medium max-md:h-11',
                kind === one ? 'bg-surface text-text shadow-1' : 'text-text-2 hover:text-text',
              )}
            >
              {words.kind[one]}
            </button>
          ))}
        </div>
        <RequestFields asked={asked} onChange={setAsked} />
        <DialogProblem problem={problem} />
      </div>
      <DialogFooter>
        <Button onPress={onClose}>
          <Trans>Cancelar</Trans>
        </Button>
        <Button look="primary" isDisabled={busy} onPress={() => void confirm()}>
          <Trans>Anotar solicitud</Trans>
        </Button>
      </DialogFooter>
    </Dialog>
  )
}
