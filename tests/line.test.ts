import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConversationView, MessageView } from '#contract/views.ts'
import { type House, messageBody, openHouse, textBody, until } from './house.ts'

type Page<Item> = { data: Item[]; next: string | null }
type Bubble = { wamid: string; from: string; status: string; kind: string; message: Record<string, never> }
type Problem = { code: string; errors: { code: string; field: string | null }[] }

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const sales = () => String(house.demo.phoneNumberIds[0])
const chat = (phone: string) => `/phones/${phone}/chats/${sales()}`
const write = (phone: string, compose: object) =>
  house.control<{ wamid: string }>('POST', `${chat(phone)}/messages`, compose)
const bubbles = async (phone: string) => (await house.control<{ data: Bubble[] }>('GET', chat(phone))).data
const conversationOf = (name: string) =>
  until(`a conversation with ${name}`, async () => {
    const { body } = await house.api<Page<ConversationView>>('GET', '/conversations?limit=100')
    return body.data.find((conversation) => conversation.contact.name === name)
  })
const messagesOf = async (id: string) =>
  (await house.api<Page<MessageView>>('GET', `/conversations/${id}/messages?limit=100`)).body.data
const messageOn = (conversationId: string, wireId: string) =>
  until(`the message ${wireId}`, async () => (await messagesOf(conversationId)).find((one) => one.wireId === wireId))
const send = (conversationId: string, content: object, key: string = randomUUID()) =>
  house.api<MessageView & Problem>('POST', '/messages', { to: { conversationId }, content }, { 'idempotency-key': key })
const reach = (id: string, status: string) =>
  until(`message ${id} ${status}`, async () => {
    const { body } = await house.api<MessageView>('GET', `/messages/${id}`)
    return body.status === status ? body : undefined
  })

describe('from the phone to the agent and back', () => {
  test('a message arrives, the answer arrives, and is followed to read', async () => {
    const { wamid } = await write('lucia', { kind: 'text', text: 'Hola, ¿están abiertos? 😊' })
    const conversation = await conversationOf('Lucía Paredes')
    const message = await messageOn(conversation.id, wamid)
    expect(message.content).toMatchObject({ kind: 'text', text: 'Hola, ¿están abiertos? 😊' })
    const sent = await send(conversation.id, { kind: 'text', text: '¡Claro!' })
    expect(sent.status).toBe(202)
    await reach(sent.body.id, 'delivered')
    await house.control('POST', `${chat('lucia')}/read`, {})
    const read = await reach(sent.body.id, 'read')
    expect(Object.keys(read.times)).toEqual(expect.arrayContaining(['queued', 'accepted', 'sent', 'delivered', 'read']))
    expect(read.pricing?.category).toBe('service')
  })

  test('the same idempotency key is one message; another body with it is refused', async () => {
    const conversation = await conversationOf('Lucía Paredes')
    const key = randomUUID()
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => send(conversation.id, { kind: 'text', text: 'una vez' }, key)),
    )
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    const other = await send(conversation.id, { kind: 'text', text: 'otra cosa' }, key)
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused'])
    await reach(answers[0]?.body.id ?? '', 'delivered')
    const received = (await bubbles('lucia')).filter((bubble) => JSON.stringify(bubble.message).includes('una vez'))
    expect(received).toHaveLength(1)
  })

  test('two messages of an agent arrive in the order they were written', async () => {
    await write('thiago', { kind: 'text', text: 'oi' })
    const conversation = await conversationOf('Thiago Souza')
    const texts = ['uno', 'dos', 'tres', 'cuatro', 'cinco']
    for (const text of texts) await send(conversation.id, { kind: 'text', text })
    const arrived = await until('five bubbles', async () => {
      const ours = (await bubbles('thiago')).filter((bubble) => bubble.from === 'business')
      return ours.length === 5 ? ours : undefined
    })
    expect(arrived.map((bubble) => texts.find((text) => JSON.stringify(bubble.message).includes(`"${text}"`)))).toEqual(
      texts,
    )
  })
})

