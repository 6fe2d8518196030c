import { useLingui } from '@lingui/react/macro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer } from '#contract/client.ts'
import type { TemplateRow } from '#contract/templates.ts'
import { call } from '../../api/api.ts'
import { onTemplatesChanged } from '../../store/live.ts'
import type { TemplateSearch } from '../search.ts'

export type TemplateCounts = Answer<'countTemplates'>
export type TemplateList = {
  readonly state: 'loading' | 'ready' | 'failed'
  readonly rows: readonly TemplateRow[]
  readonly next: string | null
  readonly counts: TemplateCounts | null
}
const EMPTY: TemplateList = { state: 'loading', rows: [], next: null, counts: null }
const PAGE = 100

/** The templates of a filter, by name and language; read anew when one changes anywhere. */
export function useTemplateList({ line, ...filters }: TemplateSearch) {
  const { i18n } = useLingui()
  const [list, setList] = useState(EMPTY)
  const asked = useRef(0)
  const key = JSON.stringify({ line, ...filters })

  const read = useCallback(
    async (after: TemplateList | null): Promise<void> => {
      const own = ++asked.current
      const { line: lineId, ...wanted } = JSON.parse(key) as TemplateSearch
      const [page, counts] = await Promise.all([
        call('listTemplates', { query: { ...wanted, lineId, limit: PAGE, cursor: after?.next ?? undefined } }),
        call('countTemplates', { query: { lineId } }),
      ])
      if (own !== asked.current) return
      if (!page.ok) return setList((now) => (now.rows.length > 0 ? now : { ...now, state: 'failed' }))
      setList((now) => ({
        state: 'ready',
        rows: [...(after?.rows ?? []), ...page.value.data],
        next: page.value.next,
        counts: counts.ok ? counts.value : now.counts,
      }))
    },
    // The server writes some of the words.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [key, i18n.locale],
  )

  useEffect(() => {
    setList((now) => ({ ...EMPTY, counts: now.counts }))
    void read(null)
    return onTemplatesChanged(() => void read(null))
  }, [read])

  return { list, reload: () => read(null), more: () => read(list) }
}
