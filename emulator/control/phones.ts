import { randomInt } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Sender } from '../send/accept.ts'
import { type Fields, fieldsOf, textOf } from '../json.ts'
import { countryOf } from '../world/address.ts'
import { newUserId, userIdFor } from '../world/ids.ts'
import type { Phone } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { comesOnline } from '../group/say.ts'
import { deliverTo } from '../group/status.ts'
import { sendWaiting } from './compose.ts'
import { conflict, invalid, missing } from './refusal.ts'
import { phoneOf } from './shown.ts'

/** `/control/v1/phones`. */
export function phoneRoutes(server: FastifyInstance, world: World, sender: Sender): void {
  server.get('/control/v1/phones', () => ({ data: [...world.phones.all()].map((phone) => phoneOf(world, phone)) }))
  server.post('/control/v1/phones', (request, reply) => {
    const phone = createPhone(world, fieldsOf(request.body))
    world.changes.tell({ kind: 'phone', phone: phone.id })
    return reply.code(201).send(phoneOf(world, phone))
  })
  server.get<{ Params: { phone: string } }>('/control/v1/phones/:phone', (request) =>
    phoneOf(world, requirePhone(world, request.params.phone)),
  )
  server.patch<{ Params: { phone: string } }>('/control/v1/phones/:phone', (request) => {
    const before = requirePhone(world, request.params.phone)
    const phone = world.phones.change(before, readChange(world, before, fieldsOf(request.body)))
    if (phone.online && !before.online) {
      sendWaiting(world, phone)
      sender.progress.arriveAt(phone.id)
      comesOnline(world, phone)
      deliverTo(world, phone)
    }
    world.changes.tell({ kind: 'phone', phone: phone.id })
    return phoneOf(world, phone)
  })
}

export function requirePhone(world: World, id: string): Phone {
  const phone = world.phones.get(id)
  if (phone === undefined) throw missing('phone', id)
  return phone
}

/** A username is kept as webhooks write it, with its @. */
export const readUsername = (value: unknown): string | null => {
  const text = textOf(value)?.trim() ?? ''
  return text === '' ? null : `@${text.replace(/^@/, '')}`
}

function createPhone(world: World, body: Fields): Phone {
  const name = textOf(body['name'])?.trim() ?? ''
  if (name === '') throw invalid('A phone needs a name')
  const country = textOf(body['country'])?.toUpperCase()
  const waId = body['waId'] === undefined ? freeWaId(world, country ?? 'MX') : readWaId(world, body['waId'])
  const id = textOf(body['id']) ?? freeId(world, name)
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id))
    throw invalid(`The id "${id}" is not made of small letters, digits and hyphens`)
  if (world.phones.get(id) !== undefined) throw conflict(`There is already a phone "${id}"`)
  const home = country ?? countryOf(waId)
  const phone: Phone = {
    id,
    waId,
    userId: userIdFor(home, world.wabas.first.businessId, waId),
    name,
    username: readUsername(body['username']),
    country: home,
    online: true,
    receipts: true,
    hidden: body['hidden'] === true,
    blocked: [],
  }
  world.phones.put(phone)
  return phone
}

function readChange(world: World, phone: Phone, body: Fields): Partial<Phone> {
  const truth = (name: 'online' | 'receipts' | 'hidden' | 'capped' | 'experiment') =>
    typeof body[name] === 'boolean' ? { [name]: body[name] } : {}
  return {
    ...(textOf(body['name']) ? { name: textOf(body['name']) ?? phone.name } : {}),
    ...(body['username'] === undefined ? {} : { username: readUsername(body['username']) }),
    ...truth('online'),
    ...truth('receipts'),
    ...truth('hidden'),
    ...truth('capped'),
    ...truth('experiment'),
    ...(body['waId'] === undefined || body['waId'] === phone.waId ? {} : { waId: readWaId(world, body['waId']) }),
  }
}

/** Digits of a number nobody has here. */
export function readWaId(world: World, value: unknown): string {
  const digits = textOf(value)?.replace(/[\s+()-]/g, '') ?? ''
  if (!/^\d{7,15}$/.test(digits)) throw invalid(`"${String(value)}" is not a phone number of 7 to 15 digits`)
  if (world.phones.byNumber(digits) !== undefined) throw conflict(`Another phone has the number ${digits}`)
  return digits
}

export const freshUserId = (phone: Phone): string => newUserId(phone.country)

/** The beginning of mobile numbers by country, and how many digits follow. */
const mobiles: Readonly<Record<string, readonly [prefix: string, digits: number]>> = {
  AR: ['54911', 8],
  BR: ['55119', 8],
  CL: ['569', 8],
  CO: ['5730', 8],
  EC: ['5939', 8],
  ES: ['346', 8],
  MX: ['52155', 8],
  PE: ['519', 8],
  US: ['1415', 7],
}

function freeWaId(world: World, country: string): string {
  const [prefix, digits] = mobiles[country] ?? ['52155', 8]
  for (;;) {
    const waId = prefix + String(randomInt(0, 10 ** digits)).padStart(digits, '0')
    if (world.phones.byNumber(waId) === undefined) return waId
  }
}

function freeId(world: World, name: string): string {
  const first = name.split(/\s+/)[0] ?? 'phone'
  const plain =
    first
      .normalize('NFD')
      .replace(/[^A-Za-z0-9]/g, '')
      .toLowerCase() || 'phone'
  let id = plain
  for (let count = 2; world.phones.get(id) !== undefined; count += 1) id = `${plain}-${count}`
  return id
}
