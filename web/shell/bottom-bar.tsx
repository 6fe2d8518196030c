import { useLingui } from '@lingui/react/macro'
import { Link, useLocation, useParams, useSearch } from '@tanstack/react-router'
import { Inbox, LayoutTemplate, type LucideIcon, Search, Settings, User } from 'lucide-react'
import { Button as RacButton } from 'react-aria-components/Button'
import { cx } from '../kit/cx.ts'
import { useMe } from '../session/session.ts'
import { NoticeBadge } from '../notices/notice-badge.tsx'
import { settingsFor, type SettingsPath } from '../settings/settings-list.ts'
import { openOverlay } from './overlay.ts'
import { UserMenu } from './user-menu.tsx'

const LOOK =
  'flex h-full min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-2xs font-semibold focus-visible:-outline-offset-2'

/** The rail of a telephone. Away while a thread or a template is open: what is written needs the room. */
export default function BottomBar() {
  const { t } = useLingui()
  const { conversationId, templateId } = useParams({ strict: false })
  const { view } = useSearch({ strict: false })
  const inSettings = useLocation({ select: ({ pathname }) => pathname.startsWith('/settings') })
  const inTemplates = useLocation({ select: ({ pathname }) => pathname.startsWith('/templates') })
  const inInbox = useLocation({ select: ({ pathname }) => pathname === '/' || pathname.startsWith('/inbox') })
  const [settings] = settingsFor(useMe().permissions)
  if (conversationId || templateId) return null
  const isMine = view === 'mine'
  return (
    <nav
      aria-label={t`Salas`}
      className="flex h-14 shrink-0 items-center border-t border-border bg-canvas pb-[env(safe-area-inset-bottom)]"
    >
      <Room to="/inbox" search={{}} here={inInbox && !isMine} icon={Inbox} name={t`Bandeja`} />
      <Room to="/inbox" search={{ view: 'mine' }} here={inInbox && isMine} icon={User} name={t`Mías`} />
      <RacButton className={cx(LOOK, 'text-text-2')} onPress={() => openOverlay('palette')}>
        <Search size={20} strokeWidth={1.75} aria-hidden />
        {t`Buscar`}
      </RacButton>
      <Room to="/templates" search={{}} here={inTemplates} icon={LayoutTemplate} name={t`Plantillas`} />
      {settings && <Room to={settings} search={{}} here={inSettings} icon={Settings} name={t`Ajustes`} />}
      <span className="flex flex-1 justify-center">
        <UserMenu size={30} />
      </span>
    </nav>
  )
}

type RoomProps = {
  readonly to: '/inbox' | '/templates' | SettingsPath
  readonly search: { readonly view?: 'mine' }
  readonly here: boolean
  readonly icon: LucideIcon
  readonly name: string
}

const Room = ({ to, search, here, icon: Icon, name }: RoomProps) => (
  <Link
    to={to}
    search={search}
    // The link alone would find itself current wherever its address begins another one.
    activeOptions={{ exact: true }}
    aria-current={here ? 'page' : undefined}
    className={cx(LOOK, here ? 'text-accent' : 'text-text-2')}
  >
    <span className="relative">
      <Icon size={20} strokeWidth={1.75} aria-hidden />
      {to.startsWith('/settings') && <NoticeBadge className="absolute -top-1.5 -right-3 ring-2 ring-canvas" />}
    </span>
    {name}
  </Link>
)
