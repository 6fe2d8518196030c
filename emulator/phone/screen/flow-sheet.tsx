import { ChevronLeft } from 'lucide-react'
import { type FormEvent, useEffect, useState } from 'react'
import { turnForm } from '../state/forms.ts'
import { sendFormAnswer } from '../state/answers.ts'
import { useApp } from '../state/store.ts'
import type { FormScreen, FormTurn } from '../control/types.ts'
import { useWords } from '../words/index.ts'
import { FormByHand } from './form-by-hand.tsx'
import { FormField } from './form-field.tsx'
import { payloadOf, type Values, valuesIn } from './form-values.ts'
import { Sheet } from './sheet.tsx'

/** A screen with what was entered there. */
type Visited = { screen: FormScreen; values: Values }

/** A form of the business: its screens, asked from its endpoint where it has one. One Meta does not know is typed by hand. */
export function FlowSheet({ wamid, token }: { wamid: string; token: string }) {
  const words = useWords()
  const [turn, setTurn] = useState<FormTurn | null>(null)
  const [visited, setVisited] = useState<readonly Visited[]>([])
  const [begun, setBegun] = useState<Values>({})
  useEffect(() => void turnForm(wamid, { action: 'open' }).then(setTurn), [wamid])
  const finish = (answer: object) => {
    useApp.setState({ sheet: null })
    sendFormAnswer(wamid, answer)
  }
  const go = async (screen: FormScreen, values: Values) => {
    const { end } = screen
    if (end === null) return
    const payload = payloadOf(end, values)
    if (end.does === 'complete') return finish({ flow_token: token || 'unused', ...payload })
    const to = end.does === 'navigate' ? end.next : screen.id
    const next = await turnForm(wamid, { action: end.does, screen: to, data: payload })
    if (next.kind === 'complete') return finish(next.answer)
    const isSame = next.kind === 'screen' && next.screen.id === screen.id
    if (!isSame) setVisited([...visited, { screen, values }])
    setBegun(isSame ? values : {})
    setTurn(next)
  }
  const last = visited.at(-1)
  const back = () => {
    if (last === undefined) return
    setVisited(visited.slice(0, -1))
    setBegun(last.values)
    setTurn({ kind: 'screen', screen: last.screen })
  }
  return (
    <Sheet title={turn?.kind === 'screen' ? turn.screen.title : words.flowAnswer}>
      {turn === null && <p className="p-2 text-[13px] text-wa-ink-2">{words.formAsks}</p>}
      {turn?.kind === 'unknown' && <FormByHand token={token} onAnswer={finish} />}
      {turn?.kind === 'failed' && (
        <p role="alert" className="p-2 text-[13.5px]/5 text-wa-danger">
          {words.formFailed} {turn.reason}
        </p>
      )}
      {turn?.kind === 'screen' && (
        <Screen
          key={JSON.stringify(turn.screen)}
          screen={turn.screen}
          begun={begun}
          onEnd={(values) => go(turn.screen, values)}
        />
      )}
      {last !== undefined && (
        <button
          type="button"
          onClick={back}
          className="flex h-9 w-full items-center justify-center gap-1 rounded-full text-[13.5px] font-semibold text-wa-accent hover:bg-wa-bar"
        >
          <ChevronLeft size={16} aria-hidden="true" /> {words.back}
        </button>
      )}
    </Sheet>
  )
}

type ScreenProps = { screen: FormScreen; begun: Values; onEnd: (values: Values) => Promise<void> }

function Screen({ screen, begun, onEnd }: ScreenProps) {
  const [isAsking, setAsking] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsking(true)
    void onEnd(valuesIn(screen, new FormData(event.currentTarget))).finally(() => setAsking(false))
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 pb-1">
      {screen.parts.map((part, index) =>
        part.kind === 'text' ? (
          <p
            key={index}
            className={`whitespace-pre-line ${part.isHeading ? 'text-[16px]/5.5 font-semibold' : 'text-[13.5px]/5 text-wa-ink-2'}`}
          >
            {part.text}
          </p>
        ) : (
          <FormField key={part.name} field={part} start={begun[part.name] ?? ''} />
        ),
      )}
      {screen.end !== null && (
        <button
          type="submit"
          disabled={isAsking}
          className="mt-1 h-10 w-full rounded-full bg-wa-accent font-semibold text-white disabled:bg-wa-line disabled:text-wa-ink-2"
        >
          {screen.end.label}
        </button>
      )}
    </form>
  )
}
