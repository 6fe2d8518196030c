import type { ReactNode } from 'react'
import { cx } from './cx.ts'

const TONES = {
  plain: 'bg-chip text-text-2',
  warn: 'bg-warn-soft text-warn font-semibold',
  danger: 'bg-danger-soft text-danger font-semibold',
  success: 'bg-success-soft text-success font-semibold',
}
type Props = { readonly tone?: keyof typeof TONES; readonly shrinks?: boolean; readonly children: ReactNode }

export function Chip({ tone = 'plain', shrinks = false, children }: Props) {
  return (
    <span
      className={cx(
        'inline-flex h-5 max-w-full items-center gap-1 rounded-sm px-1.5 text-xs whitespace-nowrap tabular',
        shrinks ? 'min-w-0' : 'shrink-0',
        TONES[tone],
      )}
    >
      {children}
    </span>
  )
}
