import { Plural, Trans } from '@lingui/react/macro'
import { COUNTED_UP_TO } from '#core/conversation/view.ts'
import type { ListFilter } from '../store/desk-state.ts'
import { useDesk } from '../store/desk-store.ts'

type Props = {
  readonly filter: ListFilter
  /** How many are loaded, and whether there are more. */
  readonly rows: number
  readonly more: boolean
}

/** How many conversations a list has, loaded or not; "50+" where nobody counts them. */
export function ListCount({ filter: { view, lineId }, rows, more }: Props) {
  const counts = useDesk((state) => state.counts)
  const counted = lineId === null ? counts?.views[view] : view === 'all' ? counts?.lines.get(lineId) : undefined
  const total = more ? counted : rows
  return (
    <span className="truncate text-sm text-text-3 tabular" data-testid="list-count">
      {total === undefined || total >= COUNTED_UP_TO ? (
        <AtLeast text={`${total === undefined ? rows : COUNTED_UP_TO - 1}+`} resolved={view === 'resolved'} />
      ) : view === 'resolved' ? (
        <Plural value={total} one="# resuelta" many="# de resueltas" other="# resueltas" />
      ) : (
        <Plural value={total} one="# abierta" many="# de abiertas" other="# abiertas" />
      )}
    </span>
  )
}

const AtLeast = ({ text, resolved }: { readonly text: string; readonly resolved: boolean }) =>
  resolved ? <Trans>{text} resueltas</Trans> : <Trans>{text} abiertas</Trans>