describe('every type', () => {
  test.each([
    ['image', { kind: 'image', sample: true, caption: 'foto' }],
    ['video', { kind: 'video', sample: true }],
    ['audio', { kind: 'voice', sample: true }],
    ['document', { kind: 'document', sample: true, filename: 'contrato.pdf' }],
    ['sticker', { kind: 'sticker', sample: true }],
  ])('a customer’s %s is fetched, stored and served to those who may see it', async (kind, compose) => {
    const { wamid } = await write('mateo', compose)
    const conversation = await conversationOf('Mateo Quispe')
    const message = await until(`the ${kind} in our store`, async () => {
      const found = await messageOn(conversation.id, wamid)
      return (found.content as { media?: { state: string } }).media?.state === 'stored' ? found : undefined
    })
    expect(message.content.kind).toBe(kind)
    const { mediaId } = (message.content as unknown as { media: { mediaId: string } }).media
    const address = `${house.demo.url}/api/v1/media/${mediaId}`
    const file = await fetch(address, { headers: { authorization: `Bearer ${house.demo.apiKey}` } })
    expect(file.status).toBe(200)
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(50)
    expect((await fetch(address)).status).toBe(401)
  })

  test('what nobody has heard of is kept whole and shown', async () => {
    const wamid = `wamid.${randomUUID()}`
    const message = { id: wamid, type: 'hologram', hologram: { depth: 3, of: 'a cat' } }
    expect(await house.knock(messageBody(house.demo, message, { from: '5215511110000', name: 'Futuro' }))).toBe(200)
    const conversation = await conversationOf('Futuro')
    const kept = await messageOn(conversation.id, wamid)
    expect(kept.content).toMatchObject({ kind: 'unknown', type: 'hologram' })
    expect(JSON.stringify(kept.content)).toContain('a cat')
  })

  test.each([
    ['location', { kind: 'location', latitude: 19.43, longitude: -99.13, name: 'Oficina', address: 'Reforma 1' }],
    ['contacts', { kind: 'contacts', contacts: [{ name: 'Inés', phones: [{ phone: '+593991234567' }] }] }],
    ['interactive', { kind: 'buttons', body: '¿Sí?', buttons: [{ id: 'si', title: 'Sí' }] }],
    ['interactive', { kind: 'list', body: 'Plazo', button: 'Ver', sections: [{ rows: [{ id: 'a', title: '12' }] }] }],
  ])('we send a %s', async (kind, content) => {
    await write('beatriz', { kind: 'text', text: 'oi' })
    const conversation = await conversationOf('Beatriz Lima')
    const sent = await send(conversation.id, content)
    expect(sent.body).toMatchObject({ direction: 'out' })
    const { wireId } = await reach(sent.body.id, 'delivered')
    expect((await bubbles('beatriz')).find((bubble) => bubble.wamid === wireId)?.kind).toBe(kind)
  })

  test('we send a file, and the phone gets it', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const upload = await fetch(`${house.demo.url}/api/v1/media`, {
      method: 'POST',
      headers: { authorization: `Bearer ${house.demo.apiKey}`, 'content-type': 'image/png', 'x-filename': 'punto.png' },
      body: png,
    })
    expect(upload.status).toBe(201)
    const { id: mediaId } = (await upload.json()) as { id: string }
    await write('paula', { kind: 'text', text: 'hola' })
    const conversation = await conversationOf('Paula Benítez')
    const sent = await send(conversation.id, { kind: 'image', mediaId, caption: 'un punto' })
    const { wireId } = await reach(sent.body.id, 'delivered')
    expect((await bubbles('paula')).find((bubble) => bubble.wamid === wireId)?.kind).toBe('image')
  })

  test('we react, and take it back', async () => {
    const { wamid } = await write('gabriel', { kind: 'text', text: 'listo' })
    const conversation = await conversationOf('Gabriel Tamayo')
    const target = await messageOn(conversation.id, wamid)
    await send(conversation.id, { kind: 'reaction', messageId: target.id, emoji: '🎉' })
    await until('the reaction on the phone', async () => JSON.stringify(await bubbles('gabriel')).includes('🎉'))
    expect((await messageOn(conversation.id, wamid)).reactions).toMatchObject([{ by: 'us', emoji: '🎉' }])
  })
})

