import { ok } from '#base/result.ts'
import { toIso } from '#base/time.ts'
import { toLineView } from '#contract/convert.ts'
import type { AgentView, MeView } from '#contract/views.ts'
import { PERMISSIONS } from '#core/permission/permission.ts'
import type { Agent } from '#store/registry.ts'
import type { Caller } from '../auth.ts'
import { Refused } from '../problem.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

/** Signing in and out, and who one is. */
export function sessionHandlers(parts: ApiParts): Handlers<'signIn' | 'signOut' | 'me'> {
  const { auth } = parts
  return {
    signIn: async ({ body, request, reply }) => {
      const came = request.headers['origin'] !== undefined || request.headers['sec-fetch-site'] !== undefined
      if (came && !auth.isSameOrigin(request.headers)) return no('not-allowed', { field: 'Origin' })
      const signIn = await auth.signIn(body.email, body.password, request.ip, request.headers)
      if (signIn.kind === 'wait') throw new Refused([{ code: 'too-many-attempts' }], signIn.seconds)
      if (signIn.kind === 'wrong') return no('wrong-credentials')
      reply.header('set-cookie', signIn.cookie)
      return ok(meView(parts, signIn.caller))
    },
    signOut: async ({ caller, reply }) => {
      reply.header('set-cookie', await auth.signOut(caller))
      return ok(undefined)
    },
    me: async ({ caller }) => ok(meView(parts, caller)),
  }
}

function meView({ directory, clock, config }: ApiParts, { accountId, agent, role }: Caller): MeView {
  const account = directory.account(accountId)
  const nameOf = directory.nameOf(accountId)
  return {
    agent: agent && toAgentView(agent),
    role,
    account: { id: accountId, name: account?.name ?? '', country: account?.country ?? '' },
    agents: directory.agents(accountId).map(toAgentView),
    lines: directory.lines(accountId).map((line) => toLineView(line, nameOf)),
    permissions: [...PERMISSIONS[role]],
    now: toIso(clock.now()),
    demo: config.demo && { emulatorUrl: config.demo.emulatorUrl },
  }
}

const toAgentView = ({ agentId, name, email, role }: Agent): AgentView => ({ id: agentId, name, email, role })
