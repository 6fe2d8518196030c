import { useEffect, useState } from 'react'
import type { RecipientView } from '#contract/recipient.ts'
import type { ProblemView } from '#contract/views.ts'
import { call } from '../api/api.ts'

type To = Parameters<typeof call<'findRecipient'>>[1]['body']['to']
type Answer =
  { readonly kind: 'found'; readonly view: RecipientView } | { readonly kind: 'refused'; readonly problem: ProblemView }

/** Whom this reaches, and from which number; null while it is asked, and for null. `pauseMs`: so long nothing was typed. */
export function useRecipient(to: To | null, pauseMs = 0): Answer | null {
  const key = to && JSON.stringify(to)
  const [answer, setAnswer] = useState<{ readonly key: string; readonly is: Answer } | null>(null)
  useEffect(() => {
    if (key === null) return
    let isCurrent = true
    const timer = setTimeout(async () => {
      const result = await call('findRecipient', { body: { to: JSON.parse(key) as To } })
      if (!isCurrent) return
      const is: Answer = result.ok ? { kind: 'found', view: result.value } : { kind: 'refused', problem: result.error }
      setAnswer({ key, is })
    }, pauseMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [key, pauseMs])
  return answer?.key === key ? answer.is : null
}
