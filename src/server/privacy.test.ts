import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Duration, hours, instant, milliseconds } from '#base/time.ts'
import type { HoldView, PrivacyRequestView } from '#contract/privacy.ts'
import type { ContactView, ConversationView } from '#contract/views.ts'
import type { AccountId, ContactId } from '#core/account/account.ts'
import { ERASE_GRACE } from '#core/privacy/request.ts'
import { accepted, type House, NUMBER, openHouse, until, WABA } from './test-house.ts'

/** What must be nowhere afterwards: in the name, in every text, as number, as user id, and in files. */
const MARK = 'xqzmarcador'
const PHONE = '5215587654321'
const USER_ID = 'MX.998877665544332211'
const FILE = `${MARK} en el archivo`
/** Where it is before. */
const HOLDING = [
  ...['address', 'consent_detail', 'contact', 'contact_part', 'conversation', 'delivery', 'do_not_contact', 'fact'],
  ...['media', 'message', 'notice', 'set_aside', 'set_aside_body', 'wire_ref'],
]

let house: House
let ana: Awaited<ReturnType<typeof deskOf>>
beforeAll(async () => {
  house = await openHouse()
  ana = await deskOf('ana@aurora.example')
  house.answerWith((call, response) => {
    const { url, body } = call
    response.setHeader('content-type', 'application/json')
    if (url.includes('/file-of-hers')) return void response.end(FILE)
    if (url.includes('/777123')) {
      const found = { url: `${house.config.graphUrl}/file-of-hers`, mime_type: 'text/plain' }
      return void response.end(JSON.stringify(found))
    }
    if (!url.endsWith('/messages') || !body.includes(PHONE)) return accepted(call, response)
    const messages = [{ id: `wamid.out-${PHONE}-${++count}` }]
    response.end(JSON.stringify({ messages, contacts: [{ input: PHONE, wa_id: PHONE }] }))
  })
})
afterAll(() => house.close())

async function deskOf(email: string) {
  const answer = await fetch(`${house.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'bacado-defigo-1234' }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return async <Body>(method: string, route: string, body?: object) => {
    const asked = await fetch(`${house.url}/api/v1${route}`, {
      method,
      headers: {
        cookie,
        origin: 'http://localhost:4000',
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await asked.text()
    return { status: asked.status, body: (text.startsWith('{') ? JSON.parse(text) : text) as Body }
  }
}

let count = 0
/** One webhook body; `value` besides what every one has. */
const bodyOf = (value: object, field = 'messages') =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: WABA,
        changes: [
          {
            field,
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '525550001000', phone_number_id: NUMBER },
              ...value,
            },
          },
        ],
      },
    ],
  })
const seconds = (at: number = Date.now()) => String(Math.floor(at / 1000))
const hers = (message: object, at?: number) =>
  bodyOf({
    contacts: [{ profile: { name: `Lucía ${MARK}` }, wa_id: PHONE, user_id: USER_ID }],
    messages: [
      { from: PHONE, from_user_id: USER_ID, id: `wamid.${PHONE}-${++count}`, timestamp: seconds(at), ...message },
    ],
  })
const text = (words: string) => ({ type: 'text', text: { body: words } })

const contactOf = async () => {
  const { body } = await ana<{ data: ConversationView[] }>('GET', '/conversations?view=all')
  return body.data.find(({ contact }) => contact.phone === `+${PHONE}`)
}
const conversationNow = () => until(contactOf)

async function upload(words: string, filename: string): Promise<string> {
  const { body } = await house.api<{ id: string }>('POST', '/api/v1/media', new Blob([`%PDF-1.4\n${words}\n%%EOF\n`]), {
    ...{ 'content-type': 'application/pdf', 'x-filename': filename },
  })
  return body.id
}

/** Everything the database and the disk hold, as text. */
async function everything(): Promise<string> {
  const owner = new pg.Client({ connectionString: house.databaseUrl })
  await owner.connect()
  const { rows: tables } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
     and not relispartition`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(`select "${name}"::text as row from "${name}"`)
    for (const { row } of rows) found.push(`${name}: ${row} ${bytesIn(row)}`)
  }
  await owner.end()
  return [...found, ...onDisk()].join('\n')
}
const onDisk = (): string[] =>
  readdirSync(house.config.dataDir, { recursive: true }).flatMap((file) => {
    const full = path.join(house.config.dataDir, String(file))
    return statSync(full).isFile() ? [`${String(file)}: ${readFileSync(full, 'latin1')}`] : []
  })
