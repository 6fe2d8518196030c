import { useEffect } from 'react'
import { create } from 'zustand'
import { call } from '../api/api.ts'
import { useMe } from '../session/session.ts'

type Counts = { readonly warning: number; readonly danger: number }
const useCounts = create<{ counts: Counts }>(() => ({ counts: { warning: 0, danger: 0 } }))

/** Nobody is called away for a notice: it is seen within a minute, or on coming back to the desk. */
const AGAIN_MS = 60_000

export async function readNoticeCounts(): Promise<void> {
  const result = await call('countNotices', {})
  if (result.ok) useCounts.setState({ counts: result.value })
}

/** Notices that matter and that nobody has seen to; none for those who are not told of them. */
export function useNoticeCounts(): Counts {
  const isTold = useMe().permissions.includes('notice:read')
  useEffect(() => {
    if (!isTold) return
    const look = () => document.visibilityState === 'visible' && void readNoticeCounts()
    look()
    const timer = setInterval(look, AGAIN_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [isTold])
  return useCounts((state) => state.counts)
}
