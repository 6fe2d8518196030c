import { useCallback, useEffect, useRef, useState } from 'react'
import type { ConsentEntryView } from '#contract/consent.ts'
import type { ConsentChange, Means, Purpose } from '#core/consent/consent.ts'
import { call } from '../api/api.ts'

export type ConsentFilter = {
  readonly purpose?: Purpose
  readonly change?: ConsentChange
  readonly means?: Means
  readonly contactId?: string
}
export type ConsentList = {
  readonly state: 'loading' | 'ready' | 'failed'
  readonly entries: readonly ConsentEntryView[]
  readonly next: string | null
}
const EMPTY: ConsentList = { state: 'loading', entries: [], next: null }
const PAGE = 50

/** The consent ledger, newest entry first; read again whenever `newest` is another. */
export function useConsents({ purpose, change, means, contactId }: ConsentFilter, newest?: string) {
  const [list, setList] = useState(EMPTY)
  const asked = useRef(0)
  const read = useCallback(
    async (after: ConsentList | null): Promise<void> => {
      const own = ++asked.current
      const query = { purpose, change, means, contactId, limit: PAGE, cursor: after?.next ?? undefined }
      const page = await call('listConsents', { query })
      if (own !== asked.current) return
      if (!page.ok) return setList((now) => (now.state === 'ready' ? now : { ...now, state: 'failed' }))
      setList({ state: 'ready', entries: [...(after?.entries ?? []), ...page.value.data], next: page.value.next })
    },
    [purpose, change, means, contactId],
  )
  useEffect(() => {
    setList(EMPTY)
    void read(null)
  }, [read, newest])
  return { list, reload: () => read(null), more: () => read(list) }
}
