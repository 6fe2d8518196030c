import type { FastifyInstance } from 'fastify'
import { setTemplateStatus } from '../graph/template-changes.ts'
import { fieldsOf, textOf } from '../json.ts'
import type { World } from '../world/world.ts'
import { invalid, missing } from './refusal.ts'

const statuses = ['APPROVED', 'REJECTED', 'PAUSED', 'DISABLED', 'PENDING', 'FLAGGED', 'ARCHIVED']

/** `/control/v1/numbers`, and what Meta may do to a template. */
export function numberRoutes(server: FastifyInstance, world: World): void {
  server.get('/control/v1/numbers', () => ({
    data: [...world.numbers.all()].map(({ id, displayPhoneNumber, verifiedName, wabaId }) => ({
      id,
      displayPhoneNumber,
      verifiedName,
      wabaId,
    })),
  }))
  server.get('/control/v1/templates', () => ({
    data: [...world.templates.all()].filter((template) => template.deletedAt === null),
  }))
  server.patch<{ Params: { id: string } }>('/control/v1/templates/:id', (request) => {
    const template = world.templates.get(request.params.id)
    if (template === undefined) throw missing('template', request.params.id)
    const { status, reason } = fieldsOf(request.body)
    if (!statuses.includes(String(status))) throw invalid(`\`status\` is one of ${statuses.join(', ')}`)
    return setTemplateStatus(world, template, String(status), textOf(reason) ?? 'NONE')
  })
}
