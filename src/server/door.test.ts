import { createHmac } from 'node:crypto'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import { whatsappPlatform } from '#channels/whatsapp/platform.ts'
import { LedgerUnavailable, type NewDelivery } from '#store/ledger.ts'
import { addDoor, type DoorParts, WEBHOOK_PATH } from './door.ts'
import { createLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { NUMBER, SECRET, textFrom, WABA } from './test-house.ts'

/** The door alone, over a store that does as told. */
function doorOver(append: (deliveries: readonly NewDelivery[]) => Promise<void>) {
  const app = Fastify()
  const signer = { appId: '1', secrets: [SECRET], verifyToken: 'v', keys: new Set([NUMBER, WABA]) }
  addDoor(app, {
    platform: whatsappPlatform,
    directory: { apps: () => [signer] } as unknown as DoorParts['directory'],
    ledger: { deliveries: { append } } as unknown as DoorParts['ledger'],
    loop: { wake: () => undefined },
    clock: { now: () => instant(0) },
    metrics: createMetrics(),
    log: createLog('silent'),
  })
  const knock = (body: string, signed = body) => {
    const signature = `sha256=${createHmac('sha256', SECRET).update(signed).digest('hex')}`
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature }
    return app.inject({ method: 'POST', url: WEBHOOK_PATH, headers, payload: body })
  }
  return { app, knock }
}

test('nobody is answered before the bytes are on disk', async () => {
  let store = (): void => undefined
  const { knock } = doorOver(() => new Promise((resolve) => (store = resolve)))
  let status: number | null = null
  const answered = knock(textFrom('5215500000001', 'hola')).then(({ statusCode }) => (status = statusCode))
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(status).toBeNull()
  store()
  await answered
  expect(status).toBe(200)
})

test('what cannot be stored is answered 503, with when to come back', async () => {
  const { knock } = doorOver(() => Promise.reject(new LedgerUnavailable('disk full')))
  const answer = await knock(textFrom('5215500000001', 'hola'))
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['retry-after']).toBe('5')
})

test('the signature is that of the very bytes, whatever they mean', async () => {
  const stored: string[] = []
  const { knock } = doorOver(async (deliveries) => {
    for (const { body } of deliveries) stored.push(Buffer.from(body).toString())
  })
  const compact = textFrom('5215500000001', 'hola')
  const spaced = compact.replace('{', '{ ').replace('hola', '\\u0068ola')
  expect((await knock(spaced)).statusCode).toBe(200)
  expect((await knock(spaced, compact)).statusCode).toBe(401)
  expect(stored).toEqual([spaced])
})

test('what names nobody is nobody else’s: let in, empty or not, and only when our app signed it', async () => {
  const stored: string[] = []
  const { knock } = doorOver(async (deliveries) => {
    for (const { body } of deliveries) stored.push(Buffer.from(body).toString())
  })
  const empty = '{"object":"whatsapp_business_account","entry":[]}'
  const nobody = '{"object":"whatsapp_business_account","entry":[null,{"changes":[{"field":"messages"}]}]}'
  const another = '{"object":"whatsapp_business_account","entry":[{"id":"999000999000999","changes":[]}]}'
  expect((await knock(empty)).statusCode).toBe(200)
  expect((await knock(nobody)).statusCode).toBe(200)
  expect((await knock(another)).statusCode).toBe(403)
  expect((await knock(empty, nobody)).statusCode).toBe(401)
  expect(stored).toEqual([empty, nobody])
})
