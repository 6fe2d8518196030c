import type { IncomingHttpHeaders } from 'node:http'
import { fastifyCookie } from '@fastify/cookie'
import { type Clock, days, hours, type Instant, instant, minutes, plus } from '#base/time.ts'
import type { AccountId, Actor } from '#core/account/account.ts'
import type { Role } from '#core/permission/permission.ts'
import type { Agent, Registry, Session } from '#store/registry.ts'
import { hashToken, isPassword, newToken } from './secrets.ts'
import { createThrottle, networkOf } from './throttle.ts'

/** Who asks: an agent at the desk, or a program with a key. */
export type Caller = {
  readonly accountId: AccountId
  readonly actor: Extract<Actor, { kind: 'agent' | 'api' }>
  readonly role: Role
  /** Null for programs. */
  readonly agent: Agent | null
  /** Of the session, for agents; null for programs. */
  readonly tokenHash: string | null
}

export type SignIn =
  | { readonly kind: 'signed-in'; readonly caller: Caller; readonly cookie: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number }

export type Auth = {
  /** By `Authorization: Bearer` or the session cookie; null when neither is good. `cookie` is set when it was renewed. */
  readonly callerOf: (headers: IncomingHttpHeaders) => Promise<{ caller: Caller; cookie: string | null } | null>
  /** Starts a fresh session; the one the browser came with ends. */
  readonly signIn: (email: string, password: string, ip: string, headers: IncomingHttpHeaders) => Promise<SignIn>
  /** Ends the session and answers the cookie that clears it. */
  readonly signOut: (caller: Caller) => Promise<string>
  /** Whether the request may change something: not when another site made the browser send it. */
  readonly isSameOrigin: (headers: IncomingHttpHeaders) => boolean
  /** Whether `Origin` is the desk's own; for the feed, where browsers always send it. */
  readonly isOwnOrigin: (headers: IncomingHttpHeaders) => boolean
}

/** A session ends after this long without a request … */
const IDLE = hours(12)
/** … and after this long in any case. */
const ABSOLUTE = days(30)
/** Wrong passwords within a quarter of an hour, per person and per network. */
const TRIES_PER_EMAIL = 10
const TRIES_PER_NETWORK = 50
const TRIES_WITHIN = minutes(15)

export function createAuth(
  registry: Pick<Registry, 'agents' | 'sessions' | 'apiKeys'>,
  clock: Clock,
  publicUrl: string,
): Auth {
  const isHttps = publicUrl.startsWith('https:')
  // Cookies do not tell ports apart: two copies on one machine must not sign each other out.
  const cookieName = isHttps ? '__Host-hilo' : `hilo-${new URL(publicUrl).port || '80'}`
  const byEmail = createThrottle(clock, TRIES_PER_EMAIL, TRIES_WITHIN)
  const byNetwork = createThrottle(clock, TRIES_PER_NETWORK, TRIES_WITHIN)

  const cookieWith = (token: string, expires: Instant): string =>
    fastifyCookie.serialize(cookieName, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: isHttps,
      expires: new Date(Date.now() + (expires - clock.now())),
    })

  const tokenIn = (headers: IncomingHttpHeaders): string | null =>
    headers.cookie === undefined ? null : (fastifyCookie.parse(headers.cookie)[cookieName] ?? null)

  async function callerByKey(key: string): Promise<Caller | null> {
    const apiKey = await registry.apiKeys.find(hashToken(key))
    if (!apiKey) return null
    const { accountId, apiKeyId } = apiKey
    return { accountId, actor: { kind: 'api', apiKeyId }, role: 'integration', agent: null, tokenHash: null }
  }

  /** Moves the idle limit on once half of it has passed; the absolute one stays. */
  async function renewed(session: Session, token: string): Promise<string | null> {
    const now = clock.now()
    if (session.expiresAt - now > IDLE / 2) return null
    const expiresAt = instant(Math.min(plus(now, IDLE), plus(session.createdAt, ABSOLUTE)))
    if (expiresAt <= session.expiresAt) return null
    await registry.sessions.add({ ...session, expiresAt })
    return cookieWith(token, expiresAt)
  }

  return {
    callerOf: async (headers) => {
      const bearer = /^Bearer ([\w.~+/=-]{1,200})$/i.exec(headers.authorization ?? '')?.[1]
      if (headers.authorization !== undefined) {
        const caller = bearer === undefined ? null : await callerByKey(bearer)
        return caller && { caller, cookie: null }
      }
      const token = tokenIn(headers)
      if (token === null) return null
      const found = await registry.sessions.find(hashToken(token), clock.now())
      if (!found) return null
      return { caller: callerAt(found.agent, hashToken(token)), cookie: await renewed(found.session, token) }
    },
    signIn: async (email, password, ip, headers) => {
      const who = email.trim().toLowerCase()
      const network = networkOf(ip)
      const wait = Math.max(byEmail.waitSeconds(who), byNetwork.waitSeconds(network))
      if (wait > 0) return { kind: 'wait', seconds: wait }
      // Counted before the slow comparison, so that many tries at once do not all pass.
      byEmail.count(who)
      byNetwork.count(network)
      const agent = await registry.agents.byEmail(who)
      if (!(await isPassword(password, agent?.passwordHash ?? null)) || !agent) return { kind: 'wrong' }
      byEmail.forget(who)
      const old = tokenIn(headers)
      if (old !== null) await registry.sessions.remove(hashToken(old))
      const token = newToken()
      const now = clock.now()
      const session = {
        accountId: agent.accountId,
        agentId: agent.agentId,
        tokenHash: hashToken(token),
        createdAt: now,
        expiresAt: plus(now, IDLE),
      }
      await registry.sessions.add(session)
      return {
        kind: 'signed-in',
        caller: callerAt(agent, session.tokenHash),
        cookie: cookieWith(token, session.expiresAt),
      }
    },
    signOut: async ({ tokenHash }) => {
      if (tokenHash !== null) await registry.sessions.remove(tokenHash)
      return cookieWith('', instant(0))
    },
    isSameOrigin: (headers) => {
      // What the browser itself says about who made it ask. Without a word about it the answer is no.
      const site = headers['sec-fetch-site']
      return site === undefined ? isOwnOrigin(headers, publicUrl) : site === 'same-origin'
    },
    isOwnOrigin: (headers) => isOwnOrigin(headers, publicUrl),
  }
}

const callerAt = (agent: Agent, tokenHash: string): Caller => ({
  accountId: agent.accountId,
  actor: { kind: 'agent', agentId: agent.agentId },
  role: agent.role,
  agent,
  tokenHash,
})

const isOwnOrigin = ({ origin, host }: IncomingHttpHeaders, publicUrl: string): boolean =>
  origin !== undefined && (origin === publicUrl || origin === `http://${host}` || origin === `https://${host}`)
