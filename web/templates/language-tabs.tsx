import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { TemplateRow } from '#contract/templates.ts'
import { call } from '../api/api.ts'
import { IconButton } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { useKept } from './kept.ts'
import { languageName } from './language-name.ts'
import { STATUS_TONES, useStatusNames } from './status-words.ts'

const DOTS = { plain: 'bg-text-3', success: 'bg-success', warn: 'bg-warn', danger: 'bg-danger' }

type Props = { readonly onAdd: (() => void) | null }

/** The languages a template is written in, each with how it stands, and another one. */
export function LanguageTabs({ onAdd }: Props) {
  const { t, i18n } = useLingui()
  const detail = useKept((state) => state.detail)
  const statuses = useStatusNames()
  const [rows, setRows] = useState<readonly TemplateRow[]>([])
  const name = detail?.name
  const wabaId = detail?.wabaId
  useEffect(() => {
    if (!name) return setRows([])
    let isOver = false
    void call('listTemplates', { query: { q: name, limit: 100 } }).then((result) => {
      if (!isOver && result.ok) setRows(result.value.data.filter((row) => row.name === name && row.wabaId === wabaId))
    })
    return () => {
      isOver = true
    }
  }, [name, wabaId, detail?.status])
  if (!detail) return null
  const shown = rows.length > 0 ? rows : [detail]
  return (
    <nav
      aria-label={t`Idiomas`}
      className="flex min-w-0 items-center gap-0.5 overflow-x-auto rounded-md border border-border bg-chip p-0.5"
    >
      {shown.map((row) => (
        <Link
          key={row.id}
          to="/templates/$templateId"
          params={{ templateId: row.id }}
          aria-current={row.id === detail.id ? 'page' : undefined}
          title={`${languageName(row.language, i18n.locale)} · ${statuses[row.status]}`}
          className={cx(
            'flex h-6 shrink-0 items-center gap-1.5 rounded-sm px-2 font-mono text-xs',
            row.id === detail.id
              ? 'bg-surface font-medium text-text shadow-1 dark:bg-raised'
              : 'text-text-2 hover:text-text',
          )}
        >
          <span aria-hidden className={cx('size-1.5 rounded-full', DOTS[STATUS_TONES[row.status]])} />
          {row.language}
          <span className="sr-only">, {statuses[row.status]}</span>
        </Link>
      ))}
      {onAdd && (
        <IconButton label={t`Añadir un idioma`} className="size-6!" side="bottom" onPress={onAdd}>
          <Plus size={13} aria-hidden />
        </IconButton>
      )}
    </nav>
  )
}