const bytesIn = (row: string): string =>
  [...row.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex]) => Buffer.from(hex ?? '', 'hex').toString('utf8')).join(' ')
const linesWith = (all: string, ...marks: readonly string[]): string[] =>
  all.split('\n').filter((line) => marks.some((mark) => line.includes(mark)))

async function askToErase(contactId: string, about: object = {}) {
  const { body } = await ana<PrivacyRequestView>('POST', '/privacy/requests', {
    ...{ contactId, kind: 'erase', way: 'email', askedBy: `Su hermana ${MARK}`, evidence: `Caso ${MARK}` },
    ...about,
  })
  return body
}
let turned = milliseconds(0)
const turn = (by: Duration): void => {
  turned = milliseconds(turned + by)
  house.clock.setOffset(turned)
}
const account = () => house.directory.accounts()[0] as AccountId

test('a person is erased from everything, once the grace is over, and is somebody new when they write again', async () => {
  await house.knock(hers(text(`Hola ${MARK}`)))
  await house.knock(
    hers({ type: 'document', document: { id: '777123', mime_type: 'text/plain', filename: `${MARK}.txt` } }),
  )
  await house.knock(hers(text('BAJA')))
  const conversation = await conversationNow()
  const contactId = conversation.contact.id
  await house.knock(hers({ type: 'reaction', reaction: { message_id: `wamid.never-${PHONE}`, emoji: '👍' } }))
  await house.knock(hers({ type: 'strange', strange: { words: MARK } }))
  const captioned = { type: 'document', document: { id: '777124', mime_type: 'text/plain', caption: MARK } }
  await house.knock(hers({ type: 'edit', edit: { original_message_id: `wamid.${PHONE}-2`, message: captioned } }))
  await house.knock(bodyOf({ messages: [{ from: PHONE, id: 7, text: MARK }] }))
  await house.knock(
    bodyOf(
      { user_preferences: [{ wa_id: PHONE, category: 'marketing_messages', value: 'stop', timestamp: seconds() }] },
      'user_preferences',
    ),
  )
  const sent = await ana<{ id: string }>('POST', '/messages', {
    to: { conversationId: conversation.id },
    content: { kind: 'text', text: `Buenas, ${MARK}` },
  })
  expect([sent.status, sent.body]).toEqual([202, expect.anything()])
  await house.reaching(sent.body.id, 'accepted')
  await ana('POST', '/do-not-contact', { addresses: [`+${PHONE}`], covers: 'everything', reason: MARK })
  await ana('POST', '/consents', {
    ...{ contactId, purposes: ['notices'], change: 'given', means: 'call' },
    evidence: { kind: 'call', reference: MARK, recordingUrl: null },
  })
  const other = await house.write('525511112222', 'Otra persona')
  const [own, shared] = [
    await upload(`Solo para ella ${MARK}`, `${MARK}.pdf`),
    await upload('Para todas', 'folleto.pdf'),
  ]
  for (const [to, media] of [
    [conversation.id, own],
    [conversation.id, shared],
    [other.id, shared],
  ] as const) {
    const content = { kind: 'document', mediaId: media, caption: null }
    const file = await ana<{ id: string }>('POST', '/messages', { to: { conversationId: to }, content })
    await house.reaching(file.body.id, 'accepted')
  }
  await until(async () => (onDisk().some((held) => held.includes(FILE)) ? true : undefined))
  const before = await everything()
  const tables = new Set(linesWith(before, MARK, PHONE, USER_ID).map((line) => line.split(':')[0]))
  expect([...tables].sort()).toEqual(expect.arrayContaining(HOLDING))

  const hold = await ana<HoldView>('POST', '/privacy/holds', { contactId, reason: `Juicio ${MARK}` })
  const request = await askToErase(contactId)
  expect(request).toMatchObject({ state: 'open', country: 'MX', contact: { name: `Lucía ${MARK}` } })
  const erase = (name: string) =>
    ana<PrivacyRequestView & { problems?: unknown }>('POST', `/privacy/requests/${request.id}/erase`, { name })
  expect((await erase('Otra')).status).toBe(422)
  const held = await erase(`Lucía ${MARK}`)
  expect([held.status, JSON.stringify(held.body)]).toEqual([409, expect.stringContaining(`Juicio ${MARK}`)])
  expect((await ana<HoldView>('POST', `/privacy/holds/${hold.body.id}/lift`)).body.inForce).toBe(false)
  expect((await erase(`Lucía ${MARK}`)).body.state).toBe('scheduled')
  expect((await ana<PrivacyRequestView>('POST', `/privacy/requests/${request.id}/cancel`)).body.state).toBe('open')
  expect((await erase(`Lucía ${MARK}`)).body.state).toBe('scheduled')
  turn(ERASE_GRACE)

  const done = await until(async () => {
    const { body } = await ana<{ data: PrivacyRequestView[] }>('GET', '/privacy/requests?show=closed')
    return body.data.find(({ id, state }) => id === request.id && state === 'done')
  })
  expect(linesWith(await everything(), MARK, PHONE, USER_ID)).toEqual([])
  expect(done).toMatchObject({ askedBy: null, evidence: null, contact: { id: contactId, name: null } })
  expect(done.removed).toMatchObject({ message: expect.any(Number), delivery: expect.any(Number), media: 2 })
  expect((await house.api<string>('GET', `/api/v1/media/${shared}`)).body).toContain('Para todas')
  expect((await house.api('GET', `/api/v1/media/${own}`)).status).toBe(404)

  expect((await ana<ContactView>('GET', `/contacts/${contactId}`)).body).toMatchObject({
    ...{ phone: null, addresses: [], consents: [], erasedAt: expect.any(String) },
  })
  const left = await ana<ConversationView>('GET', `/conversations/${conversation.id}`)
  expect(left.body).toMatchObject({ state: 'resolved', lastMessage: null })
  expect((await ana('POST', `/conversations/${conversation.id}/reopen`)).status).toBe(410)
  expect((await ana<{ holds: boolean }>('GET', '/consents/verify')).body.holds).toBe(true)
  expect((await ana<ConversationView>('GET', `/conversations/${other.id}`)).body.lastMessage?.preview).toBe(
    'folleto.pdf',
  )
  expect((await askToErase(contactId)) as object).toMatchObject({ status: 410 })

  // What they said before comes once more: it brings nobody back.
  await house.knock(hers(text('Repetido'), Date.now() - 3_600_000))
  await house.knock(hers(text('Soy yo otra vez'), house.clock.now() + 2_000))
  const again = await conversationNow()
  expect(again).toMatchObject({ lastMessage: { preview: 'Soy yo otra vez' } })
  expect(again.contact.id).not.toBe(contactId)
  expect(again.contact.consents.map(({ purpose }) => purpose)).toEqual(['service'])
  const { formerly } = house.directory.rights(account())
  expect(formerly({ channel: 'whatsapp', kind: 'phone', value: PHONE }, instant(0))?.covers).toBe('everything')
}, 60_000)

test('a person on hold is not erased even when the hold comes within the grace', async () => {
  const { contact } = await house.write('525533334444', 'Hola')
  const request = await askToErase(contact.id)
  await ana('POST', `/privacy/requests/${request.id}/erase`, { name: 'Lucía' })
  await ana('POST', '/privacy/holds', { contactId: contact.id, reason: 'Deuda' })
  turn(hours(1))
  const stopped = await until(async () => {
    const { body } = await ana<{ requests: PrivacyRequestView[] }>('GET', `/contacts/${contact.id}/privacy`)
    return body.requests.find(({ steps }) => steps.some(({ what }) => what === 'stopped'))
  })
  expect(stopped).toMatchObject({ state: 'open', carryOutAt: null })
  expect(await house.store.privacy.of(account(), contact.id as ContactId)).toMatchObject({
    holds: [{ reason: 'Deuda' }],
  })
})

test('only administrators decide; an API key does not even read', async () => {
  expect((await house.api('GET', '/api/v1/privacy/requests')).status).toBe(403)
})
