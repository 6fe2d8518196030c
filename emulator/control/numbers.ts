import type { FastifyInstance } from 'fastify'
import type { World } from '../world/world.ts'

/** `/control/v1/numbers`. */
export function numberRoutes(server: FastifyInstance, world: World): void {
  server.get('/control/v1/numbers', () => ({
    data: [...world.numbers.all()].map(({ id, displayPhoneNumber, verifiedName, wabaId }) => ({
      id,
      displayPhoneNumber,
      verifiedName,
      wabaId,
    })),
  }))
}
