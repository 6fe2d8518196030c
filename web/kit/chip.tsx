import type { ReactNode } from 'react'
import { cx } from './cx.ts'

const TONES = {
  plain: 'bg-chip text-text-2',
  warn: 'bg-warn-soft text-warn font-semibold',
  danger: 'bg-danger-soft text-danger font-semibold',
  success: 'bg-success-soft text-success font-semibold',
}
type Props = { readonly tone?: keyof typeof TONES; readonly children: ReactNode }

export function Chip({ tone = 'plain', children }: Props) {
  return (
    <span
      className={cx(
        'inline-flex h-5 max-w-full shrink-0 items-center gap-1 rounded-sm px-1.5 text-xs whitespace-nowrap tabular',
        TONES[tone],
      )}
    >
      {children}
    </span>
  )
}
