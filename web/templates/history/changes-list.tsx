import { Trans } from '@lingui/react/macro'
import { cx } from '../../kit/cx.ts'
import { usePlaceName } from '../findings/use-place-names.ts'
import type { Change } from '../model/changes.ts'

const LOOKS = {
  same: '',
  added: 'bg-success-soft text-success no-underline decoration-2 underline-offset-2',
  removed: 'bg-danger-soft text-danger line-through',
}

/** What changed, word by word: taken out struck through, put in marked. */
export function ChangesList({ changes }: { readonly changes: readonly Change[] }) {
  const nameOf = usePlaceName()
  if (changes.length === 0) {
    return (
      <p className="py-6 text-center text-sm text-text-2">
        <Trans>No hay ninguna diferencia.</Trans>
      </p>
    )
  }
  return (
    <ul className="flex flex-col gap-3">
      {changes.map(({ place, stretches }) => (
        <li key={place} data-testid="change">
          <p className="pb-0.5 text-xs font-semibold text-text-2">{nameOf(place)}</p>
          <p
            className="rounded-md border border-border bg-canvas px-3 py-2 text-sm break-words whitespace-pre-wrap"
            dir="auto"
          >
            {stretches.map(({ kind, text }, index) =>
              kind === 'added' ? (
                <ins key={index} className={cx('rounded-xs', LOOKS.added)}>
                  {text}
                </ins>
              ) : kind === 'removed' ? (
                <del key={index} className={cx('rounded-xs', LOOKS.removed)}>
                  {text}
                </del>
              ) : (
                <span key={index}>{text}</span>
              ),
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
