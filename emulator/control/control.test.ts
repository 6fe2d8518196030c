import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { request } from 'undici'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fieldsOf, listOf } from '../json.ts'
import { SALES, startReceiver, startTestWorld, type TestWorld, text, TOKEN } from '../testing.ts'

let world: TestWorld
beforeEach(async () => void (world = await startTestWorld()))
afterEach(() => world.close())

const first = () => expect.poll(() => world.receiver.messages())

describe('what a customer can do', () => {
  it.each(['image', 'video', 'voice', 'audio', 'document', 'sticker'])(
    'send a sample %s the business can download',
    async (kind) => {
      await world.write('lucia', { kind, sample: true, caption: 'pie' })
      await first().toHaveLength(1)
      const message = world.receiver.messages()[0] ?? {}
      const media = fieldsOf(message[String(message['type'])])
      const resolved = await world.graph('GET', String(media['id']))
      expect(Buffer.from(String(resolved.body['sha256']), 'hex').toString('base64')).toBe(media['sha256'])
      expect((await fetch(String(media['url']), { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(200)
    },
  )
  it('react, edit and take back', async () => {
    const wamid = await world.write('lucia', { kind: 'text', text: 'hola' })
    await world.write('lucia', { kind: 'reaction', target: wamid, emoji: '❤️' })
    await world.write('lucia', { kind: 'edit', target: wamid, text: 'hola!' })
    await world.write('lucia', { kind: 'revoke', target: wamid })
    await first().toHaveLength(4)
    expect(world.receiver.messages().slice(1)).toMatchObject([
      { type: 'reaction', reaction: { message_id: wamid, emoji: '❤️' } },
      { type: 'edit', edit: { original_message_id: wamid, message: { text: { body: 'hola!' } } } },
      { type: 'revoke', revoke: { original_message_id: wamid } },
    ])
    const { body } = await world.control('GET', `phones/lucia/chats/${SALES}`)
    expect(body['data']).toMatchObject([{ edited: true, revoked: true, reactions: [{ emoji: '❤️' }] }])
  })
  it('press a button and choose a row', async () => {
    await world.write('lucia', { kind: 'text', text: 'hola' })
    const send = async (interactive: object) =>
      String(
        fieldsOf(
          listOf((await world.send({ to: '+5215512345678', type: 'interactive', interactive })).body['messages'])[0],
        )['id'],
      )
    const buttons = await send({
      type: 'button',
      body: { text: '¿?' },
      action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Sí' } }] },
    })
    const list = await send({
      type: 'list',
      body: { text: '¿?' },
      action: { button: 'Ver', sections: [{ rows: [{ id: 'r1', title: 'Uno', description: 'd' }] }] },
    })
    await world.write('lucia', { kind: 'press', target: buttons, buttonId: 'yes' })
    await world.write('lucia', { kind: 'choose', target: list, rowId: 'r1' })
    await first().toHaveLength(3)
    expect(world.receiver.messages().slice(1)).toMatchObject([
      { interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Sí' } }, context: { id: buttons } },
      {
        interactive: { type: 'list_reply', list_reply: { id: 'r1', title: 'Uno', description: 'd' } },
        context: { id: list },
      },
    ])
    expect(
      await world.control('POST', `phones/lucia/chats/${SALES}/messages`, {
        kind: 'press',
        target: buttons,
        buttonId: 'no',
      }),
    ).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid' } },
    })
  })
  it('write offline, which goes out when the phone is back', async () => {
    await world.control('PATCH', 'phones/lucia', { online: false })
    await world.write('lucia', { kind: 'text', text: 'luego' })
    expect(world.receiver.messages()).toHaveLength(0)
    await world.control('PATCH', 'phones/lucia', { online: true })
    await first().toHaveLength(1)
  })
  it('write in the past, as a story needs', async () => {
    await world.write('lucia', { kind: 'text', text: 'ayer', at: 1_700_000_000_500 })
    await first().toMatchObject([{ timestamp: '1700000000' }])
  })
  it('change number, with a system message that has no contacts', async () => {
    await world.control('POST', `phones/lucia/chats/${SALES}/identity`, {
      kind: 'changed-number',
      waId: '5215599998888',
    })
    await first().toMatchObject([
      { from: '5215512345678', system: { type: 'user_changed_number', wa_id: '5215599998888' } },
    ])
    expect(world.receiver.values()[0]).not.toHaveProperty('contacts')
    expect((await world.send(text('+5215599998888'))).body).toMatchObject({ contacts: [{ wa_id: '5215599998888' }] })
  })
  it('go on from another device, which only a system message tells', async () => {
    await world.control('POST', `phones/lucia/chats/${SALES}/identity`, { kind: 'changed-device' })
    await first().toMatchObject([
      { from: '5215512345678', system: { type: 'customer_identity_changed', customer: '5215512345678' } },
    ])
  })
  it('join as a new phone', async () => {
    const { status, body } = await world.control('POST', 'phones', {
      name: 'Ana Gómez',
      username: 'ana',
      country: 'CO',
    })
    expect({ status, body }).toMatchObject({ status: 201, body: { id: 'ana', username: '@ana', chats: [] } })
    expect(String(body['userId'])).toMatch(/^CO\.\d+$/)
    expect((await world.control('POST', 'phones', { id: 'ana', name: 'Ana' })).status).toBe(409)
    expect((await world.control('GET', 'phones/nobody')).body).toMatchObject({ error: { code: 'not-found' } })
  })
})

describe('the control API', () => {
  it('moves the clock and has the product follow, signed', async () => {
    const seen: string[] = []
    const product = createServer((call, response) => {
      seen.push(String(call.headers['x-hub-signature-256']))
      call.resume().on('end', () => response.end('{}'))
    })
    await new Promise<void>((resolve) => product.listen(0, '127.0.0.1', resolve))
    const { port } = product.address() as { port: number }
    Object.assign(world.emulator.world.app, { clockUrl: `http://127.0.0.1:${port}/demo/clock` })
    expect((await world.control('POST', 'clock', { advanceMs: 1_000 })).body).toMatchObject({
      offsetMs: 1_000,
      followed: true,
    })
    expect(seen[0]).toMatch(/^sha256=[0-9a-f]{64}$/)
    product.closeAllConnections()
    product.close()
    expect((await world.control('POST', 'clock', { offsetMs: -5_000 })).body).toMatchObject({
      offsetMs: -5_000,
      followed: false,
    })
  })
  it('refuses other hosts and pages of the internet', async () => {
    const rebound = await request(`${world.emulator.url}/control/v1/phones`, { headers: { host: 'evil.example' } })
    expect(rebound.statusCode).toBe(403)
    const page = await fetch(`${world.emulator.url}/control/v1/clock`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: '{}',
    })
    expect(page.status).toBe(403)
    const desk = await fetch(`${world.emulator.url}/control/v1/phones`, {
      headers: { origin: 'http://localhost:4000' },
    })
    expect(desk.headers.get('access-control-allow-origin')).toBe('http://localhost:4000')
  })
  it('tells changes as they happen', async () => {
    const stream = await fetch(`${world.emulator.url}/control/v1/events`)
    const reader = stream.body?.getReader()
    await reader?.read()
    await world.write('lucia', { kind: 'text', text: 'hola' })
    const { value } = (await reader?.read()) ?? {}
    expect(Buffer.from(value ?? []).toString()).toContain(
      `event: change\ndata: {"kind":"chat","phone":"lucia","number":"${SALES}"}`,
    )
    await reader?.cancel()
  })
  it('refuses faults there are not', async () => {
    expect((await world.control('PUT', 'faults', { gravity: 1 })).status).toBe(400)
    expect((await world.control('PUT', 'faults', { drop: 2 })).status).toBe(400)
  })
})

describe('a restart', () => {
  it('keeps phones, chats, media, the clock, and webhooks nobody has taken', async () => {
    const directory = mkdtempSync('/tmp/emulator-')
    const receiver = await startReceiver()
    receiver.answers = [503]
    const before = await startTestWorld(directory, receiver)
    await before.control('POST', 'clock', { offsetMs: 3_600_000 })
    await before.control('POST', 'phones', { id: 'ana', name: 'Ana', country: 'PE' })
    const wamid = await before.write('ana', { kind: 'image', sample: true })
    await before.send({ ...text(String((await before.control('GET', 'phones/ana')).body['waId'])) })
    await expect.poll(() => receiver.statuses().length).toBeGreaterThan(1)
    await before.emulator.close()
    receiver.answers = [200]
    receiver.bodies.length = 0

    const after = await startTestWorld(directory, receiver)
    await expect.poll(() => receiver.messages().map((message) => message['id'])).toContain(wamid)
    await expect.poll(() => receiver.statuses().length).toBeGreaterThan(1)
    const chat = await after.control('GET', `phones/ana/chats/${SALES}`)
    expect(listOf(chat.body['data'])).toMatchObject([
      { wamid, kind: 'image' },
      { from: 'business', status: 'delivered' },
    ])
    const image = fieldsOf(fieldsOf(fieldsOf(listOf(chat.body['data'])[0])['message'])['image'])
    expect((await fetch(`${after.emulator.url}/control/v1/media/${String(image['id'])}`)).status).toBe(200)
    expect((await after.control('GET', 'clock')).body).toMatchObject({ offsetMs: 3_600_000 })
    await expect.poll(() => after.emulator.world.webhooks.pending()).toBe(0)
    await after.close()
    rmSync(directory, { recursive: true })
  })
})

describe('marketing', () => {
  it('stops when the customer says so, and resumes', async () => {
    const path = `phones/paula/chats/${SALES}/marketing`
    await world.control('POST', path, { stopped: true })
    await expect
      .poll(() => world.receiver.values())
      .toMatchObject([{ user_preferences: [{ value: 'stop', wa_id: '5491133332222' }] }])
    const parameters = [{ type: 'image', image: { link: `${world.emulator.url}/control/v1/samples/image` } }]
    const named = ['nombre', 'monto'].map((name) => ({ type: 'text', parameter_name: name, text: 'x' }))
    const components = [
      { type: 'header', parameters },
      { type: 'body', parameters: named },
    ]
    const template = { name: 'oferta_preaprobada', language: { code: 'es_AR' }, components }
    const send = () => world.send({ to: '+5491133332222', type: 'template', template })
    expect((await send()).status).toBe(200)
    await expect.poll(() => world.receiver.statuses()).toMatchObject([{ status: 'failed', errors: [{ code: 131050 }] }])
    await world.control('POST', path, { stopped: false })
    await send()
    await expect.poll(() => world.receiver.statuses()).toHaveLength(3)
  })
  it('voice notes are told as played once', async () => {
    await world.write('lucia', { kind: 'text', text: 'hola' })
    const audio = { link: `${world.emulator.url}/control/v1/samples/voice`, voice: true }
    const sent = await world.send({ to: '+5215512345678', type: 'audio', audio })
    const wamid = fieldsOf(listOf(sent.body['messages'])[0])['id']
    await expect.poll(() => world.receiver.statuses()).toHaveLength(2)
    await world.control('POST', `phones/lucia/chats/${SALES}/play`, { wamid })
    await world.control('POST', `phones/lucia/chats/${SALES}/play`, { wamid })
    await expect
      .poll(() => world.receiver.statuses().map((status) => status['status']))
      .toEqual(['sent', 'delivered', 'read', 'played'])
  })
})

describe('what Meta tells besides messages', () => {
  it('is told by the name of a sample, signed, with the time and the number it is about', async () => {
    const { body } = await world.control('GET', 'notices')
    const samples = listOf(body['data']).map((each) => String(fieldsOf(each)['sample']))
    expect(samples).toContain('account-restricted')
    for (const sample of samples) expect((await world.control('POST', 'notices', { sample })).status).toBe(200)
    await expect.poll(() => world.receiver.values().length).toBe(samples.length)
    expect(world.receiver.values()).toContainEqual({
      event: 'PIN_CHANGED',
      requester: '61555822107539',
      display_phone_number: expect.stringMatching(/^\d+$/),
    })
    expect((await world.control('POST', 'notices', { sample: 'moon' })).status).toBe(404)
    expect((await world.control('POST', 'notices', {})).status).toBe(400)
  })
})
