import { type GraphCall, parameter } from '../graph/call.ts'
import { badParameter } from '../graph/errors.ts'
import { type Fields, textOf } from '../json.ts'
import type { Template } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { blocksOf, sentOf } from './quality.ts'

/** GET /{template}/compare: the template beside one other (Cloud API, Template comparison, 2025-11). */
export function compareTemplates(world: World, template: Template, call: GraphCall): Fields {
  const asked = String(parameter(call, 'template_ids') ?? '').match(/\d+/g) ?? []
  const start = Number(textOf(parameter(call, 'start'))) * 1000
  const end = Number(textOf(parameter(call, 'end'))) * 1000
  if (asked.length === 0 || !(start < end))
    throw badParameter('The parameters template_ids, start and end are required.')
  const compared = [template.id, ...asked].map((id) => {
    const other = world.templates.get(id)
    if (other === undefined || other.deletedAt !== null) throw badParameter(`There is no template ${id}.`)
    const sends = sentOf(world, id, start, end)
    return { key: id, sends, rate: sends === 0 ? 0 : blocksOf(world, id, start, end) / sends }
  })
  return {
    data: [
      {
        metric: 'BLOCK_RATE',
        type: 'RELATIVE',
        order_by_relative_metric: compared.toSorted((a, b) => a.rate - b.rate).map(({ key }) => key),
      },
      {
        metric: 'MESSAGE_SENDS',
        type: 'NUMBER_VALUES',
        number_values: compared.map(({ key, sends }) => ({ key, value: sends })),
      },
      {
        metric: 'TOP_BLOCK_REASON',
        type: 'STRING_VALUES',
        string_values: compared.map(({ key, rate }) => ({
          key,
          value: rate > 0 ? 'NO_REASON_GIVEN' : 'UNKNOWN_BLOCK_REASON',
        })),
      },
    ],
  }
}
