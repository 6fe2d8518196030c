import type { FastifyInstance } from 'fastify'
import { fieldsOf, textOf } from '../json.ts'
import { digitsOfNumber, tellAccount } from '../webhook/tell.ts'
import { templatesOf } from '../template/templates-of.ts'
import type { Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { wabaNamed } from './portfolios.ts'
import { NOTICE_SAMPLES } from './notice-samples.ts'
import { invalid, missing } from './refusal.ts'

/** `/control/v1/notices`: what Meta tells of the account besides messages, by the name of a sample or as it is. */
export function noticeRoutes(server: FastifyInstance, world: World): void {
  server.get('/control/v1/notices', () => ({
    data: Object.entries(NOTICE_SAMPLES).map(([sample, { field }]) => ({ sample, field })),
  }))
  server.post('/control/v1/notices', (request) => {
    const body = fieldsOf(request.body)
    const name = textOf(body['sample'])
    if (name === undefined) {
      const field = textOf(body['field'])
      if (field === undefined)
        throw invalid('Send `{ "sample" }`, one of GET /control/v1/notices, or `{ "field", "value" }`')
      tellAccount(world, wabaNamed(world, textOf(body['waba'])), field, fieldsOf(body['value']))
      return { field }
    }
    const sample = Object.hasOwn(NOTICE_SAMPLES, name) ? NOTICE_SAMPLES[name] : undefined
    if (sample === undefined) throw missing('sample', name)
    const numbers = [...world.numbers.all()]
    const number = numbers.find(({ id }) => id === textOf(body['number'])) ?? numbers[0]
    if (number === undefined) throw missing('number', String(body['number']))
    const waba = world.wabas.of(number)
    const value = sample.value({
      number: digitsOfNumber(number),
      wabaId: waba.id,
      now: Math.floor(world.clock.now() / 1000),
      template: templateOf(world, waba, textOf(body['template'])),
    })
    tellAccount(world, waba, sample.field, value)
    return { field: sample.field, value }
  })
}

/** The account's template of that name, or its first, as Meta names it in its webhooks. */
function templateOf(world: World, waba: Waba, name: string | undefined) {
  const all = templatesOf(world, waba).filter((template) => template.deletedAt === null)
  const template = all.find((each) => each.name === name) ?? all[0]
  if (template === undefined) throw missing('template', name ?? '')
  return {
    message_template_id: Number(template.id),
    message_template_name: template.name,
    message_template_language: template.language,
  }
}
