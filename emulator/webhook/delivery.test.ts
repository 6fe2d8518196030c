import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SECRET, startTestWorld, SALES, type TestWorld } from '../testing.ts'

let world: TestWorld
beforeEach(async () => void (world = await startTestWorld()))
afterEach(() => world.close())

describe('delivery of webhooks', () => {
  it('signs the escaped body of an emoji message', async () => {
    await world.write('lucia', { kind: 'text', text: '¿Mañana? 🙂' })
    await vi.waitFor(() => expect(world.receiver.bodies).toHaveLength(1))
    const { raw, headers } = world.receiver.bodies[0] ?? { raw: '', headers: {} }
    expect(raw).toContain('\\u00bfMa\\u00f1ana? \\ud83d\\ude42')
    expect(headers['x-hub-signature-256']).toBe(`sha256=${createHmac('sha256', SECRET).update(raw).digest('hex')}`)
  })
  it('repeats the same body until it is taken with 200', async () => {
    world.receiver.answers = [500, 503, 200]
    await world.write('lucia', { kind: 'text', text: 'hola' })
    await vi.waitFor(() => expect(world.receiver.bodies).toHaveLength(3), 4_000)
    expect(new Set(world.receiver.bodies.map(({ raw }) => raw)).size).toBe(1)
    await vi.waitFor(() => expect(world.emulator.world.webhooks.pending()).toBe(0))
    const { body } = await world.control('GET', 'webhooks')
    expect(body['data']).toMatchObject([{ status: 200, attempts: 3, body: { object: 'whatsapp_business_account' } }])
  })
  it('puts what waits into bodies of up to twenty, in order for one customer', async () => {
    const wamids = await Promise.all(
      Array.from({ length: 45 }, (_, index) => world.write('lucia', { kind: 'text', text: `${index}` })),
    )
    await vi.waitFor(() => expect(world.receiver.messages()).toHaveLength(45))
    expect(world.receiver.bodies.length).toBeLessThan(45)
    expect(new Set(world.receiver.messages().map((message) => message['id']))).toEqual(new Set(wamids))
  })
  it('sends twice, or never, when told to', async () => {
    await world.control('PUT', 'faults', { duplicate: 1 })
    await world.write('lucia', { kind: 'text', text: 'twice' })
    await vi.waitFor(() => expect(world.receiver.bodies).toHaveLength(2))
    await world.control('PUT', 'faults', { duplicate: 0, drop: 1 })
    await world.write('lucia', { kind: 'text', text: 'never' })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(world.receiver.bodies).toHaveLength(2)
  })
  it('shuffles when told to and loses nothing', async () => {
    await world.control('PUT', 'faults', { reorder: true })
    for (let count = 0; count < 12; count += 1) await world.write('lucia', { kind: 'text', text: String(count) })
    await vi.waitFor(() => expect(world.receiver.messages()).toHaveLength(12), 3_000)
  })
  it('sends a body of a test, and unsigned where asked', async () => {
    const { body } = await world.control('POST', 'webhooks', {
      entry: [{ id: 'x', changes: [] }],
      sign: false,
      repeat: 2,
    })
    expect(body).toEqual({ status: 200 })
    expect(world.receiver.bodies).toHaveLength(2)
  })
  it('goes to the callback of the number when there is one', async () => {
    await world.graph('POST', SALES, {
      webhook_configuration: { override_callback_uri: `${world.receiver.url}?own`, verify_token: 'verify-me' },
    })
    await world.write('lucia', { kind: 'text', text: 'hola' })
    await vi.waitFor(() => expect(world.receiver.bodies).toHaveLength(1))
  })
  it('shakes hands with the verify token', async () => {
    expect((await world.control('POST', 'webhooks/verify', {})).body).toMatchObject({ ok: true })
    expect((await world.control('POST', 'webhooks/verify', { verifyToken: 'wrong' })).body).toMatchObject({
      ok: false,
      status: 403,
    })
  })
})
