import { Trans, useLingui } from '@lingui/react/macro'
import { Ban, Search } from 'lucide-react'
import type { TemplateView } from '#contract/views.ts'
import { Button } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { categoryWords } from '../thread/price.ts'
import { withHoles } from './field-place.ts'
import { templateKey, templateTitle } from './templates.ts'
import { useWhyNot } from './why-not.ts'

type Props = {
  readonly state: 'ready' | 'failed' | undefined
  readonly shown: readonly TemplateView[]
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly onChoose: (template: TemplateView) => void
  readonly onRetry: () => void
}

/** The approved templates of a number. One that cannot be sent from here is shown all the same, with the reason. */
export function TemplateList({ state, shown, query, onQuery, onChoose, onRetry }: Props) {
  const { t } = useLingui()
  const whyNot = useWhyNot()
  const first = shown.find((template) => whyNot(template) === null)
  return (
    <>
      <div className="mx-4 mt-1 flex h-9 shrink-0 items-center gap-2 rounded-sm border border-control px-2.5 focus-within:border-focus focus-within:ring-1 focus-within:ring-focus">
        <Search size={15} className="text-text-3" aria-hidden />
        <input
          data-composer-focus
          value={query}
          aria-label={t`Buscar plantilla`}
          placeholder={t`Buscar por nombre o texto`}
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !first) return
            event.preventDefault()
            onChoose(first)
          }}
          className="min-w-0 flex-1 bg-transparent text-md outline-none"
        />
      </div>
      <ul className="mt-2 flex max-h-64 min-h-24 flex-col overflow-y-auto px-2 pb-2">
        {shown.map((template) => (
          <Row key={templateKey(template)} template={template} whyNot={whyNot(template)} onChoose={onChoose} />
        ))}
        {state === 'ready' && shown.length === 0 && (
          <li className="px-2.5 py-6 text-center text-sm text-text-2">
            {query ? (
              <Trans>Ninguna plantilla con «{query}»</Trans>
            ) : (
              <Trans>Este número no tiene plantillas aprobadas.</Trans>
            )}
          </li>
        )}
        {state === 'failed' && (
          <li className="flex items-center justify-center gap-3 px-2.5 py-6 text-sm text-text-2">
            <Trans>No se pudieron cargar las plantillas.</Trans>
            <Button size="sm" onPress={onRetry}>
              <Trans>Reintentar</Trans>
            </Button>
          </li>
        )}
      </ul>
    </>
  )
}

type RowProps = {
  readonly template: TemplateView
  /** Null: it can be sent. */
  readonly whyNot: string | null
  readonly onChoose: (template: TemplateView) => void
}

function Row({ template, whyNot, onChoose }: RowProps) {
  return (
    <li>
      <button
        type="button"
        aria-disabled={whyNot !== null}
        onClick={() => whyNot === null && onChoose(template)}
        data-template={template.name}
        className={cx(
          'flex w-full items-center gap-3 rounded-md px-2.5 py-1.5 text-left focus-visible:-outline-offset-2',
          whyNot === null ? 'hover:bg-hover' : 'cursor-not-allowed',
        )}
      >
        <span className="min-w-0 flex-1">
          <span className={cx('block truncate text-sm font-semibold', whyNot !== null && 'text-text-3')}>
            {templateTitle(template.name)}
          </span>
          {whyNot === null ? (
            <span className="block truncate text-xs text-text-2">{withHoles(template.body)}</span>
          ) : (
            <span className="flex items-start gap-1.5 text-xs text-warn">
              <Ban size={12} className="mt-0.5 shrink-0" aria-hidden /> {whyNot}
            </span>
          )}
        </span>
        <span className="text-2xs text-text-3">{template.language}</span>
        <Category template={template} />
      </button>
    </li>
  )
}

export function Category({ template }: { readonly template: TemplateView }) {
  return (
    <span
      className={cx(
        'shrink-0 rounded-sm px-1.5 text-2xs font-semibold',
        template.category === 'MARKETING' ? 'bg-warn-soft text-warn' : 'bg-chip text-text-2',
      )}
    >
      {categoryWords(template.category.toLowerCase())}
    </span>
  )
}
