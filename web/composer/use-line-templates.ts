import { useLingui } from '@lingui/react/macro'
import { useEffect, useMemo, useState } from 'react'
import type { LineId } from '#core/account/account.ts'
import type { TemplateView } from '#contract/views.ts'
import { isSpoken, loadTemplates, matches, useTemplates } from './templates.ts'

/** The approved templates of a line and a search among them, as a list shows them. */
export function useLineTemplates(lineId: LineId) {
  const { i18n } = useLingui()
  const known = useTemplates(lineId)
  const [query, setQuery] = useState('')
  useEffect(() => {
    if (!known) void loadTemplates(lineId)
  }, [lineId, known])
  const shown = useMemo(
    () =>
      (known?.templates ?? [])
        .filter((template) => matches(template, query))
        .toSorted((a, b) => rank(a, i18n.locale) - rank(b, i18n.locale)),
    [known, query, i18n.locale],
  )
  const list = { state: known?.state, shown, query, onQuery: setQuery, onRetry: () => void loadTemplates(lineId) }
  return { templates: known?.templates ?? [], list }
}

/** What can be sent before what cannot, and within each what speaks the agent's language. */
const rank = (template: TemplateView, locale: string): number =>
  (template.sendable ? 0 : 2) + (isSpoken(template, locale) ? 0 : 1)
