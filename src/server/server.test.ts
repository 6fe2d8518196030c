import { createHash, createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { ServerFrame } from '#contract/feed.ts'
import { routes } from '#contract/routes.ts'
import type { ContactView, LineView, MediaView, MessageView, MeView } from '#contract/views.ts'
import { accepted, type House, NUMBER, openHouse, SECRET, textFrom, until } from './test-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const rowsIn = async (): Promise<number> => {
  const { body } = await house.api<string>('GET', '/metrics')
  return Number(/hilo_webhooks_total\{outcome="accepted"\} (\d+)/.exec(body)?.[1] ?? 0)
}

describe('the door', () => {
  const body = textFrom('5215500000001', 'hola')
  const sign = (bytes: string | Buffer, secret = SECRET) =>
    `sha256=${createHmac('sha256', secret).update(bytes).digest('hex')}`
  const deep = `{"object":"whatsapp_business_account","entry":${'['.repeat(5000)}${']'.repeat(5000)}}`
  const proto = body.replace('"entry"', '"__proto__":{"isAdmin":true},"entry"')

  test.each<[string, string | Buffer, Record<string, string>, number]>([
    ['unsigned', body, { 'x-hub-signature-256': '' }, 401],
    ['signed with another secret', body, { 'x-hub-signature-256': sign(body, 'another-secret') }, 401],
    ['signed as something shorter', body, { 'x-hub-signature-256': sign(body.slice(0, -1)) }, 401],
    ['signed with half a signature', body, { 'x-hub-signature-256': sign(body).slice(0, 40) }, 401],
    ['cut off', body.slice(0, 100), {}, 400],
    ['of 4 MB', Buffer.alloc(4 * 1024 * 1024, 32), {}, 413],
    ['nested too deeply', deep, {}, 400],
    ['reaching for the prototype', proto, {}, 400],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), {}, 400],
    ['not JSON', 'hola', {}, 400],
    ['of another type', body, { 'content-type': 'text/plain' }, 415],
    ['about numbers of somebody else', textFrom('521', 'x', '999999', '888888'), {}, 403],
  ])('a body %s leaves no row', async (_name, bytes, headers, status) => {
    const before = await rowsIn()
    const answer = await house.knock(bytes, headers)
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.text)).toMatchObject({ status, code: expect.any(String), requestId: expect.any(String) })
    expect(answer.text).not.toContain('hola')
    expect(await rowsIn()).toBe(before)
  })

  test('whoever sends far too much still hears the answer, however often', async () => {
    const tooMuch = Buffer.alloc(12 * 1024 * 1024, 32)
    for (let nth = 0; nth < 5; nth++) expect((await house.knock(tooMuch)).status).toBe(413)
  })

  test.each([
    [
      'what Meta tells of a portfolio',
      { id: '2949482758682047', changes: [{ field: 'partner_solutions', value: {} }] },
    ],
    ['a sample of the dashboard', { id: '0', changes: [{ field: 'tomorrow', value: { metadata: {} } }] }],
  ])('%s is let in', async (_name, entry) => {
    const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [entry] })
    expect((await house.knock(body)).status).toBe(200)
  })

  test('a signed body of ours is answered with an empty 200', async () => {
    const before = await rowsIn()
    expect(await house.knock(textFrom('5215500000002', 'uno'))).toEqual({ status: 200, text: '' })
    expect(await rowsIn()).toBe(before + 1)
  })

  test('the handshake is answered for our verify token only', async () => {
    const ask = (token: string) =>
      house.api<string>('GET', `/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1158&hub.verify_token=${token}`)
    expect(await ask('verify-me-please')).toMatchObject({ status: 200, body: '1158' })
    expect((await ask('guess')).status).toBe(403)
  })
})

