import { type FormEvent, useState } from 'react'
import { useWords } from '../words/index.ts'

/** The answer of a form whose screens are not here, written as JSON. */
export function FormByHand({ token, onAnswer }: { token: string; onAnswer: (answer: object) => void }) {
  const words = useWords()
  const [text, setText] = useState(() =>
    JSON.stringify({ flow_token: token || 'unused', nombre: 'Lucía', monto: '925' }, null, 2),
  )
  const [invalid, setInvalid] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const answer = readObject(text)
    setInvalid(answer === null)
    if (answer !== null) onAnswer(answer)
  }
  return (
    <form onSubmit={submit}>
      <label className="block text-[12.5px]/4.5 text-wa-ink-2">
        {words.flowHint}
        <textarea
          rows={7}
          value={text}
          spellCheck={false}
          aria-invalid={invalid}
          onChange={(event) => setText(event.target.value)}
          className="mt-1.5 block w-full rounded-[6px] border border-wa-ink-2/60 p-2 font-mono text-[12.5px]/4.5 text-wa-ink"
        />
      </label>
      {invalid && (
        <p role="alert" className="pt-1 text-[12.5px] text-wa-danger">
          {words.invalidJson}
        </p>
      )}
      <button type="submit" className="mt-2 mb-1 h-10 w-full rounded-full bg-wa-accent font-semibold text-white">
        {words.send}
      </button>
    </form>
  )
}

function readObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}
