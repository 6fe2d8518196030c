import { useCallback, useEffect, useState } from 'react'
import type { NumberView } from '#contract/number.ts'
import type { ProblemView } from '#contract/views.ts'
import { call } from '../api/api.ts'

/** A number as it is now; `reload` asks Meta again. */
export function useNumber(lineId: string, locale: string) {
  const [number, setNumber] = useState<NumberView | null>(null)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const reload = useCallback(async () => {
    const result = await call('getNumber', { params: { id: lineId } })
    if (result.ok) setNumber(result.value)
    setProblem(result.ok ? null : result.error)
  }, [lineId])
  useEffect(() => {
    setNumber(null)
    void reload()
  }, [reload, locale])
  return { number, problem, reload, setNumber }
}