describe('who asks', () => {
  const desk = { authorization: '', origin: 'http://localhost:4000' }
  const signIn = async (email = 'ana@aurora.example', password = 'bacado-defigo-1234') => {
    const response = await fetch(`${house.url}/api/v1/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      body: JSON.stringify({ email, password }),
    })
    const cookie = response.headers.get('set-cookie') ?? ''
    return { status: response.status, cookie, session: cookie.split(';')[0] ?? '', body: await response.json() }
  }
  const withCookie = (method: string, route: string, headers: Record<string, string>, body?: object) =>
    fetch(house.url + route, {
      method,
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })

  test('nobody without a key or a session, and not with a wrong one', async () => {
    for (const authorization of ['', 'Bearer nonsense', 'Basic YTpi']) {
      const answer = await house.api('GET', '/api/v1/me', undefined, { authorization })
      expect(answer).toMatchObject({ status: 401, body: { code: 'signed-out' } })
    }
  })

  test('an agent signs in, is known, and signs out', async () => {
    const { status, cookie, session, body } = await signIn()
    expect(status).toBe(200)
    expect(body).toMatchObject({ agent: { name: 'Ana Morales', role: 'admin' }, lines: [{ name: 'Ventas' }] })
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    const me = await withCookie('GET', '/api/v1/me', { cookie: session })
    expect(((await me.json()) as MeView).agents).toHaveLength(4)
    const foreign = await withCookie('POST', '/api/v1/sign-out', { cookie: session, origin: 'https://evil.example' })
    expect(foreign.status).toBe(403)
    expect((await withCookie('POST', '/api/v1/sign-out', { cookie: session })).status).toBe(403)
    const out = await withCookie('POST', '/api/v1/sign-out', { cookie: session, origin: desk.origin })
    expect(out.status).toBe(204)
    expect((await withCookie('GET', '/api/v1/me', { cookie: session })).status).toBe(401)
  })

  test('a wrong password and an unknown person are answered alike, and after ten tries not at all', async () => {
    expect((await signIn('nobody@aurora.example')).body).toMatchObject({ code: 'wrong-credentials' })
    for (let tries = 0; tries < 10; tries++) await signIn('diego@aurora.example', 'wrong')
    expect(await signIn('diego@aurora.example')).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } })
  })

  test('an agent may not connect numbers', async () => {
    const { session } = await signIn('sofia@aurora.example')
    const answer = await withCookie('POST', '/api/v1/lines', { cookie: session, origin: desk.origin }, {})
    expect(answer.status).toBe(403)
  })

  test('a number is connected only with the secret that Meta knows, and nothing changes otherwise', async () => {
    const { session } = await signIn()
    const accessToken = 'EAAG-token-of-a-system-user'
    house.answerWith(({ url }, response) => {
      const proof = createHmac('sha256', 'the-secret-meta-knows').update(accessToken).digest('hex')
      const isProven = url.includes(`appsecret_proof=${proof}`)
      const error = { message: 'Invalid appsecret_proof provided in the API argument', code: 100 }
      response.writeHead(isProven ? 200 : 400, { 'content-type': 'application/json' })
      response.end(JSON.stringify(isProven ? {} : { error }))
    })
    const number = { name: 'Ventas', phoneNumberId: NUMBER, wabaId: '102290129340398', verifyToken: 'verify-me-too' }
    const input = { ...number, accessToken, appSecret: 'a-secret-of-my-own-making' }
    const answer = await withCookie('POST', '/api/v1/lines', { cookie: session, origin: desk.origin }, input)
    house.answerWith(accepted)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'appSecret', found: '•••' }] })
    expect(house.calls.at(-1)?.method).toBe('GET')
    expect((await house.knock(textFrom('5215500000003', 'sigue'))).status).toBe(200)
  })

  test('an administrator pauses a number: nothing leaves, and everybody is told why, until it is resumed', async () => {
    const conversation = await house.write('5215500000004', 'hola')
    const [line] = (await house.api<{ data: LineView[] }>('GET', '/api/v1/lines')).body.data
    const change = async (email: string | undefined, what: string, of = line?.id) => {
      const { session } = await signIn(email)
      return withCookie('POST', `/api/v1/lines/${of}/${what}`, { cookie: session, origin: desk.origin })
    }
    const say = (text: string) =>
      house.api<MessageView>('POST', '/api/v1/messages', {
        to: { conversationId: conversation.id },
        content: { kind: 'text', text },
      })
    expect((await change('sofia@aurora.example', 'pause')).status).toBe(403)
    expect((await change(undefined, 'pause', conversation.id)).status).toBe(404)
    const paused = (await (await change(undefined, 'pause')).json()) as LineView
    expect(paused.pausedAt).not.toBeNull()
    expect(paused.pausedBy).toMatchObject({ kind: 'agent', name: 'Ana Morales' })
    expect(await (await change(undefined, 'pause')).json()).toEqual(paused)
    expect(await say('¿sigues ahí?')).toMatchObject({ status: 409, body: { code: 'line-paused' } })
    expect(await (await change(undefined, 'resume')).json()).toMatchObject({
      id: line?.id,
      pausedAt: null,
      pausedBy: null,
    })
    const sent = await say('¿sigues ahí?')
    await house.reaching(sent.body.id, 'accepted')
  })

  test('a token that Meta refuses is named itself, not the number it was to open', async () => {
    const { session } = await signIn()
    house.answerWith((_, response) => {
      response.writeHead(401, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ error: { message: 'Invalid OAuth access token', code: 190 } }))
    })
    const secrets = {
      accessToken: 'EAAG-cut-in-half',
      appSecret: 'the-secret-meta-knows',
      verifyToken: 'verify-me-too',
    }
    const input = { name: 'Ventas', phoneNumberId: NUMBER, wabaId: '102290129340398', ...secrets }
    const answer = await withCookie('POST', '/api/v1/lines', { cookie: session, origin: desk.origin }, input)
    house.answerWith(accepted)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'accessToken', found: '•••' }] })
  })
})

describe('problems', () => {
  test.each<[string, string, unknown, Record<string, string>, number, string]>([
    ['GET', '/api/v1/nothing', undefined, {}, 404, 'not-found'],
    ['POST', '/api/v1/me', undefined, {}, 405, 'method-not-allowed'],
    ['POST', '/api/v1/messages', '{"to":', {}, 400, 'malformed'],
    ['POST', '/api/v1/messages', '{"__proto__":{},"to":{}}', {}, 400, 'malformed'],
    ['POST', '/api/v1/messages', 'hola', { 'content-type': 'text/plain' }, 415, 'type-not-supported'],
    ['POST', '/api/v1/messages', { to: {}, content: {} }, {}, 422, 'input-invalid'],
    ['GET', '/api/v1/conversations?limit=900', undefined, {}, 422, 'input-invalid'],
    ['GET', '/api/v1/conversations?cursor=nonsense', undefined, {}, 422, 'input-invalid'],
    ['GET', '/api/v1/conversations/nonsense', undefined, {}, 404, 'not-found'],
    ['GET', '/api/v1/contacts/0190a000-0000-7000-8000-00000000ffff', undefined, {}, 404, 'contact-missing'],
    ['GET', '/%c0', undefined, {}, 404, 'not-found'],
  ])('%s %s is problem+json', async (method, route, body, headers, status, code) => {
    const answer = await house.api(method, route, body, headers)
    expect(answer).toMatchObject({ status, body: { status, code, requestId: expect.any(String) } })
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(JSON.stringify(answer.body)).not.toMatch(/select |node_modules|\.ts:/i)
  })

  test('it names field, value and what was expected, in the language asked for', async () => {
    const body = { to: { phone: 'cinco' }, content: { kind: 'text', text: 'x' }, hurry: 1 }
    const answer = await house.api('POST', '/api/v1/messages', body, { 'accept-language': 'pt' })
    expect(answer.body.errors[0]).toMatchObject({ field: 'hurry', found: '1', expected: 'no such field' })
    expect(answer.body.title).toBe('A solicitação tem um valor que não se entende.')
  })
})

describe('a message', () => {
  afterEach(() => house.calls.splice(0))
  const send = (to: object, content: object, headers: Record<string, string> = {}) =>
    house.api<MessageView>('POST', '/api/v1/messages', { to, content }, headers)

  test('goes from the customer to the desk and back, once per key', async () => {
    const conversation = await house.write('5215511110001', 'Hola')
    const to = { conversationId: conversation.id }
    const key = { 'idempotency-key': 'k-1' }
    const [first, second] = await Promise.all([
      send(to, { kind: 'text', text: 'Buenas' }, key),
      send(to, { kind: 'text', text: 'Buenas' }, key),
    ])
    expect(first).toMatchObject({ status: 202, body: { direction: 'out' } })
    expect(second.body.id).toBe(first.body.id)
    const other = await send(to, { kind: 'text', text: 'Otra cosa' }, key)
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } })
    const accepted = await house.reaching(first.body.id, 'accepted')
    expect(accepted.wireId).toMatch(/^wamid\./)
    const sends = house.calls.filter(({ body }) => body.includes('Buenas'))
    expect(sends).toHaveLength(1)
    expect(sends[0]?.url).toBe(`/v26.0/${NUMBER}/messages`)
  })

  test('outside the window is refused with the reason', async () => {
    const answer = await send({ phone: '+52 55 9999 0000' }, { kind: 'text', text: 'Hola' })
    expect(answer).toMatchObject({ status: 409, body: { code: 'window-closed' } })
    expect(house.calls.filter(({ url }) => url.endsWith('/messages'))).toEqual([])
  })

  test('several to one contact leave in the order they were written', async () => {
    const { id } = await house.write('5215511110002', 'Cuéntame')
    const texts = Array.from({ length: 8 }, (_, index) => `parte ${index}`)
    let last = ''
    for (const text of texts) last = (await send({ conversationId: id }, { kind: 'text', text })).body.id
    await house.reaching(last, 'accepted')
    const left = house.calls.flatMap(({ body }) => /parte \d/.exec(body) ?? [])
    expect(left).toEqual(texts)
  })

  test('that Graph refuses keeps the code; one without an answer is unknown, and neither is sent twice', async () => {
    const { id } = await house.write('5215511110003', 'Hola')
    house.answerWith((_call, response) => {
      response.statusCode = 400
      response.end(JSON.stringify({ error: { code: 131026, message: 'Message undeliverable' } }))
    })
    const refused = await send({ conversationId: id }, { kind: 'text', text: 'a nadie' })
    expect((await house.reaching(refused.body.id, 'refused')).problem).toMatchObject({ code: '131026' })
    house.answerWith((_call, response) => response.destroy())
    const lost = await send({ conversationId: id }, { kind: 'text', text: 'al vacío' })
    await house.reaching(lost.body.id, 'unknown')
    expect(house.calls.filter(({ body }) => body.includes('al vacío'))).toHaveLength(1)
    house.answerWith((call, response) =>
      response.end(JSON.stringify({ messages: [{ id: `wamid.${call.body.length}` }] })),
    )
    const again = await house.api<MessageView>('POST', `/api/v1/messages/${lost.body.id}/retry`)
    expect(again.status).toBe(202)
    await house.reaching(again.body.id, 'accepted')
  })

  test('that waits behind another can be cancelled, and the one under way can not', async () => {
    const { id } = await house.write('5215511110009', 'Hola')
    let answerFirst = () => {}
    house.answerWith((_call, response) => {
      answerFirst = () => response.end(JSON.stringify({ messages: [{ id: 'wamid.underway' }] }))
    })
    const first = await send({ conversationId: id }, { kind: 'text', text: 'ya va' })
    await house.reaching(first.body.id, 'sending')
    const second = await send({ conversationId: id }, { kind: 'text', text: 'mejor no' })
    const cancel = (message: string) => house.api<MessageView>('POST', `/api/v1/messages/${message}/cancel`)
    for (let time = 0; time < 2; time++) {
      expect(await cancel(second.body.id)).toMatchObject({ status: 200, body: { status: 'cancelled', problem: null } })
    }
    expect(await cancel(first.body.id)).toMatchObject({ status: 409, body: { code: 'message-not-waiting' } })
    answerFirst()
    await house.reaching(first.body.id, 'accepted')
    expect(house.calls.filter(({ body }) => body.includes('mejor no'))).toEqual([])
  })

  test('with a picture uploads it once and shows it to who may see it', async () => {
    const { id } = await house.write('5215511110004', 'Una foto, por favor')
    house.answerWith((call, response) =>
      response.end(
        JSON.stringify(
          call.url.includes('/media') ? { id: '778899' } : { messages: [{ id: `wamid.${call.body.length}p` }] },
        ),
      ),
    )
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const upload = await house.api<MediaView>('POST', '/api/v1/media', new Blob([png]), {
      'content-type': 'text/html',
      'x-filename': encodeURIComponent('../../etc/ñ.png'),
    })
    expect(upload).toMatchObject({ status: 201, body: { mime: 'image/png', filename: 'ñ.png', sizeBytes: png.length } })
    expect(upload.body.sha256).toBe(createHash('sha256').update(png).digest('hex'))
    for (let time = 0; time < 2; time++) {
      const sent = await send({ conversationId: id }, { kind: 'image', mediaId: upload.body.id, caption: `${time}` })
      await house.reaching(sent.body.id, 'accepted')
    }
    expect(house.calls.filter(({ url }) => url.endsWith('/media'))).toHaveLength(1)
    expect(house.calls.filter(({ body }) => body.includes('"id":"778899"'))).toHaveLength(2)
    const part = await house.api<string>('GET', `/api/v1/media/${upload.body.id}`, undefined, { range: 'bytes=1-3' })
    expect(part).toMatchObject({ status: 206, body: 'PNG' })
    expect(part.headers.get('content-range')).toBe(`bytes 1-3/${png.length}`)
    expect(part.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await house.api('GET', `/api/v1/media/${upload.body.id}`, undefined, { authorization: '' })).status).toBe(
      401,
    )
  })

  test('with a file WhatsApp does not take fails as a file, not as some value of the message', async () => {
    const { id } = await house.write('5215511110034', 'Mándeme el programa')
    const refused = {
      error: { code: 100, message: '(#100) Param file must be a file with one of the following types' },
    }
    house.answerWith((_, response) => response.writeHead(400).end(JSON.stringify(refused)))
    const file = new Blob(['MZ program'])
    const upload = await house.api<MediaView>('POST', '/api/v1/media', file, { 'x-filename': 'programa.exe' })
    const sent = await send({ conversationId: id }, { kind: 'document', mediaId: upload.body.id })
    expect(await house.reaching(sent.body.id, 'refused')).toMatchObject({
      problem: { code: '131053', title: refused.error.message },
    })
  })

  test('a form with a page in it is only ever downloaded', async () => {
    const form = new FormData()
    form.set('file', new Blob(['<html><script>alert(1)</script>'], { type: 'image/png' }), 'foto.png')
    const response = await fetch(`${house.url}/api/v1/media`, {
      method: 'POST',
      headers: { authorization: `Bearer ${house.config.demo?.apiKey}` },
      body: form,
    })
    const media = (await response.json()) as MediaView
    expect(media).toMatchObject({ mime: 'text/html', filename: 'foto.png' })
    const file = await house.api<string>('GET', `/api/v1/media/${media.id}`)
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(file.headers.get('content-security-policy')).toContain('sandbox')
  })
})

test('who writes for the first time is soon found by a part of the phone', async () => {
  await house.knock(textFrom('5215500481526', 'hola'))
  const found = async () =>
    (await house.api<{ data: readonly unknown[] }>('GET', '/api/v1/conversations?q=48152')).body.data.length
  const startedMs = performance.now()
  await until(async () => (await found()) || undefined)
  expect(performance.now() - startedMs).toBeLessThan(4_000)
})

test('a message that has to go again holds back the one written after it', async () => {
  house.answerWith((call, response) =>
    response.end(JSON.stringify({ messages: [{ id: `wamid.o${call.body.length}` }] })),
  )
  const { id } = await house.write('5215511117777', 'espero')
  const order: string[] = []
  house.answerWith((call, response) => {
    const text = /"body":"(\w+)"/.exec(call.body)?.[1] ?? ''
    order.push(text)
    if (order.length === 1) {
      response.statusCode = 400
      return void response.end('{"error":{"code":131056,"message":"pair rate limit"}}')
    }
    response.end(JSON.stringify({ messages: [{ id: `wamid.${text}` }] }))
  })
  const send = (text: string) =>
    house.api<MessageView>('POST', '/api/v1/messages', { to: { conversationId: id }, content: { kind: 'text', text } })
  await send('primero')
  const second = await send('segundo')
  await house.reaching(second.body.id, 'accepted')
  expect(order).toEqual(['primero', 'primero', 'segundo'])
})

test.each(Object.values(routes).filter(({ permission }) => permission !== null))(
  '$method $path is closed to whoever is not known',
  async ({ method, path }) => {
    const route = path.replace(':id', '0190a000-0000-7000-8000-00000000ffff')
    const body = method === 'POST' ? {} : undefined
    expect((await house.api(method, route, body, { authorization: 'Bearer nobody' })).status).toBe(401)
  },
)

describe('a file of a customer', () => {
  const bytes = Buffer.from('%PDF-1.7 un comprobante')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const receive = async (wamid: string, claimedHash: string) => {
    house.answerWith((call, response) => {
      if (call.url.startsWith('/file')) return void response.end(bytes)
      const url = `${house.config.graphUrl}/file`
      response.end(JSON.stringify({ url, mime_type: 'application/pdf', sha256: claimedHash, file_size: bytes.length }))
    })
    const document = { id: `9${wamid.length}`, mime_type: 'application/pdf', sha256: 'x', filename: 'pago.pdf' }
    const text = textFrom('5215511119999', 'x')
    const body = JSON.parse(text) as { entry: { changes: { value: { messages: object[] } }[] }[] }
    const timestamp = String(Math.floor(Date.now() / 1000))
    const message = { from: '5215511119999', id: wamid, timestamp, type: 'document', document }
    for (const { changes } of body.entry) for (const { value } of changes) value.messages = [message]
    await house.knock(JSON.stringify(body))
    return until(async () => {
      const list = await house.api<{ data: { id: string; contact: { phone: string } }[] }>(
        'GET',
        '/api/v1/conversations',
      )
      const row = list.body.data.find(({ contact }) => contact.phone === '+5215511119999')
      const messages = await house.api<{ data: MessageView[] }>('GET', `/api/v1/conversations/${row?.id}/messages`)
      const found = messages.body.data?.find?.(({ wireId }) => wireId === wamid)
      const media = found?.content['media'] as { mediaId: string; state: string; sha256: string } | undefined
      return media && media.state !== 'waiting' ? media : undefined
    })
  }

  test('is fetched, checked against its hash and served', async () => {
    const media = await receive('wamid.file', sha256)
    expect(media).toMatchObject({ state: 'stored', sha256, mime: 'application/pdf', filename: 'pago.pdf' })
    const file = await house.api<string>('GET', `/api/v1/media/${media.mediaId}`)
    expect(file).toMatchObject({ status: 200, body: bytes.toString() })
  })

  test('that is no longer there is said to have expired', async () => {
    house.answerWith((_call, response) => response.end('{}'))
    const expired = receive('wamid.file-two', sha256)
    house.answerWith((_call, response) => {
      response.statusCode = 400
      response.end('{"error":{"code":100}}')
    })
    expect(await expired).toMatchObject({ state: 'failed', problem: 'media-expired' })
  })
})

describe('the feed', () => {
  const connect = (seq: number | null, headers: Record<string, string> = {}) => {
    const frames: ServerFrame[] = []
    const socket = new WebSocket(`${house.url.replace('http', 'ws')}/api/v1/feed`, {
      headers: { authorization: `Bearer ${house.config.demo?.apiKey}`, ...headers },
    })
    socket.on('open', () => socket.send(JSON.stringify({ kind: 'resume', seq })))
    socket.on('message', (data) => frames.push(JSON.parse(String(data)) as ServerFrame))
    const status = new Promise<number>((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
      socket.on('open', () => resolve(101))
    })
    socket.on('error', () => undefined)
    const facts = () => frames.flatMap((frame) => (frame.kind === 'facts' ? frame.facts : []))
    return { socket, frames, facts, status }
  }

  test('is closed to strangers', async () => {
    expect(await connect(null, { authorization: '' }).status).toBe(401)
  })

  test('tells every fact once and in order, also what was missed', async () => {
    const live = connect(null)
    const welcome = await until(async () => live.frames.find((frame) => frame.kind === 'welcome'))
    const { id } = await house.write('5215522220001', 'uno')
    await house.api('POST', `/api/v1/conversations/${id}/seen`, {})
    await house.write('5215522220002', 'dos')
    const received = await until(async () => {
      const heard = live.facts()
      return heard.filter(({ kind }) => kind === 'message-received').length === 2 ? heard : undefined
    })
    const first = welcome.kind === 'welcome' ? welcome.seq + 1 : 0
    expect(received.map(({ seq }) => seq)).toEqual(received.map((_, index) => first + index))

    const late = connect(first - 1)
    await until(async () => (late.facts().length >= received.length ? true : undefined))
    expect(late.facts().slice(0, received.length)).toEqual(received)
    expect(JSON.stringify(late.facts())).not.toMatch(/clientFingerprint":"[0-9a-f]/)
    live.socket.close()
    late.socket.close()
  })

  test('says to start afresh when asked for facts nobody knows', async () => {
    const lost = connect(9_999_999)
    await until(async () => lost.frames.find((frame) => frame.kind === 'reset'))
    lost.socket.close()
  })
})

describe('beside it', () => {
  test('the table is printed as OpenAPI, and the house says how it is', async () => {
    const { body } = await house.api<{ openapi: string }>('GET', '/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    expect((await house.api('GET', '/livez')).status).toBe(200)
    expect((await house.api('GET', '/readyz')).status).toBe(200)
  })

  test('contacts and assignment', async () => {
    const conversation = await house.write('5215533330001', 'hola')
    const contact = await house.api<ContactView>('GET', `/api/v1/contacts/${conversation.contact.id}`)
    expect(contact.body).toMatchObject({ phone: '+5215533330001', name: 'Lucía' })
    const me = await house.api<MeView>('GET', '/api/v1/me')
    const agentId = me.body.agents[0]?.id ?? ''
    const route = `/api/v1/conversations/${conversation.id}`
    expect(await house.api('POST', `${route}/assign`, { agentId })).toMatchObject({ body: { assigneeId: agentId } })
    const stranger = '0190a000-0000-7000-8000-00000000ffff'
    expect(await house.api('POST', `${route}/assign`, { agentId: stranger })).toMatchObject({ status: 404 })
    expect(await house.api('POST', `${route}/resolve`)).toMatchObject({ body: { state: 'resolved' } })
    expect(await house.api('POST', `${route}/reopen`)).toMatchObject({ body: { state: 'open' } })
  })

  test('the demo’s clock is moved by whoever knows the app’s secret', async () => {
    const body = JSON.stringify({ offsetMs: 0 })
    const sign = (secret: string) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
    const move = (secret: string) =>
      house.api('POST', '/demo/clock', body, {
        'content-type': 'application/json',
        'x-hub-signature-256': sign(secret),
      })
    expect((await move(SECRET)).status).toBe(204)
    expect((await move('guess')).status).toBe(401)
  })
})
