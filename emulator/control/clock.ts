import type { FastifyInstance } from 'fastify'
import { request } from 'undici'
import { fieldsOf } from '../json.ts'
import { signature } from '../webhook/signing.ts'
import type { World } from '../world/world.ts'
import { invalid } from './refusal.ts'

/** How long the product's demo server may take to follow the clock. */
const FOLLOW_WITHIN_MS = 2_000

/** `/control/v1/clock`. */
export function clockRoutes(server: FastifyInstance, world: World): void {
  const shown = () => ({ now: world.clock.now(), offsetMs: world.clock.offsetMs() })
  server.get('/control/v1/clock', shown)
  server.post('/control/v1/clock', async (call) => {
    const { advanceMs, offsetMs } = fieldsOf(call.body)
    const next = typeof advanceMs === 'number' ? world.clock.offsetMs() + advanceMs : offsetMs
    if (typeof next !== 'number' || !Number.isFinite(next))
      throw invalid('Send `{ "advanceMs": number }` or `{ "offsetMs": number }`')
    world.clock.set(Math.trunc(next))
    world.changes.tell({ kind: 'clock' })
    return { ...shown(), followed: await follow(world, world.clock.offsetMs()) }
  })
}

/** Tells the product's demo server the offset, signed with the app secret. `false` when it did not say 200 in time. */
async function follow(world: World, offsetMs: number): Promise<boolean> {
  const { clockUrl, secret } = world.app
  if (clockUrl === null) return false
  const body = JSON.stringify({ offsetMs })
  try {
    const response = await request(clockUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature(body, secret) },
      body,
      signal: AbortSignal.timeout(FOLLOW_WITHIN_MS),
    })
    await response.body.dump()
    return response.statusCode >= 200 && response.statusCode < 300
  } catch (error) {
    world.log.info(
      { clockUrl, reason: error instanceof Error ? error.message : String(error) },
      'the clock was not followed',
    )
    return false
  }
}
