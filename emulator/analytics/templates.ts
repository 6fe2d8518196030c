import { days } from '#base/time.ts'
import { badParameter } from '../graph/errors.ts'
import { type Fields, fieldsOf, textOf } from '../json.ts'
import type { Message, Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { type Asked, bucketOf, isWithin, money, passes, readAsked, summed } from './asked.ts'
import { arrived, left, wasRead } from './messages.ts'

/** Days of ten templates at most, and no further back than 90 of them (Cloud API, Template analytics, 2025-12). */
const GRANULARITIES = ['DAILY']
const MOST_TEMPLATES = 10
const LONGEST_MS = days(90)
/** Days of templates are those of this zone, whatever the account's is (same page). */
const ZONE = 'UTC'

/** `template_analytics`: how templates fared, by the day they were sent on. */
export function templateAnalytics(world: World, waba: Waba, args: Readonly<Record<string, string>>): Fields {
  const asked = readAsked(args, GRANULARITIES)
  const ids = asked.list('template_ids')
  if (ids.length === 0 || ids.length > MOST_TEMPLATES)
    throw badParameter(`Param template_ids must have 1 to ${MOST_TEMPLATES} ids.`)
  if (world.clock.now() - asked.start > LONGEST_MS) throw badParameter('Param start must be within the last 90 days.')
  const bucket = bucketOf(ZONE, asked.granularity)
  const rows = sentOf(world, waba).filter(
    (message) => ids.includes(message.send?.template ?? '') && isWithin(message.at, asked),
  )
  const nameOf = ({ at, send }: Message): Fields => ({ template_id: send?.template, ...bucket(at) })
  const points = summed(rows, nameOf, (message) => ({
    sent: 1,
    delivered: arrived(message) ? 1 : 0,
    read: wasRead(message) ? 1 : 0,
    micros: message.charge?.micros ?? 0,
  }))
  const shown = points.map(({ sums, ...point }) => {
    const own = rows.filter((message) => JSON.stringify(nameOf(message)) === JSON.stringify(point))
    const { micros, ...counted } = sums
    return { ...point, ...metricsOf(asked, { ...counted, clicked: clicksOn(world, own), cost: costOf(sums) }) }
  })
  const data = [{ granularity: asked.granularity, product_type: 'cloud_api', data_points: shown }]
  return { data, paging: { cursors: { before: 'MAZDZD', after: 'MAZDZD' } } }
}

const sentOf = (world: World, waba: Waba): Message[] =>
  [...world.messages.all()].filter((message) => left(message) && world.numbers.get(message.number)?.wabaId === waba.id)

/** Those of `metric_types`; in small letters too. */
function metricsOf(asked: Asked, all: Fields): Fields {
  const wanted = asked.list('metric_types').map((metric) => metric.toLowerCase())
  return Object.fromEntries(Object.entries(all).filter(([metric]) => passes(wanted, metric)))
}

/** What was tapped below these messages: their quick replies, since a phone here opens no links. */
function clicksOn(world: World, messages: readonly Message[]): Fields[] {
  const wamids = new Set(messages.map(({ wamid }) => wamid))
  const taps = [...world.messages.all()].filter(
    ({ kind, replyTo }) => kind === 'button' && replyTo !== null && wamids.has(replyTo),
  )
  return summed(
    taps,
    ({ message }) => ({ button_content: textOf(fieldsOf(message['button'])['text']) }),
    () => ({
      count: 1,
    }),
  ).map(({ sums, ...tap }) => ({ type: 'quick_reply_button', ...tap, count: sums['count'] }))
}

function costOf({ micros = 0, delivered = 0 }: Readonly<Record<string, number>>): Fields[] {
  const each = delivered === 0 ? {} : { value: money(Math.round(micros / delivered)) }
  return [
    { type: 'amount_spent', value: money(micros) },
    { type: 'cost_per_delivered', ...each },
    { type: 'cost_per_url_button_click' },
  ]
}
