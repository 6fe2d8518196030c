import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ConversationView, MessageView, TemplateView } from '#contract/views.ts'
import { type House, openHouse, until } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

type Page<Item> = { readonly data: Item[]; readonly next: string | null }
type Charge = { wamid: string; category: string; type: string; market: string; micros: number; at: number }
type Row = {
  messageId: string | null
  messages: number
  month: string
  category: string
  market: string
  micros: number
}
type Summary = { sums: { messages: number }[] }
type Balance = { balanced: boolean; behind: number; rows: number; sums: { currency: string; micros: number }[] }

const ZONE = 'America/Mexico_City'
/** One card as Meta's files write it for us, and as the emulator takes it: list prices, and tiers of Mexico's utility. */
const JULY = { Mexico: [40_000, 10_001], Argentina: [61_800, 26_000], Brazil: [62_500, 6_801], Other: [60_000, 7_703] }
const OCTOBER = {
  Mexico: [30_500, 8_501],
  Argentina: [61_900, 25_999],
  Brazil: [62_000, 6_807],
  Other: [60_400, 7_707],
}
const TIERS = [
  { from: 1, upTo: 9, share: 1 },
  { from: 10, upTo: 19, share: 0.95 },
  { from: 20, upTo: null, share: 0.9 },
] as const
type Rates = typeof JULY
const tierPrice = (price: number, share: number) => Math.round(price * share)

const cardFor = (effectiveFrom: string, rates: Rates) => {
  const decimals = (micros: number) => (micros / 1_000_000).toFixed(6)
  const rows = Object.entries(rates).map(([market, [marketing = 0, utility = 0]]) =>
    [market, 'USD', decimals(marketing), decimals(utility), decimals(utility), 'n/a', decimals(utility)].join(','),
  )
  const price = rates.Mexico[1] ?? 0
  const tiers = TIERS.map(({ from, upTo, share }, index) =>
    [index === 0 ? 'Mexico' : '', '', from, upTo ?? '--', 'Rate', decimals(tierPrice(price, share)), ''].join(','),
  )
  return {
    effectiveFrom,
    rates: `Market,Currency,Marketing,Utility,Authentication,Authentication-International,Service\n${rows.join('\n')}\n`,
    tiers: `Market,,Utility,,,,\n,Currency,From,To,Rate type,Rate,vs. List rate\n${tiers.join('\n')}\n`,
  }
}
const emulatorCard = (effective: string, rates: Rates) => ({
  effective,
  currency: 'USD',
  rates: Object.fromEntries(
    Object.entries(rates).map(([market, [marketing, utility]]) => [
      market,
      { marketing, utility, authentication: utility, service: utility },
    ]),
  ),
  tiers: {
    Mexico: { utility: TIERS.map(({ upTo, share }) => ({ upTo, micros: tierPrice(rates.Mexico[1] ?? 0, share) })) },
  },
})

/** Calls as the demo's administrator, for what a key may not do. */
async function administrator() {
  const { url, email, password } = house.demo
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/v1/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email, password }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return async (route: string, body: object) => {
    const asked = { method: 'POST', headers: { ...headers, cookie, origin: url }, body: JSON.stringify(body) }
    const { status } = await fetch(`${url}/api/v1/costs${route}`, asked)
    expect([route, status]).toEqual([route, 200])
  }
}

const turnTo = async (iso: string): Promise<void> => {
  const { now, offsetMs } = await house.control<{ now: number; offsetMs: number }>('GET', '/clock')
  await house.control('POST', '/clock', { offsetMs: offsetMs + Date.parse(iso) - now })
}
/** Null: it may not be sent. */
const say = async (to: string, content: object): Promise<MessageView | null> => {
  const headers = { 'idempotency-key': randomUUID() }
  const { status, body } = await house.api<MessageView>(
    'POST',
    '/messages',
    { to: { conversationId: to }, content },
    headers,
  )
  return status === 202 ? body : null
}
/** Nothing more is delivered for a while, and the ledger has each charge once. */
async function settled(): Promise<Balance> {
  let charged = -1
  return until(
    'the ledger to have every charge',
    async () => {
      await delay(QUIET_MS)
      const { charges } = await bill()
      const isQuiet = charges.length === charged
      charged = charges.length
      const { body: summary } = await house.api<Summary>('GET', '/costs/summary?from=2026-01&to=2026-12')
      const { body } = await house.api<Balance>('GET', '/costs/check')
      const kept = summary.sums.reduce((sum, { messages }) => sum + messages, 0)
      return isQuiet && kept === charged && body.behind === 0 ? body : undefined
    },
    150_000,
  )
}
const QUIET_MS = 2_000
const bill = () => house.control<{ currency: string; charges: Charge[]; total: number }>('GET', '/charges')

