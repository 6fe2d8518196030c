import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fieldsOf, listOf } from '#emulator/json.ts'
import { SALES, SECRET, startTestWorld, type TestWorld, TOKEN } from '#emulator/testing.ts'
import type { MoveView } from '#contract/number-move.ts'
import type { LineView, MeView, MessageView } from '#contract/views.ts'
import { type House, openHouse, until as untilGiven } from './test-house.ts'

const until = (ask: () => Promise<boolean>) => untilGiven(async () => ((await ask()) ? true : undefined))
const CAMPAIGNS = '102290129340500'
let meta: TestWorld
let house: House
let cookie = ''
let sales = ''
let shownPin = ''

const desk = async <Body>(method: string, route: string, body?: unknown, who = cookie, key?: string) => {
  const response = await fetch(`${house.url}/api/v1${route}`, {
    method,
    headers: {
      ...{ cookie: who, origin: house.url, 'accept-language': 'es' },
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, text, body: (text === '' ? null : JSON.parse(text)) as Body & Problem }
}
type Problem = { code: string; errors: { code: string; found: string | null }[] }
const signIn = async (email: string) => {
  const headers = { 'content-type': 'application/json', origin: house.url }
  const body = JSON.stringify({ email, password: 'bacado-defigo-1234' })
  const response = await fetch(`${house.url}/api/v1/sign-in`, { method: 'POST', headers, body })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}
const move = <Body = MoveView>(action = '', body?: unknown) =>
  desk<Body>(body === undefined && action === '' ? 'GET' : 'POST', `/lines/${sales}/move${action}`, body)
const rings = async () => listOf((await meta.control('GET', 'telephones/525550001000')).body['data']).map(fieldsOf)

async function secondAccount(): Promise<void> {
  await meta.control('POST', 'accounts', { id: CAMPAIGNS, name: 'Aurora Campañas', portfolioName: 'Aurora Dos' })
  const made = await meta.control('POST', 'numbers', {
    ...{ waba: CAMPAIGNS, phoneNumber: '+525550009000', name: 'Aurora Norte', isOnApp: true },
  })
  const phoneNumberId = String(made.body['id'])
  const body = {
    ...{
      phoneNumberId,
      wabaId: CAMPAIGNS,
      name: 'Norte',
      accessToken: TOKEN,
      appSecret: SECRET,
      verifyToken: 'verify-me-please',
    },
  }
  expect((await desk('POST', '/lines', body)).body).toMatchObject({ wabaId: CAMPAIGNS })
}

beforeAll(async () => {
  meta = await startTestWorld()
  const demo = { graphUrl: meta.emulator.url, accessToken: TOKEN, appSecret: SECRET, appId: '900' }
  house = await openHouse(demo)
  const callback = { object: 'whatsapp_business_account', callback_url: `${house.url}/webhooks/whatsapp` }
  const asApp = { authorization: `Bearer 900|${SECRET}` }
  const told = { ...callback, verify_token: 'verify-me-please', fields: 'messages' }
  expect((await meta.graph('POST', '900/subscriptions', told, asApp)).status).toBe(200)
  cookie = await signIn('ana@aurora.example')
  sales = (await desk<MeView>('GET', '/me')).body.lines.find(({ phoneNumberId }) => phoneNumberId === SALES)?.id ?? ''
  await secondAccount()
  await desk('POST', '/templates/sync', {})
})
afterAll(async () => {
  await house?.close()
  await meta?.close()
})

describe('moving a number to another WhatsApp account', () => {
  test('is offered where the company has another one, and says what does not come along', async () => {
    const look = () => desk<MoveView>('GET', `/lines/${sales}/move?wabaId=${CAMPAIGNS}`)
    await until(async () => (await look()).body.missing.length > 0)
    const { body } = await look()
    expect(body).toMatchObject({
      targets: [{ wabaId: CAMPAIGNS, name: 'Aurora Campañas', portfolioName: 'Aurora Dos' }],
      obstacles: [],
      move: null,
    })
  })

  test('is not begun while its PIN is on, nor for an account the company has no number in', async () => {
    await meta.graph('POST', SALES, { pin: '471906' })
    const pin = await move('', { wabaId: CAMPAIGNS })
    expect(pin.body.errors).toMatchObject([{ code: 'line-cannot-move', found: 'pin' }])
    await meta.control('PATCH', `numbers/${SALES}`, { pin: null })
    expect((await move('', { wabaId: '999999' })).body.errors).toMatchObject([{ code: 'line-cannot-move' }])
    expect((await move('/code', { method: 'sms' })).body.errors).toMatchObject([{ code: 'step-missing' }])
  })

  test('is nobody’s business but the administrators’', async () => {
    const sofia = await signIn('sofia@aurora.example')
    expect((await desk('POST', `/lines/${sales}/move`, { wabaId: CAMPAIGNS }, sofia)).status).toBe(403)
  })

  test('goes step by step; until the last the number stays where it is', async () => {
    const begun = await move('', { wabaId: CAMPAIGNS })
    expect(begun.body.move).toMatchObject({ wabaId: CAMPAIGNS, step: 'code' })
    expect((await move('', { wabaId: CAMPAIGNS })).body.move?.phoneNumberId).toBe(begun.body.move?.phoneNumberId)
    expect((await move('/finish', { pin: null })).body.errors).toMatchObject([{ code: 'step-missing' }])
    expect((await move('/code', { method: 'sms' })).body.move).toMatchObject({ step: 'verify' })
    expect((await move('/verify', { code: '000000' })).body.errors).toMatchObject([{ code: 'platform-refused' }])
    const code = String((await rings())[0]?.['code'])
    expect((await move('/verify', { code })).body.move).toMatchObject({ step: 'register' })
    const conversation = await write('antes', SALES)
    expect(await answer(conversation, 'todavía aquí')).toBe('delivered')
  })

  test('ends with the number under its new id, the PIN shown once and kept sealed', async () => {
    const done = await move<{ pin: string; line: LineView }>('/finish', { pin: null })
    shownPin = done.body.pin
    expect(shownPin).toMatch(/^\d{6}$/)
    expect(done.body.line).toMatchObject({ id: sales, wabaId: CAMPAIGNS, pausedAt: null, state: 'connected' })
    expect(done.body.line.account).toMatchObject({ portfolioName: 'Aurora Dos' })
    const { phoneNumberId } = done.body.line
    expect((await meta.graph('GET', `${SALES}?fields=status`)).body['status']).toBe('MIGRATED')
    const conversation = await write('después', phoneNumberId)
    expect(await answer(conversation, 'seguimos')).toBe('delivered')
    expect((await desk('GET', `/lines/${sales}/number`)).text).not.toContain(shownPin)
  })

  test('leaves no template behind that could still be sent: it says whose it is', async () => {
    const { body } = await desk<{ data: { id: string }[] }>('GET', `/conversations?lineId=${sales}&limit=1`)
    const to = { conversationId: body.data[0]?.id }
    const content = { kind: 'template', name: 'recordatorio_pago', language: 'es_MX', values: {} }
    const refused = await send(to, content)
    expect(refused.body.errors).toMatchObject([{ code: 'template-elsewhere' }])
  })
})

test('whoever is written to without naming a number hears from the one they wrote to last', async () => {
  const conversationId = await write('otra vez', (await lineNow()).phoneNumberId)
  const { body, status } = await send({ phone: '+52 55 1234 5678' }, { kind: 'text', text: 'Hola de nuevo' })
  expect({ status, lineId: body.lineId, conversationId: body.conversationId }).toEqual({
    ...{ status: 202, lineId: sales, conversationId },
  })
  const unknown = await send({ phone: '+52 55 9999 0000' }, { kind: 'text', text: 'Hola' })
  expect(unknown.body.errors).toMatchObject([{ code: 'line-missing' }])
})

const lineNow = async (): Promise<LineView> => {
  const line = (await desk<MeView>('GET', '/me')).body.lines.find(({ id }) => id === sales)
  if (!line) throw new Error('The number is gone')
  return line
}

const send = (to: unknown, content: unknown) =>
  desk<MessageView>('POST', '/messages', { to, content }, cookie, crypto.randomUUID())

/** Lucía writes to the number; the conversation it came to. */
async function write(words: string, number: string): Promise<string> {
  await meta.control('POST', `phones/lucia/chats/${number}/messages`, { kind: 'text', text: words })
  let found = ''
  await until(async () => {
    const { body } = await desk<{ data: { id: string }[] }>('GET', `/conversations?lineId=${sales}`)
    found = body.data[0]?.id ?? ''
    return found !== '' && (await desk('GET', `/conversations/${found}/messages`)).text.includes(words)
  })
  return found
}

async function answer(conversationId: string, words: string): Promise<string> {
  const { body } = await send({ conversationId }, { kind: 'text', text: words })
  expect(body).toMatchObject({ id: expect.any(String) })
  let status = ''
  await until(async () => {
    status = (await desk<MessageView>('GET', `/messages/${body.id}`)).body.status ?? ''
    return !['queued', 'sending', 'accepted', 'sent'].includes(status)
  })
  return status
}
