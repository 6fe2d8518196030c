import { useLingui } from '@lingui/react/macro'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Inbox, Search, User } from 'lucide-react'
import { Button as RacButton } from 'react-aria-components/Button'
import { cx } from '../kit/cx.ts'
import { openOverlay } from './overlay.ts'
import { UserMenu } from './user-menu.tsx'

const LOOK = 'flex h-full flex-1 flex-col items-center justify-center gap-0.5 text-2xs font-semibold'

/** The rail of a telephone. Away while a thread is open: the composer needs the room. */
export function BottomBar() {
  const { t } = useLingui()
  const { conversationId } = useParams({ strict: false })
  const { view } = useSearch({ strict: false })
  if (conversationId) return null
  return (
    <nav
      aria-label={t`Salas`}
      className="flex h-14 shrink-0 items-center border-t border-border bg-canvas pb-[env(safe-area-inset-bottom)]"
    >
      <Link to="/inbox" search={{}} className={cx(LOOK, view === 'mine' ? 'text-text-2' : 'text-accent')}>
        <Inbox size={20} strokeWidth={1.75} aria-hidden />
        {t`Bandeja`}
      </Link>
      <Link to="/inbox" search={{ view: 'mine' }} className={cx(LOOK, view === 'mine' ? 'text-accent' : 'text-text-2')}>
        <User size={20} strokeWidth={1.75} aria-hidden />
        {t`Mías`}
      </Link>
      <RacButton className={cx(LOOK, 'text-text-2')} onPress={() => openOverlay('palette')}>
        <Search size={20} strokeWidth={1.75} aria-hidden />
        {t`Buscar`}
      </RacButton>
      <span className="flex flex-1 justify-center">
        <UserMenu size={30} />
      </span>
    </nav>
  )
}
