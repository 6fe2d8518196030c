import { useLingui } from '@lingui/react/macro'
import { Link, useLocation } from '@tanstack/react-router'
import { Inbox, Keyboard, LayoutTemplate, Search, Settings } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { Tip } from '../kit/tip.tsx'
import { useMe } from '../session/session.ts'
import { NoticeBadge } from '../notices/notice-badge.tsx'
import { settingsFor, type SettingsPath } from '../settings/settings-list.ts'
import { Brand } from './brand.tsx'
import { openOverlay } from './overlay.ts'
import { ThemeButton } from './theme-button.tsx'
import { UserMenu } from './user-menu.tsx'

export function Rail() {
  const { t } = useLingui()
  const [settings] = settingsFor(useMe().permissions)
  return (
    <nav
      aria-label={t`Salas`}
      className="flex w-14 shrink-0 flex-col items-center gap-1 border-r border-border bg-canvas pt-3 pb-3"
    >
      <span className="mb-3">
        <Brand />
      </span>
      <Room to="/inbox" label={t`Bandeja`} keys="G I">
        <Inbox size={19} strokeWidth={1.75} aria-hidden />
      </Room>
      <Room to="/templates" label={t`Plantillas`} keys="G T">
        <LayoutTemplate size={19} strokeWidth={1.75} aria-hidden />
      </Room>
      {settings && (
        <Room to={settings} area="/settings" label={t`Ajustes`}>
          <Settings size={19} strokeWidth={1.75} aria-hidden />
          <NoticeBadge className="absolute -top-0.5 -right-1 ring-2 ring-canvas" />
        </Room>
      )}
      <span className="flex-1" />
      <IconButton label={t`Buscar y hacer`} keys="mod+K" side="right" onPress={() => openOverlay('palette')}>
        <Search size={18} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton label={t`Atajos de teclado`} keys="?" side="right" onPress={() => openOverlay('shortcuts')}>
        <Keyboard size={18} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <ThemeButton />
      <span className="mt-2">
        <UserMenu />
      </span>
    </nav>
  )
}

type RoomProps = {
  readonly to: '/inbox' | '/templates' | SettingsPath
  /** The beginning of all its addresses, where `to` is one of several. */
  readonly area?: string
  readonly label: string
  readonly keys?: string
  readonly children: ReactNode
}

function Room({ to, area = to, label, keys, children }: RoomProps) {
  const here = useLocation({ select: ({ pathname }) => pathname.startsWith(area) })
  return (
    <Tip text={label} keys={keys} side="right">
      <Link
        to={to}
        aria-current={here ? 'page' : undefined}
        className={cx(
          'relative flex size-9 items-center justify-center rounded-lg transition-colors duration-90',
          here ? 'bg-selected text-accent' : 'text-text-2 hover:bg-hover hover:text-text',
        )}
      >
        <span className="sr-only">{label}</span>
        {children}
      </Link>
    </Tip>
  )
}
