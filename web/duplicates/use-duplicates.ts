import { useLingui } from '@lingui/react/macro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DuplicateView } from '#contract/contact.ts'
import type { LikenessKind } from '#core/contact/evidence.ts'
import { call } from '../api/api.ts'
import { onIdentitiesChanged } from '../store/live.ts'

type DuplicateList = {
  readonly state: 'loading' | 'ready' | 'failed'
  readonly pairs: readonly DuplicateView[]
  readonly next: string | null
}

const EMPTY: DuplicateList = { state: 'loading', pairs: [], next: null }
const PAGE = 25
/** What the server takes at once. */
const MOST_AT_ONCE = 100
/** New ones are found without a word. */
const AGAIN_MS = 15_000
/** A merge is told by several facts. */
const SOON_MS = 150

export const keyOf = ({ contacts: [one, other] }: DuplicateView): string => `${one.id} ${other.id}`

/**
 * Who seems to be there twice, strongest first; read again, as far as one has come, when colleagues decide, and now and then.
 * In the language of the screen. `q`: only those called so; empty: all.
 */
export function useDuplicates(kind: LikenessKind | undefined, q: string) {
  const { i18n } = useLingui()
  const [list, setList] = useState(EMPTY)
  const asked = useRef(0)
  const { locale } = i18n

  const read = useCallback(
    async (after: DuplicateList | null, most = PAGE): Promise<void> => {
      const own = ++asked.current
      let cursor = after?.next ?? undefined
      const pairs: DuplicateView[] = []
      // A page may be empty though more follow: those who were on it are no longer alike.
      for (;;) {
        const page = await call('listDuplicates', { query: { kind, q: q === '' ? undefined : q, limit: most, cursor } })
        if (own !== asked.current) return
        if (!page.ok) return setList((now) => (now.state === 'ready' ? now : { ...now, state: 'failed' }))
        pairs.push(...page.value.data)
        cursor = page.value.next ?? undefined
        if (pairs.length > 0 || cursor === undefined) break
      }
      setList({ state: 'ready', pairs: joined(after?.pairs ?? [], pairs), next: cursor ?? null })
    },
    // The server writes the words.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [kind, q, locale],
  )

  const shown = useRef(0)
  shown.current = list.pairs.length
  const reload = useCallback(() => read(null, Math.min(MOST_AT_ONCE, Math.max(PAGE, shown.current))), [read])
  useEffect(() => {
    setList(EMPTY)
    void read(null)
    let soon: ReturnType<typeof setTimeout> | null = null
    const forget = onIdentitiesChanged(() => {
      soon ??= setTimeout(() => {
        soon = null
        void reload()
      }, SOON_MS)
    })
    const timer = setInterval(
      () => shown.current <= PAGE && document.visibilityState === 'visible' && void reload(),
      AGAIN_MS,
    )
    return () => {
      forget()
      if (soon !== null) clearTimeout(soon)
      clearInterval(timer)
    }
  }, [read, reload])

  return { list, reload, more: () => read(list) }
}

/** Whoever moved in the list meanwhile is there once. */
function joined(before: readonly DuplicateView[], more: readonly DuplicateView[]): readonly DuplicateView[] {
  const known = new Set(before.map(keyOf))
  return [...before, ...more.filter((pair) => !known.has(keyOf(pair)))]
}
