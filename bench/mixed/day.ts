import { setTimeout as pause } from 'node:timers/promises'
import { Agent, request } from 'undici'
import type { House } from '../house.ts'
import { percentile } from '../machine.ts'

/** What agents do, and of a hundred things how many are this. */
const SHARES = {
  list: 24,
  counts: 6,
  search: 8,
  open: 24,
  see: 8,
  answer: 18,
  assign: 6,
  resolve: 6,
} as const
type Act = keyof typeof SHARES
const ACTS = Object.keys(SHARES) as Act[]
const VIEWS = ['all', 'unassigned', 'waiting', 'mine', 'closing']

export type Day = {
  /** Ids of the messages that agents have sent. */
  readonly sent: readonly string[]
  /** Calls that were answered with a no. */
  readonly refused: readonly string[]
  readonly latencies: Readonly<
    Record<string, { readonly count: number; readonly p50Ms: number; readonly p99Ms: number }>
  >
}

/**
 * Agents at work for so long: `perSecond` things done over the API, due at even distances whether or not earlier ones
 * have been answered; latency counts from the moment each was due.
 */
export async function workDay({ settings }: House, perSecond: number, seconds: number): Promise<Day> {
  const dispatcher = new Agent({ connections: 64 })
  const headers = { authorization: `Bearer ${settings.apiKey}`, 'content-type': 'application/json' }
  const took = new Map<Act, number[]>(ACTS.map((act) => [act, []]))
  const sent: string[] = []
  const refused: string[] = []
  const call = async (method: 'GET' | 'POST', path: string, body?: object): Promise<Record<string, unknown>> => {
    const answer = await request(`${settings.url}/api/v1${path}`, {
      ...{ method, dispatcher },
      headers: body ? headers : { authorization: headers.authorization },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await answer.body.text()
    if (answer.statusCode >= 300) refused.push(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 200)}`)
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
  }

  const me = await call('GET', '/me')
  const agents = (me['agents'] as { id: string }[]).map(({ id }) => id)
  const known = await readIds()
  async function readIds(): Promise<string[]> {
    const page = await call('GET', '/conversations?limit=100')
    return (page['data'] as { id: string }[]).map(({ id }) => id)
  }

  const acts: Readonly<Record<Act, (turn: number, id: string) => Promise<unknown>>> = {
    list: (turn) => call('GET', `/conversations?view=${VIEWS[turn % VIEWS.length]}&limit=50`),
    counts: () => call('GET', '/conversations/counts'),
    search: (turn) => call('GET', `/conversations?q=${encodeURIComponent(`cliente ${turn * 37}`)}&limit=50`),
    open: (_, id) => call('GET', `/conversations/${id}/messages?limit=50`),
    see: (_, id) => call('POST', `/conversations/${id}/seen`, {}),
    answer: async (turn, id) => {
      const content = { kind: 'text', text: `Su pedido va en camino (${turn}).` }
      const message = await call('POST', '/messages', { to: { conversationId: id }, content })
      if (typeof message['id'] === 'string') sent.push(message['id'])
    },
    assign: (turn, id) => call('POST', `/conversations/${id}/assign`, { agentId: agents[turn % agents.length] }),
    resolve: (_, id) => call('POST', `/conversations/${id}/resolve`),
  }

  const plan = ACTS.flatMap((act) => Array.from({ length: SHARES[act] }, () => act))
  const startMs = performance.now()
  const running: Promise<void>[] = []
  for (let turn = 0; turn < perSecond * seconds; turn++) {
    const dueMs = startMs + (turn * 1000) / perSecond
    const waitMs = dueMs - performance.now()
    if (waitMs > 0) await pause(waitMs)
    // 37 has no factor in common with a hundred: every act comes round, well mixed.
    const act = plan[(turn * 37) % plan.length] ?? 'list'
    const id = known[(turn * 7919) % known.length] ?? ''
    const done = acts[act](turn, id).then(() => void took.get(act)?.push(performance.now() - dueMs))
    running.push(done)
  }
  await Promise.all(running)
  await dispatcher.close()
  const latencies = Object.fromEntries(
    [...took].map(([act, ms]) => [act, { count: ms.length, p50Ms: percentile(ms, 50), p99Ms: percentile(ms, 99) }]),
  )
  return { sent, refused, latencies }
}
