import { useCallback, useEffect, useState } from 'react'
import type { AlertView } from '#contract/number.ts'
import { call } from '../api/api.ts'

const AGAIN_MS = 60_000

/** What is wrong with the numbers, read again each minute. */
export function useAlerts(locale: string): readonly AlertView[] {
  const [alerts, setAlerts] = useState<readonly AlertView[]>([])
  useEffect(() => {
    const read = () =>
      void call('listAlerts', {}).then((result) => {
        if (result.ok) setAlerts(result.value.data)
      })
    read()
    const timer = setInterval(read, AGAIN_MS)
    return () => clearInterval(timer)
  }, [locale])
  return alerts
}

/** What is wrong with one number, looked at now; `check` looks again. */
export function useLineAlerts(lineId: string, locale: string) {
  const [alerts, setAlerts] = useState<readonly AlertView[]>([])
  const check = useCallback(async () => {
    const result = await call('checkLine', { params: { id: lineId } })
    if (result.ok) setAlerts(result.value.data)
  }, [lineId])
  useEffect(() => {
    setAlerts([])
    void check()
  }, [check, locale])
  return { alerts, check }
}
