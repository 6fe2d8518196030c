import { create } from 'zustand'
import type { MeView, ProblemView } from '#contract/views.ts'
import { call, onSignedOut } from '../api/api.ts'
import { setServerNow } from '../feed/clock.ts'

type Session =
  | { readonly kind: 'loading' }
  | { readonly kind: 'out' }
  | { readonly kind: 'in'; readonly me: MeView }
  | { readonly kind: 'unreachable' }

export const useSession = create<{ session: Session }>(() => ({ session: { kind: 'loading' } }))
const put = (session: Session) => useSession.setState({ session })

onSignedOut(() => put({ kind: 'out' }))

/** Who is at the desk. Only below a signed-in page. */
export function useMe(): MeView {
  const session = useSession((state) => state.session)
  if (session.kind !== 'in') throw new Error('useMe needs a signed-in page above it')
  return session.me
}
export function currentMe(): MeView | null {
  const { session } = useSession.getState()
  return session.kind === 'in' ? session.me : null
}

export async function resumeSession(): Promise<void> {
  const result = await call('me', {})
  if (result.ok) return entered(result.value)
  put(result.error.status === 401 ? { kind: 'out' } : { kind: 'unreachable' })
}

/** Null when signed in. */
export async function signIn(email: string, password: string): Promise<ProblemView | null> {
  const result = await call('signIn', { body: { email, password } })
  if (!result.ok) return result.error
  entered(result.value)
  return null
}

export async function signOut(): Promise<void> {
  await call('signOut', {})
  window.location.assign('/')
}

/** Lines and people, read again. */
export async function refreshMe(): Promise<void> {
  const result = await call('me', {})
  if (result.ok) entered(result.value)
}

function entered(me: MeView): void {
  setServerNow(Date.parse(me.now))
  put({ kind: 'in', me })
}