describe('the right to send', () => {
  test('outside the window free text is refused with the reason, and an approved template goes', async () => {
    await write('carla', { kind: 'text', text: 'hola' })
    const conversation = await conversationOf('Carla Sosa')
    await house.control('POST', '/clock', { advanceMs: 25 * 3_600_000 })
    const text = await send(conversation.id, { kind: 'text', text: '¿sigue ahí?' })
    expect([text.status, text.body.code]).toEqual([409, 'window-closed'])
    const template = { kind: 'template', name: 'recordatorio_pago', language: 'es_MX' }
    const empty = await send(conversation.id, template)
    expect([empty.status, empty.body.errors.length]).toEqual([422, 4])
    const values = { '1': 'Carla', '2': '$100', '3': 'lunes', 'button.0.1': 'abc' }
    const sent = await send(conversation.id, { ...template, values })
    const { wireId } = await reach(sent.body.id, 'delivered')
    expect((await bubbles('carla')).find((bubble) => bubble.wamid === wireId)?.kind).toBe('template')
    await write('carla', { kind: 'text', text: 'acá estoy' })
    const open = await until('the window to open', async () => {
      const answer = await send(conversation.id, { kind: 'text', text: 'qué bueno' })
      return answer.status === 202 ? answer : undefined
    })
    await reach(open.body.id, 'delivered')
  })

  test('a failure is kept with its code, and sending again is a new message', async () => {
    await write('andres', { kind: 'text', text: 'hola' })
    const conversation = await conversationOf('Andrés Ocampo')
    await house.control('PUT', '/faults', { nextSend: [{ code: 131026, mode: 'async' }] })
    const sent = await send(conversation.id, { kind: 'text', text: 'no llega' })
    expect((await reach(sent.body.id, 'failed')).problem?.code).toBe('131026')
    const retry = await house.api<MessageView>('POST', `/messages/${sent.body.id}/retry`)
    expect(retry.status).toBe(202)
    await reach(retry.body.id, 'delivered')
  })

  test('an answer that got lost after acceptance is settled by its status and not sent twice', async () => {
    await write('noelia', { kind: 'text', text: 'hola' })
    const conversation = await conversationOf('Noelia Vidal')
    await house.control('PUT', '/faults', { graph: { latencyMs: 0, mode: 'reset-after-accept' } })
    const sent = await send(conversation.id, { kind: 'text', text: 'una sola vez' })
    await reach(sent.body.id, 'delivered')
    await house.control('DELETE', '/faults')
    const received = (await bubbles('noelia')).filter((bubble) =>
      JSON.stringify(bubble.message).includes('una sola vez'),
    )
    expect(received).toHaveLength(1)
  })
})

describe('the door', () => {
  /** Rows in the log of deliveries, as the door counts them. */
  const deliveries = async (): Promise<number> => {
    const metrics = await (await fetch(`${house.demo.url}/metrics`)).text()
    const count = /^hilo_webhooks_total\{outcome="accepted"\} (\d+)/m.exec(metrics)?.[1]
    if (count === undefined) throw new Error('The door counts nothing')
    return Number(count)
  }

  test('a body that is signed and ours leaves a row', async () => {
    const before = await deliveries()
    expect(await house.knock(textBody(house.demo, 'x'))).toBe(200)
    expect(await deliveries()).toBe(before + 1)
  })

  test.each([
    ['wrongly signed', () => house.knock(textBody(house.demo, 'x'), 'wrong'), [401]],
    ['truncated', () => house.knock(textBody(house.demo, 'x').slice(0, -9)), [400]],
    ['4 MB', () => house.knock(Buffer.alloc(4 * 1024 * 1024, 32)), [413]],
    ['deeply nested', () => house.knock(`${'['.repeat(20_000)}${']'.repeat(20_000)}`), [400]],
    [
      'with __proto__',
      () => house.knock(textBody(house.demo, 'x').replace('"text":{', '"__proto__":{"a":1},"text":{')),
      [400],
    ],
    ['not UTF-8', () => house.knock(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])), [400]],
    [
      'of a foreign account',
      () => house.knock(textBody({ ...house.demo, wabaId: '1', phoneNumberIds: ['2'] }, 'x')),
      [403],
    ],
  ])('a body that is %s leaves no row', async (_, knock, statuses) => {
    const before = await deliveries()
    expect(statuses).toContain(await knock())
    expect(await deliveries()).toBe(before)
  })

  test('the handshake needs the token', async () => {
    const ask = (token: string) =>
      fetch(`${house.demo.webhookUrl}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`)
    expect(await (await ask(house.demo.verifyToken)).text()).toBe('1158201444')
    expect((await ask('wrong')).status).toBe(403)
  })
})
