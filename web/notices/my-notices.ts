import { useEffect } from 'react'
import { call } from '../api/api.ts'
import { say } from '../kit/toast.tsx'
import { onTemplatesChanged } from '../store/live.ts'

const AGAIN_MS = 60_000

/**
 * Tells whoever sends a template, or made it, that Meta stopped it or changed its category, and administrators what is wrong
 * with a number; each once.
 */
async function tell(): Promise<void> {
  if (document.visibilityState !== 'visible') return
  const result = await call('listMyNotices', {})
  if (!result.ok || result.value.data.length === 0) return
  const { data } = result.value
  const seen = await call('seeMyNotices', { body: { ids: data.map(({ id }) => id) } })
  if (!seen.ok) return
  for (const { title, advice } of data.slice(0, 3).toReversed()) say(`${title} ${advice}`)
}

export function useMyNotices(): void {
  useEffect(() => {
    void tell()
    const timer = setInterval(() => void tell(), AGAIN_MS)
    const stop = onTemplatesChanged(() => void tell())
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [])
}
