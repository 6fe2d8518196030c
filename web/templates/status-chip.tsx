import {
  Ban,
  Check,
  CircleDashed,
  CircleHelp,
  Clock,
  type LucideIcon,
  Pause,
  PencilLine,
  TriangleAlert,
  X,
  Archive,
} from 'lucide-react'
import { cx } from '../kit/cx.ts'
import { type Status, STATUS_TONES, useStatusNames } from './status-words.ts'

const ICONS: Readonly<Record<Status, LucideIcon>> = {
  DRAFT: PencilLine,
  PENDING: Clock,
  APPROVED: Check,
  REJECTED: X,
  FLAGGED: TriangleAlert,
  PAUSED: Pause,
  DISABLED: Ban,
  IN_APPEAL: Clock,
  LIMIT_EXCEEDED: TriangleAlert,
  LOCKED: Ban,
  ARCHIVED: Archive,
  PENDING_DELETION: CircleDashed,
  DELETED: CircleDashed,
  OTHER: CircleHelp,
}
const LOOKS = {
  plain: 'bg-chip text-text-2',
  success: 'bg-success-soft text-success',
  warn: 'bg-warn-soft text-warn',
  danger: 'bg-danger-soft text-danger',
}

/** How a template stands with Meta: by shape and word, not by colour alone. */
export function StatusChip({ status }: { readonly status: Status }) {
  const names = useStatusNames()
  const Icon = ICONS[status]
  return (
    <span
      data-testid="template-status"
      data-status={status}
      className={cx(
        'inline-flex h-5 shrink-0 items-center gap-1 rounded-sm px-1.5 text-xs font-semibold whitespace-nowrap',
        LOOKS[STATUS_TONES[status]],
      )}
    >
      <Icon size={11} strokeWidth={2.5} aria-hidden />
      {names[status]}
    </span>
  )
}
