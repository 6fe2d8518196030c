import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '#base/time.ts'
import { refusal } from '#core/refusal/refusal.ts'
import type { Kept, Upkeep } from '#store/upkeep.ts'
import type { Metrics } from './metrics.ts'
import { sendProblem } from './problem.ts'
import { isSame } from './secrets.ts'

/** What the store says of itself; asked by `/readyz` and `/metrics`. */
export type StoreHealth = {
  /** False while migrations wait or the database cannot be reached. */
  readonly isReady: boolean
  /** A plain word on what is wrong; null when nothing is. */
  readonly problem: string | null
  /** Age of the oldest delivery the loop has not read; 0 when there is none. */
  readonly lagMs: number
  readonly effectsDue: number
}

export type WatchOptions = {
  readonly health: () => Promise<StoreHealth>
  readonly upkeep: Pick<Upkeep, 'kept'>
  readonly clock: Clock
  readonly metrics: Metrics
  readonly metricsToken: string | null
  /** False while the server is closing down. */
  readonly isOpen: () => boolean
}

/** `/livez`: the process answers. `/readyz`: it can do its work. `/metrics`: for Prometheus. */
export function addWatch(app: FastifyInstance, options: WatchOptions): void {
  const { health, upkeep, clock, metrics, metricsToken, isOpen } = options
  const look = (): Promise<StoreHealth> =>
    health().catch(() => ({ isReady: false, problem: 'the database cannot be reached', lagMs: 0, effectsDue: 0 }))

  app.get('/livez', async (_request, reply) => reply.type('text/plain').send('ok'))
  app.get('/readyz', async (request, reply) => {
    const found = await look()
    const isReady = found.isReady && isOpen()
    if (!isReady) return sendProblem(request, reply, [refusal('unavailable', { found: found.problem ?? 'closing' })], 1)
    return reply.header('cache-control', 'no-store').send({ status: 'ready', deliveryLagMs: found.lagMs })
  })
  app.get('/metrics', async (request, reply) => {
    if (!mayLook(request, metricsToken)) return refuse(request, reply)
    const [found, kept] = await Promise.all([look(), upkeep.kept(clock.now()).catch(() => null)])
    metrics.deliveriesWaiting.set(found.lagMs / 1000)
    metrics.effectsDue.set(found.effectsDue)
    if (kept) showKept(metrics, kept)
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}

function showKept(metrics: Metrics, kept: Kept): void {
  metrics.oldestDelivery.set(kept.oldestDeliveryMs / 1000)
  metrics.partitionsAhead.set(kept.partitionsAheadMs / 1000)
  for (const table of ['delivery', 'message', 'fact'] as const) {
    metrics.partitions.set({ table }, kept.partitions[table])
    metrics.strays.set({ table }, kept.strays[table])
  }
  metrics.setAsideWaiting.set({ owner: 'account' }, kept.setAsideWaiting.ofAccounts)
  metrics.setAsideWaiting.set({ owner: 'installation' }, kept.setAsideWaiting.ofInstallation)
  metrics.reprocessing.set(kept.reprocessing)
  metrics.unindexed.set(kept.unindexed)
}

/** With a token set, whoever shows it; otherwise only this machine, and not through a proxy on it. */
function mayLook({ headers, socket }: FastifyRequest, token: string | null): boolean {
  if (token !== null) return isSame(headers.authorization ?? '', `Bearer ${token}`)
  const isLocal = /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '')
  return isLocal && headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined
}

const refuse = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendProblem(request, reply, [refusal('not-allowed', { expected: 'this machine, or METRICS_TOKEN' })])
