import { Plural } from '@lingui/react/macro'
import { cx } from '../kit/cx.ts'
import { useNoticeCounts } from './notice-counts.ts'

/** A quiet number beside the settings: how many notices wait to be seen. */
export function NoticeBadge({ className = '' }: { readonly className?: string }) {
  const { warning, danger } = useNoticeCounts()
  const count = warning + danger
  if (count === 0) return null
  return (
    <span
      data-testid="notice-badge"
      className={cx(
        'flex h-4 min-w-4 items-center justify-center rounded-full px-1 text-2xs font-bold tabular',
        danger > 0 ? 'bg-danger-soft text-danger' : 'bg-warn-soft text-warn',
        className,
      )}
    >
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">
        <Plural value={count} one="# aviso por ver" many="# de avisos por ver" other="# avisos por ver" />
      </span>
    </span>
  )
}