async function ledger(): Promise<Row[]> {
  const rows: Row[] = []
  for (const month of ['2026-09', '2026-10', '2026-11']) {
    for (let cursor = ''; ;) {
      const { body } = await house.api<Page<Row>>('GET', `/costs/rows?month=${month}&limit=100${cursor}`)
      rows.push(...body.data)
      if (body.next === null) break
      cursor = `&cursor=${body.next}`
    }
  }
  return rows
}
const sumsBy = <Item extends { micros: number }>(items: readonly Item[], key: (item: Item) => string) => {
  const sums: Record<string, number> = {}
  for (const item of items) sums[key(item)] = (sums[key(item)] ?? 0) + item.micros
  return Object.fromEntries(Object.entries(sums).filter(([, micros]) => micros !== 0))
}
const monthOf = (at: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit' }).format(at)

/** Of the demo's templates of marketing the one that needs nothing but texts; it is paused. */
const MARKETING = 'campana_referidos'
const PEOPLE = ['lucia', 'rodrigo', 'carla', 'julian', 'noelia', 'beatriz', 'thiago', 'paula', 'gabriel', 'mateo']
/** Around the midnight at which 2026-10-01 begins in Mexico, and on to the end of the month. */
const MOMENTS = [
  '2026-09-29T18:00:00Z',
  '2026-10-01T05:50:00Z',
  '2026-10-01T06:10:00Z',
  '2026-10-07T18:00:00Z',
  '2026-10-17T18:00:00Z',
  '2026-10-25T18:00:00Z',
]
/** So many more customers each get so many answers: no more at once than WhatsApp lets one person have (45 in 6 s). */
const CROWD = 40
const ANSWERS = 25
/** A thousand connections at once are more than a busy machine opens in time. */
const AT_ONCE = 50

test('the ledger comes to what Meta charges, to the last micro, over a month that crosses 2026-10-01', async () => {
  const { phoneNumberIds, wabaId } = house.demo
  const manage = await administrator()
  await house.control('PUT', '/account', { timeZone: ZONE, messagingLimit: 'TIER_UNLIMITED', marketingCap: 'none' })
  await house.control('PUT', '/rates', {
    cards: [emulatorCard('2026-07-01', JULY), emulatorCard('2026-10-01', OCTOBER)],
  })
  await manage('/billing', { wabaId, timeZone: ZONE, currency: 'USD' })
  await manage('/cards', cardFor('2026-07-01', JULY))
  await manage('/cards', cardFor('2026-10-01', OCTOBER))
  await house.control('PUT', '/faults', { duplicate: 0.2, reorder: true, rates: false })
  await house.control('PATCH', `/templates/${MARKETING}`, { status: 'APPROVED' })
  const usable = await until('the template of marketing to be approved', async () => {
    const { body } = await house.api<Page<TemplateView>>('GET', '/templates?limit=100')
    const approved = body.data.filter(({ status }) => status === 'APPROVED')
    return approved.some(({ name }) => name === MARKETING) && approved
  })

  let balance: Balance | null = null
  for (const [index, moment] of MOMENTS.entries()) {
    await turnTo(moment)
    await house.control('PATCH', '/phones/lucia', { online: true })
    const conversations = new Map<string, string>()
    const crowd = index === 3 ? await crowdOf(CROWD) : []
    const write = async (phone: string) => {
      const text = `Hola ${index} de ${phone}`
      const isAd = index === 3 && phone === 'rodrigo'
      const chat = `/phones/${phone}/chats/${phoneNumberIds[0]}`
      const referral = { source_type: 'ad', source_id: '1', source_url: 'https://fb.me/1', ctwa_clid: 'x' }
      await house.control('POST', `${chat}/messages`, { kind: 'text', text, ...(isAd ? { referral } : {}) })
      const found = await until(`what ${phone} wrote at ${moment}`, async () => {
        const { body } = await house.api<Page<ConversationView>>('GET', '/conversations?limit=100')
        return body.data.find(({ lastMessage }) => lastMessage?.preview === text)
      })
      conversations.set(phone, found.id)
      if (index === 0) await agreeToMarketing(found.contact.id)
    }
    await Promise.all([...PEOPLE, ...crowd].map(write))
    // Lucía's telephone is off over midnight: what is sent in September is delivered, and charged, in October.
    if (index === 1) await house.control('PATCH', '/phones/lucia', { online: false })
    const sends = [...conversations].flatMap(([phone, id]) => [
      ...Array.from({ length: crowd.includes(phone) ? ANSWERS : 2 }, (_, count) => ({
        id,
        content: { kind: 'text', text: `${phone} ${count}` },
      })),
      ...(crowd.includes(phone) ? [] : usable).map((template) => ({ id, content: filled(template) })),
    ])
    for (let from = 0; from < sends.length; from += AT_ONCE) {
      await Promise.all(sends.slice(from, from + AT_ONCE).map(({ id, content }) => say(id, content)))
    }
    balance = await settled()
    await house.control('POST', `/phones/beatriz/chats/${phoneNumberIds[0]}/read`, {})
  }
  const { charges, total } = await bill()
  const rows = await ledger()
  const told = charges.map(({ category, market, at, micros }) => ({
    key: `${monthOf(at)} ${category} ${market}`,
    micros,
  }))
  const kept = rows.map(({ month, category, market, micros }) => ({ key: `${month} ${category} ${market}`, micros }))
  expect(sumsBy(kept, ({ key }) => key)).toEqual(sumsBy(told, ({ key }) => key))
  expect(balance).toMatchObject({ balanced: true, sums: [{ currency: 'USD', micros: total }] })
  expect(rows.reduce((sum, { messages }) => sum + messages, 0)).toBe(charges.length)

  const count = (category: string, is: (charge: Charge) => boolean) =>
    charges.filter((charge) => charge.category === category && is(charge)).length
  const isOctober = ({ at }: Charge) => monthOf(at) === '2026-10'
  expect(
    count('service', (charge) => isOctober(charge) && charge.type === 'free_customer_service'),
  ).toBeGreaterThanOrEqual(1_000)
  expect(count('service', (charge) => isOctober(charge) && charge.micros > 0)).toBeGreaterThan(0)
  expect(count('service', (charge) => !isOctober(charge) && charge.micros > 0)).toBe(0)
  expect(count('utility', (charge) => !isOctober(charge) && charge.type === 'free_customer_service')).toBeGreaterThan(0)
  expect(count('utility', (charge) => isOctober(charge) && charge.micros > 0)).toBeGreaterThan(20)
  expect(charges.some(({ type }) => type === 'free_entry_point')).toBe(true)
  expect(count('marketing', (charge) => !isOctober(charge) && charge.micros > 0)).toBeGreaterThan(0)
  expect(count('marketing', (charge) => isOctober(charge) && charge.micros > 0)).toBeGreaterThan(0)
}, 900_000)

/** Without it no marketing leaves. */
async function agreeToMarketing(contactId: string): Promise<void> {
  const evidence = { kind: 'statement', text: 'Lo pidió en la tienda' }
  const word = { contactId, purposes: ['marketing'], change: 'given', means: 'agent', evidence }
  expect((await house.api('POST', '/consents', word)).status).toBe(201)
}

/** Customers of Mexico who write for the first time. */
async function crowdOf(count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, index) => `Cliente ${index + 1}`)
  const phones = await Promise.all(
    names.map((name) => house.control<{ id: string }>('POST', '/phones', { name, country: 'MX' })),
  )
  return phones.map(({ id }) => id)
}

const filled = (template: TemplateView) => ({
  kind: 'template',
  name: template.name,
  language: template.language,
  values: Object.fromEntries(template.fields.map(({ key, example }) => [key, example ?? '123456'])),
})
