import type { FastifyInstance } from 'fastify'
import { fieldsOf } from '../json.ts'
import type { World } from '../world/world.ts'
import { invalid, missing } from './refusal.ts'
import { shownNumber } from './signup.ts'

const qualities = ['GREEN', 'YELLOW', 'RED'] as const

/** `/control/v1/numbers`. */
export function numberRoutes(server: FastifyInstance, world: World): void {
  server.get('/control/v1/numbers', () => ({
    data: [...world.numbers.all()].map((number) => shownNumber(world, number)),
  }))
  server.patch<{ Params: { id: string } }>('/control/v1/numbers/:id', (request) => {
    const { quality } = fieldsOf(request.body)
    const known = qualities.find((each) => each === quality)
    if (known === undefined) throw invalid(`\`quality\` is one of ${qualities.join(', ')}`)
    const number = world.numbers.patch(request.params.id, { quality: known })
    if (number === undefined) throw missing('number', request.params.id)
    return { id: number.id, quality: known }
  })
}
