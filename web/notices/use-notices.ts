import { useLingui } from '@lingui/react/macro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { NoticeView } from '#contract/notice.ts'
import { call } from '../api/api.ts'
import { readNoticeCounts } from './notice-counts.ts'

export type NoticeFilter = 'new' | 'important' | 'all'
export type NoticeList = {
  readonly state: 'loading' | 'ready' | 'failed'
  readonly notices: readonly NoticeView[]
  readonly next: string | null
}

const EMPTY: NoticeList = { state: 'loading', notices: [], next: null }
const PAGE = 50
/** New ones come without a word; who has the page open sees them soon. */
const AGAIN_MS = 15_000

/** Notices, newest first, read again now and then; `more` adds the next page. In the language of the screen. */
export function useNotices(show: NoticeFilter) {
  const { i18n } = useLingui()
  const [list, setList] = useState(EMPTY)
  const asked = useRef(0)
  const { locale } = i18n

  const read = useCallback(
    async (after: NoticeList | null): Promise<void> => {
      const own = ++asked.current
      const page = await call('listNotices', { query: { show, limit: PAGE, cursor: after?.next ?? undefined } })
      if (own !== asked.current) return
      if (!page.ok) return setList((now) => (now.state === 'ready' ? now : { ...now, state: 'failed' }))
      setList({
        state: 'ready',
        notices: [...(after?.notices ?? []), ...page.value.data],
        next: page.value.next,
      })
      void readNoticeCounts()
    },
    // The server writes the words.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [show, locale],
  )

  const isFirstPage = useRef(true)
  isFirstPage.current = list.notices.length <= PAGE
  useEffect(() => {
    setList(EMPTY)
    void read(null)
    const timer = setInterval(
      () => isFirstPage.current && document.visibilityState === 'visible' && void read(null),
      AGAIN_MS,
    )
    return () => clearInterval(timer)
  }, [read])

  return { list, reload: () => read(null), more: () => read(list) }
}
