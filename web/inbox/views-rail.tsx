import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { VIEWS, type ViewName } from '#core/conversation/view.ts'
import type { LineId } from '#core/account/account.ts'
import { cx } from '../kit/cx.ts'
import { LineMark } from '../line/line-mark.tsx'
import { usePauseText } from '../line/use-pause-text.ts'
import { useMe } from '../session/session.ts'
import { useDesk } from '../store/desk-store.ts'
import { countText } from './count-text.ts'
import { searchOf, useFilter } from './use-filter.ts'
import { useViewNames, VIEW_ICONS } from './use-view-names.ts'

export function ViewsRail() {
  const { t } = useLingui()
  const me = useMe()
  const filter = useFilter()
  const names = useViewNames()
  const counts = useDesk((state) => state.counts)
  const pauseText = usePauseText()
  return (
    <nav
      aria-label={t`Vistas`}
      className="flex w-55 shrink-0 flex-col overflow-y-auto border-r border-border bg-canvas px-2.5 pb-4"
    >
      <h1 className="h-12 shrink-0 truncate px-2 text-xl leading-12 font-semibold tracking-[-0.01em]">{t`Bandeja`}</h1>
      <ul className="flex flex-col gap-px">
        {VIEWS.map((view) => (
          <View
            key={view}
            view={view}
            name={names[view]}
            count={view === 'resolved' ? null : (counts?.views[view] ?? null)}
            active={filter.view === view}
            lineId={filter.lineId}
          />
        ))}
      </ul>
      {me.lines.length > 0 && (
        <>
          <h2 className="px-2 pt-5 pb-1.5 text-2xs font-semibold tracking-[0.02em] text-text-3">{t`Números`}</h2>
          <ul className="flex flex-col gap-px">
            {me.lines.map((line) => {
              const active = filter.lineId === line.id
              return (
                <li key={line.id}>
                  <Link
                    to="/inbox"
                    search={searchOf({ ...filter, q: '', lineId: active ? null : (line.id as LineId) })}
                    activeOptions={{ exact: true }}
                    aria-current={active ? 'true' : undefined}
                    title={line.reason ?? [line.name, line.address, pauseText(line)].filter(Boolean).join(' · ')}
                    className={cx(ROW, active ? ACTIVE : IDLE)}
                  >
                    <span className="flex w-4.5 justify-center">
                      <LineMark line={line} />
                    </span>
                    <span className="min-w-0 flex-1 truncate">{line.name}</span>
                    <Count value={counts?.lines.get(line.id as LineId) ?? null} />
                  </Link>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </nav>
  )
}

const ROW = 'flex h-8 items-center gap-2 rounded-md px-2 text-sm transition-colors duration-90'
const ACTIVE = 'bg-selected text-accent font-semibold'
const IDLE = 'text-text-2 hover:bg-hover hover:text-text'

type ViewProps = {
  readonly view: ViewName
  readonly name: string
  readonly count: number | null
  readonly active: boolean
  readonly lineId: LineId | null
}

function View({ view, name, count, active, lineId }: ViewProps) {
  const Icon = VIEW_ICONS[view]
  const urgent = (view === 'closing' || view === 'failed') && (count ?? 0) > 0
  return (
    <li>
      <Link
        to="/inbox"
        search={searchOf({ view, lineId, q: '' })}
        // The link alone would find itself current wherever its address begins another one.
        activeOptions={{ exact: true }}
        aria-current={active ? 'page' : undefined}
        className={cx(ROW, active ? ACTIVE : IDLE)}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden className="mx-px shrink-0" />
        <span className="min-w-0 flex-1 truncate">{name}</span>
        <Count value={count} tone={urgent ? (view === 'failed' ? 'text-danger' : 'text-warn') : undefined} />
      </Link>
    </li>
  )
}

function Count({ value, tone }: { readonly value: number | null; readonly tone?: string | undefined }) {
  if (!value) return null
  return <span className={cx('text-xs font-semibold tabular', tone)}>{countText(value)}</span>
}
