import { createHash } from 'node:crypto'
import { type Fields, fieldsOf, listOf, textOf } from '../json.ts'
import type { Delivery } from '../webhook/log.ts'
import { GIVE_UP_AFTER_MS } from '../webhook/retries.ts'
import type { BusinessNumber } from '../world/model.ts'
import type { World } from '../world/world.ts'
import type { GraphCall } from './call.ts'
import { unknownObject } from './errors.ts'
import { select } from './fields.ts'
import { page } from './paging.ts'

/** As many bodies as the log of deliveries keeps; what is older has no history any more. */
const BODIES = 1_000

type Event = Fields & { readonly id: string; readonly timestamp: number }

/**
 * GET /{number}/message_history: how far messages of the business came, and whether each status was taken by its webhook
 * (OpenAPI v23.0, Message History, 2025-11). Read off the deliveries themselves.
 */
export function messageHistory(world: World, number: BusinessNumber, call: GraphCall): Fields {
  const { message_id: asked, fields } = call.query
  const rows = [...historyOf(world, number)]
    .filter(([wamid]) => asked === undefined || wamid === asked)
    .map(([wamid, events]) => {
      const node = { id: historyId(wamid), message_id: wamid, events: { data: events } }
      return select(node, fields, ['id', 'message_id'], 'WhatsAppMessageHistory')
    })
  return page(call, rows, (row) => String(row['id']))
}

/** GET /{history}/events; nothing when there is no such history. */
export function historyEvents(world: World, id: string, call: GraphCall): Fields | undefined {
  const found = [...world.numbers.all()]
    .flatMap((number) => [...historyOf(world, number)])
    .find(([wamid]) => historyId(wamid) === id)
  if (found === undefined) return undefined
  if (call.method !== 'GET') throw unknownObject(call.method, id)
  return page(call, found[1], (event) => String(event['id']))
}

/** The statuses of each message of a number, oldest first. */
function historyOf(world: World, number: BusinessNumber): ReadonlyMap<string, Event[]> {
  const found = new Map<string, Event[]>()
  for (const delivery of world.webhooks.log.list(BODIES).toReversed()) {
    const body = fieldsOf(JSON.parse(delivery.body))
    for (const change of listOf(body['entry']).flatMap((entry) => listOf(fieldsOf(entry)['changes']))) {
      const value = fieldsOf(fieldsOf(change)['value'])
      if (fieldsOf(value['metadata'])['phone_number_id'] !== number.id) continue
      for (const status of listOf(value['statuses']).map(fieldsOf)) {
        const wamid = textOf(status['id']) ?? ''
        found.set(wamid, [...(found.get(wamid) ?? []), eventOf(world, status, delivery)])
      }
    }
  }
  return found
}

function eventOf(world: World, status: Fields, delivery: Delivery): Event {
  const name = (textOf(status['status']) ?? '').toUpperCase()
  const [error] = listOf(status['errors']).map(fieldsOf)
  return {
    id: numberOf(`${status['id']} ${name}`),
    delivery_status: name,
    timestamp: Number(status['timestamp']),
    webhook_update_state: stateOf(world, delivery),
    application: { id: world.app.id },
    webhook_uri: delivery.url,
    ...(error === undefined ? {} : { error_description: textOf(error['title']) }),
  }
}

/** Whether the webhook took it; what is not taken is sent again until Meta gives up. */
function stateOf(world: World, { at, status, attempts }: Delivery): string {
  if (status === 200) return 'DELIVERED'
  if (world.clock.now() - at >= GIVE_UP_AFTER_MS) return 'FAILED'
  return status === null && attempts === 1 ? 'PENDING' : 'RETRYING'
}

const historyId = (wamid: string): string => numberOf(wamid)

/** Sixteen digits, always the same for the same text. */
const numberOf = (text: string): string =>
  `1${BigInt(`0x${createHash('sha256').update(text).digest('hex').slice(0, 14)}`)
    .toString()
    .padStart(15, '0')
    .slice(0, 15)}`
