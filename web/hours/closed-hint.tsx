import { cx } from '../kit/cx.ts'
import { useNow } from '../feed/clock.ts'
import { useHoursOf } from './hours-store.ts'
import { useHoursWords } from './hours-words.ts'

/** While nobody need be there: that it is closed, and when it opens. Nothing in open hours or where nobody has set any. */
export function ClosedHint({ lineId, className }: { readonly lineId: string; readonly className?: string }) {
  const kept = useHoursOf(lineId)
  const now = useNow()
  const words = useHoursWords()
  if (kept === null) return null
  const { isOpen, text } = words(kept.hours, now)
  return isOpen ? null : (
    <span data-testid="closed-hint" className={cx('font-medium text-warn', className)}>
      {text}
    </span>
  )
}
