import type { FastifyInstance } from 'fastify'
import { fieldsOf } from '../json.ts'
import type { World } from '../world/world.ts'
import { invalid, missing } from './refusal.ts'
import { shownNumber } from './shown.ts'

const sanctions = ['FLAGGED', 'RESTRICTED', 'RATE_LIMITED', 'BANNED'] as const
const qualities = ['GREEN', 'YELLOW', 'RED'] as const

/** `/control/v1/numbers`. */
export function numberRoutes(server: FastifyInstance, world: World): void {
  server.get('/control/v1/numbers', () => ({
    data: [...world.numbers.all()].map((number) => shownNumber(world, number)),
  }))
  server.patch<{ Params: { id: string } }>('/control/v1/numbers/:id', (request) => {
    const { quality, pin, sanction } = fieldsOf(request.body)
    if (pin === null) return withoutPin(world, request.params.id)
    if (sanction !== undefined) return sanctioned(world, request.params.id, sanction)
    const known = qualities.find((each) => each === quality)
    if (known === undefined) throw invalid(`\`quality\` is one of ${qualities.join(', ')}`)
    const number = world.numbers.patch(request.params.id, { quality: known })
    if (number === undefined) throw missing('number', request.params.id)
    return { id: number.id, quality: known }
  })
}

/** Two-step verification is turned off in WhatsApp Manager; Graph cannot (cloud-api §1.1). */
function withoutPin(world: World, id: string) {
  const number = world.numbers.patch(id, { pin: null })
  if (number === undefined) throw missing('number', id)
  world.changes.tell({ kind: 'meta' })
  return { id, pin: null }
}

/** What Graph then says of the number; a banned one sends nothing. `null` takes it back. */
function sanctioned(world: World, id: string, given: unknown) {
  const before = world.numbers.get(id)
  if (before === undefined) throw missing('number', id)
  const known = sanctions.find((each) => each === given)
  if (known === undefined && given !== null) throw invalid(`\`sanction\` is null or one of ${sanctions.join(', ')}`)
  const { sanction: _sanction, ...free } = before
  world.numbers.put(id, known === undefined ? free : { ...free, sanction: known })
  world.changes.tell({ kind: 'meta' })
  return { id, sanction: known ?? null }
}
