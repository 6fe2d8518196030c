import { useCallback, useEffect, useRef, useState } from 'react'
import type { HoldView, PrivacyRequestView } from '#contract/privacy.ts'
import { call } from '../api/api.ts'

type Listed<Item> = {
  readonly state: 'loading' | 'ready' | 'failed'
  readonly items: readonly Item[]
  readonly next: string | null
}
const EMPTY = { state: 'loading', items: [], next: null } as const
const PAGE = 50
/** Erasures end by themselves, and colleagues decide, too. */
const AGAIN_MS = 5_000

type Read<Item> = (
  cursor: string | undefined,
) => Promise<
  | { readonly ok: true; readonly value: { readonly data: Item[]; readonly next: string | null } }
  | { readonly ok: false }
>

/** A list read again now and then while one looks at its first page; `more` adds the next page. */
function useListed<Item>(read: Read<Item>) {
  const [list, setList] = useState<Listed<Item>>(EMPTY)
  const asked = useRef(0)
  const load = useCallback(
    async (after: Listed<Item> | null) => {
      const own = ++asked.current
      const page = await read(after?.next ?? undefined)
      if (own !== asked.current) return
      if (!page.ok) return setList((now) => (now.state === 'ready' ? now : { ...now, state: 'failed' }))
      setList({ state: 'ready', items: [...(after?.items ?? []), ...page.value.data], next: page.value.next })
    },
    [read],
  )
  useEffect(() => {
    setList(EMPTY)
    void load(null)
  }, [load])
  const isFirstPage = list.items.length <= PAGE
  useEffect(() => {
    if (!isFirstPage) return
    const timer = setInterval(() => void load(null), AGAIN_MS)
    return () => clearInterval(timer)
  }, [load, isFirstPage])
  return { list, reload: () => load(null), more: () => load(list) }
}

const readOpen: Read<PrivacyRequestView> = (cursor) =>
  call('listPrivacyRequests', { query: { show: 'open', limit: PAGE, cursor } })
const readClosed: Read<PrivacyRequestView> = (cursor) =>
  call('listPrivacyRequests', { query: { show: 'closed', limit: PAGE, cursor } })
const readHolds: Read<HoldView> = (cursor) => call('listHolds', { query: { limit: PAGE, cursor } })

export const useRequests = (show: 'open' | 'closed') => useListed(show === 'open' ? readOpen : readClosed)
export const useHolds = () => useListed(readHolds)

export type PrivacyOf = { readonly requests: readonly PrivacyRequestView[]; readonly holds: readonly HoldView[] }

/** Requests and holds of one person; null while they are read. */
export function usePrivacyOf(contactId: string) {
  const [kept, setKept] = useState<PrivacyOf | null>(null)
  const load = useCallback(async () => {
    const result = await call('getPrivacyOf', { params: { id: contactId } })
    if (result.ok) setKept(result.value)
  }, [contactId])
  const isUnderWay = kept?.requests.some(({ state }) => state === 'scheduled' || state === 'erasing') ?? false
  useEffect(() => {
    void load()
    if (!isUnderWay) return
    const timer = setInterval(() => void load(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [load, isUnderWay])
  return { kept, reload: load }
}
