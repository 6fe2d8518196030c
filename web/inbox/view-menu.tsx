import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { ChevronDown } from 'lucide-react'
import { Button as RacButton } from 'react-aria-components/Button'
import type { LineId } from '#core/account/account.ts'
import { VIEWS } from '#core/conversation/view.ts'
import { Menu, MenuGroup, MenuItem } from '../kit/menu.tsx'
import { LineMark } from '../line/line-mark.tsx'
import { useMe } from '../session/session.ts'
import type { ListFilter } from '../store/desk-state.ts'
import { useDesk } from '../store/desk-store.ts'
import { countText } from './count-text.ts'
import { searchOf } from './use-filter.ts'
import { useViewNames, VIEW_ICONS } from './use-view-names.ts'

/** The views rail, folded into the title where there is no room for it. */
export function ViewMenu({ filter }: { readonly filter: ListFilter }) {
  const { t } = useLingui()
  const names = useViewNames()
  const me = useMe()
  const counts = useDesk((state) => state.counts)
  const navigate = useNavigate()
  const go = (next: ListFilter) => void navigate({ to: '/inbox', search: searchOf(next) })
  return (
    <Menu
      label={t`Vistas`}
      placement="bottom start"
      trigger={
        <RacButton className="-ml-1.5 flex h-8 items-center gap-1 rounded-md px-1.5 text-lg font-semibold hover:bg-hover">
          {names[filter.view]}
          <ChevronDown size={16} className="text-text-3" aria-hidden />
        </RacButton>
      }
    >
      <MenuGroup title={t`Vistas`}>
        {VIEWS.map((view) => {
          const Icon = VIEW_ICONS[view]
          return (
            <MenuItem
              key={view}
              text={names[view]}
              icon={<Icon size={15} aria-hidden />}
              checked={view === filter.view}
              onAction={() => go({ ...filter, view, q: '' })}
            >
              <Counted name={names[view]} count={view === 'resolved' ? undefined : counts?.views[view]} />
            </MenuItem>
          )
        })}
      </MenuGroup>
      {me.lines.length > 1 && (
        <MenuGroup title={t`Números`}>
          {me.lines.map((line) => (
            <MenuItem
              key={line.id}
              text={line.name}
              icon={<LineMark line={line} />}
              checked={filter.lineId === line.id}
              onAction={() => go({ ...filter, lineId: filter.lineId === line.id ? null : (line.id as LineId) })}
            >
              <Counted name={line.name} count={counts?.lines.get(line.id as LineId)} />
            </MenuItem>
          ))}
        </MenuGroup>
      )}
    </Menu>
  )
}

const Counted = ({ name, count }: { readonly name: string; readonly count: number | undefined }) => (
  <span className="flex items-center justify-between gap-6">
    <span className="truncate">{name}</span>
    <span className="text-xs text-text-3 tabular">{count ? countText(count) : ''}</span>
  </span>
)
