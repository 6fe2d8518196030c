import { useCallback, useEffect, useRef, useState } from 'react'
import type { SetAsideView } from '#contract/set-aside.ts'
import { call } from '../api/api.ts'

export type SetAsideState = SetAsideView['state']
export type SetAsideList = {
  readonly state: 'loading' | 'ready' | 'failed'
  readonly entries: readonly SetAsideView[]
  readonly next: string | null
  readonly counts: Readonly<Record<SetAsideState, number>> | null
}

const EMPTY: SetAsideList = { state: 'loading', entries: [], next: null, counts: null }
/** New ones come without a word; who has the page open sees them soon. */
const AGAIN_MS = 15_000

/** Entries of one state, newest first, read again now and then; `more` adds the next page. */
export function useSetAside(shown: SetAsideState) {
  const [list, setList] = useState(EMPTY)
  const asked = useRef(0)

  const read = useCallback(
    async (after: SetAsideList | null): Promise<void> => {
      const own = ++asked.current
      const cursor = after?.next ?? undefined
      const [page, counts] = await Promise.all([
        call('listSetAside', { query: { state: shown, limit: 50, cursor } }),
        call('countSetAside', {}),
      ])
      if (own !== asked.current) return
      if (!page.ok || !counts.ok) return setList((now) => (now.state === 'ready' ? now : { ...now, state: 'failed' }))
      const entries = [...(after?.entries ?? []), ...page.value.data]
      setList({ state: 'ready', entries, next: page.value.next, counts: counts.value })
    },
    [shown],
  )

  const pages = useRef(1)
  pages.current = Math.max(1, Math.ceil(list.entries.length / 50))
  useEffect(() => {
    setList((now) => ({ ...EMPTY, counts: now.counts }))
    void read(null)
    // Who has paged on keeps the place.
    const timer = setInterval(
      () => pages.current === 1 && document.visibilityState === 'visible' && void read(null),
      AGAIN_MS,
    )
    return () => clearInterval(timer)
  }, [read])

  return { list, reload: () => read(null), more: () => read(list) }
}
