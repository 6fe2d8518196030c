import { Trans } from '@lingui/react/macro'
import { Outlet } from '@tanstack/react-router'
import { CloudOff } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { Toasts } from '../kit/toast.tsx'
import { startOutbox } from '../outbox/runner.ts'
import { resumeSession, useSession } from '../session/session.ts'
import { goLive } from '../store/live.ts'
import { Shell } from './shell.tsx'
import { withWords } from '../i18n/i18n.ts'
import { fetchAhead, later } from '../kit/later.tsx'
import { Brand } from './brand.tsx'

/** The sign of the house, where nothing has come for longer than a moment. */
const nothingYet = (
  <div className="flex h-full items-center justify-center bg-canvas">
    <span className="animate-[appear_140ms_300ms_both]">
      <Brand size={44} />
    </span>
  </div>
)
/** The screen that was asked for comes first. */
const AHEAD_MS = 4_000

const SignInPage = later(
  withWords(() => import('../session/sign-in-page.tsx')),
  nothingYet,
)

export function Root() {
  const session = useSession((state) => state.session)
  if (session.kind === 'loading') return nothingYet
  if (session.kind === 'out') {
    return <SignInPage />
  }
  if (session.kind === 'unreachable') return <Unreachable />
  return <Desk key={session.me.agent?.id} />
}

function Desk() {
  useEffect(() => {
    const leave = goLive()
    const stop = startOutbox()
    const ahead = setTimeout(() => void fetchAhead(), AHEAD_MS)
    return () => {
      clearTimeout(ahead)
      leave()
      stop()
    }
  }, [])
  return (
    <>
      <Shell>
        <Outlet />
      </Shell>
      <Toasts />
    </>
  )
}

function Unreachable() {
  useEffect(() => {
    const again = setInterval(() => void resumeSession(), 3_000)
    return () => clearInterval(again)
  }, [])
  return (
    <Notice
      icon={<CloudOff size={20} aria-hidden />}
      title={<Trans>No se puede llegar al servidor</Trans>}
      action={
        <Button onPress={() => void resumeSession()}>
          <Trans>Reintentar</Trans>
        </Button>
      }
    >
      <Trans>Se vuelve a intentar cada 3 segundos. Lo que escribió sigue guardado en este equipo.</Trans>
    </Notice>
  )
}
