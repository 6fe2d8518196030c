import { Trans, useLingui } from '@lingui/react/macro'
import { OctagonAlert } from 'lucide-react'
import type { OutboundMessage } from '#core/message/message.ts'
import { explainProblem } from '#core/problem/explain.ts'
import type { Fault } from '#core/problem/problem.ts'
import { languageOf } from '#base/language.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import { FailureActions } from './failure-actions.tsx'
import { Note } from './note.tsx'

type Props = {
  readonly message: OutboundMessage
  /** While the message waits on this machine and the server never took it. */
  readonly entry: OutboxEntry | undefined
}

/** Why a message did not arrive, whose turn it is, and what helps. */
export default function Explained({ message, entry }: Props) {
  const { i18n } = useLingui()
  const faults = useFaultNames()
  const code = message.problem?.code ?? ''
  const { cause, advice, fault, known } = explainProblem(code, languageOf(i18n.locale))
  const said = message.problem?.details ?? message.problem?.title ?? null
  return (
    <Note icon={<OctagonAlert size={15} aria-hidden />} tone="danger">
      <p className="font-semibold">{cause}</p>
      <p className="text-text">{advice}</p>
      <p className="pt-0.5 text-text-2">
        {/^\d+$/.test(code) && <span className="tabular">{code} · </span>}
        {faults[fault]}
        {!known && said !== null && <> · {said}</>}
      </p>
      <FailureActions message={message} entry={entry} />
      {known && said !== null && <Said words={said} />}
    </Note>
  )
}

/** What Meta wrote, in its own language, for whoever repairs it. */
function Said({ words }: { readonly words: string }) {
  return (
    <details className="pt-1 text-text-2">
      <summary className="cursor-pointer">
        <Trans>Lo que dice Meta</Trans>
      </summary>
      <p lang="en" className="pt-0.5 break-words">
        {words}
      </p>
    </details>
  )
}

function useFaultNames(): Readonly<Record<Fault, string>> {
  const { t } = useLingui()
  return {
    us: t`Depende de Hilo`,
    company: t`Depende de la cuenta de la empresa`,
    customer: t`Depende de la persona`,
    platform: t`Depende de Meta`,
    content: t`Depende de lo que se envió`,
  }
}
