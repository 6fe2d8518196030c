import { useEffect, useState } from 'react'
import type { RightView } from '#contract/right.ts'
import { call } from '../api/api.ts'

/** An answer holds this long; then it is asked again, for a window may have closed or a day begun. */
const ASK_AGAIN_MS = 30_000

type To = Parameters<typeof call<'askSend'>>[1]['body']['to']

/** What the server says of sending this template to them now; null until it has answered, or when it cannot be asked. */
export function useAsked(
  to: To,
  template: { readonly name: string; readonly language: string } | null,
): RightView | null {
  const whom = JSON.stringify(to)
  const key = template && `${whom} ${template.name} ${template.language}`
  const [answer, setAnswer] = useState<{ readonly key: string; readonly right: RightView } | null>(null)
  const { name, language } = template ?? { name: '', language: '' }
  useEffect(() => {
    if (key === null) return
    let isOver = false
    const ask = async () => {
      const result = await call('askSend', { body: { to: JSON.parse(whom) as To, template: { name, language } } })
      if (!isOver && result.ok) setAnswer({ key, right: result.value })
    }
    void ask()
    const timer = setInterval(() => void ask(), ASK_AGAIN_MS)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [key, whom, name, language])
  return answer !== null && answer.key === key ? answer.right : null
}
