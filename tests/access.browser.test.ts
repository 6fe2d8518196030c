import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '#tools/browser.ts'
import { deskAt, openConversation, openDesk, phoneIn } from './desk.ts'
import { type House, openHouse, until } from './house.ts'
import { picture, violations } from './look.ts'

const EVERYTHING = 'Mateo Quispe'

let house: House
let browser: Browser
beforeAll(async () => {
  house = await openHouse({ story: true })
  browser = await launchBrowser()
  await sayEverything()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

let seen: Page | null = null
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail' && seen) await picture(seen, 'failed-access')
  await seen?.context().close()
})

describe('in light and dark colours, nothing shuts anybody out of', () => {
  test('signing in with a wrong password', async () => {
    const { page } = await open()
    await page.getByTestId('sign-in-email').fill(house.demo.email)
    await page.getByTestId('sign-in-password').fill('not-the-password')
    await page.getByTestId('sign-in-submit').click()
    await page.getByRole('alert').waitFor()
    await inBothColours(page, 'a wrong password')
  })

  test('the list, every kind of message, the closed window, a failed message, the palette, the settings', async () => {
    const { page } = await deskAt(browser, house.demo, '/inbox')
    seen = page
    await page.getByTestId('conversation-row').first().waitFor()
    await phoneIn(page)
    await inBothColours(page, 'the list and the phone', { phone: true })
    await openConversation(page, EVERYTHING)
    await page.getByText('Un mensaje de un tipo nuevo').waitFor()
    await inBothColours(page, 'every kind of message')
    await openConversation(page, 'Julián Ferreyra')
    await page.getByTestId('template-picker').waitFor()
    await page.locator('[data-template]').first().click()
    await inBothColours(page, 'the closed window')
    await openConversation(page, 'Andrés Ocampo')
    await page.locator('[data-testid="thread-message"][data-status="failed"]').waitFor()
    await inBothColours(page, 'a failed message')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await inBothColours(page, 'the palette')
    await page.keyboard.press('Escape')
    await page.goto(`${house.demo.url}/settings/numbers`)
    await page.getByRole('button', { name: 'Conectar un número' }).click()
    await page.getByTestId('guide-save').waitFor()
    await inBothColours(page, 'the settings')
  })
})

test('without a mouse: sign in, open a conversation, answer, resolve', async () => {
  const { page } = await open()
  const { keyboard } = page
  await tabTo(page, 'sign-in-email')
  await keyboard.type(house.demo.email)
  await tabTo(page, 'sign-in-password')
  await keyboard.type(house.demo.password)
  await keyboard.press('Enter')
  await page.getByTestId('conversation-row').first().waitFor()

  await tabTo(page, 'conversation-row')
  const name = 'Thiago Souza'
  const rows = await page.getByTestId('conversation-row').allInnerTexts()
  for (let steps = rows.findIndex((row) => row.includes(name)); steps >= 0; steps--) await keyboard.press('j')
  await page.getByTestId('thread-message').filter({ hasText: 'antecipar' }).waitFor()
  await keyboard.press('r')
  await keyboard.type('Bom dia, Thiago. Sim, pode.')
  await keyboard.press('Enter')
  await page.getByTestId('thread-message').filter({ hasText: 'Sim, pode.' }).waitFor()
  await keyboard.press('Escape')
  await keyboard.press('e')
  await until('the conversation to be resolved', async () => {
    const { body } = await house.api<{ data: { contact: { name: string } }[] }>('GET', '/conversations?view=resolved')
    return body.data.some(({ contact }) => contact.name === name)
  })
})

async function inBothColours(page: Page, what: string, look: { phone?: boolean } = {}): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page, look), `${what}, ${colorScheme}`).toEqual([])
  }
}

async function open() {
  const desk = await openDesk(browser, house.demo)
  seen = desk.page
  return desk
}

/** Presses Tab until the element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, testId: string): Promise<void> {
  const focused = () => page.evaluate('document.activeElement?.getAttribute("data-testid")')
  for (let presses = 0; presses < 40; presses++) {
    if ((await focused()) === testId) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${testId}`)
}

/** One customer says all that can be said, and is answered in every form. */
async function sayEverything(): Promise<void> {
  const phone = '/phones/mateo'
  const number = String(house.demo.phoneNumberIds[1])
  const say = (compose: object) =>
    house.control<{ wamid: string }>('POST', `${phone}/chats/${number}/messages`, compose)
  const first = await say({ kind: 'text', text: '*Hola*, _mire_ https://aurora.example' })
  for (const kind of ['image', 'video', 'audio', 'voice', 'document', 'sticker']) await say({ kind, sample: true })
  await say({ kind: 'location', latitude: -12.05, longitude: -77.04, name: 'Oficina', address: 'Av. Uno 1' })
  await say({ kind: 'reaction', target: first.wamid, emoji: '👍' })
  await say({ kind: 'edit', target: first.wamid, text: 'Hola, mire bien' })
  const slip = await say({ kind: 'text', text: 'Esto no' })
  await say({ kind: 'revoke', target: slip.wamid })
  const items = [{ product_retailer_id: 'plan-12', quantity: 1, item_price: 99, currency: 'PEN' }]
  await say({ kind: 'order', items, text: 'Este', catalogId: '1' })

  type Row = { readonly id: string; readonly contact: { readonly name: string } }
  const { body } = await house.api<{ data: Row[] }>('GET', '/conversations?limit=100')
  const conversationId = body.data.find(({ contact }) => contact.name === EVERYTHING)?.id
  const rows = [{ id: 'a', title: 'Mañana', description: 'De 9 a 12' }]
  const card = { name: 'Diego Ríos', phones: [{ phone: '+51 1 555 0100' }], emails: ['diego@aurora.example'] }
  for (const content of [
    { kind: 'buttons', body: '¿Seguimos?', buttons: [{ id: 'si', title: 'Sí' }] },
    { kind: 'list', body: '¿Cuándo?', button: 'Ver', sections: [{ rows }] },
    { kind: 'contacts', contacts: [card] },
    { kind: 'text', text: 'Quedo atenta' },
  ]) {
    const { status } = await house.api('POST', '/messages', { to: { conversationId }, content }, key())
    expect(status).toBeLessThan(300)
  }
  await say({ kind: 'text', text: 'Vi esto', replyTo: first.wamid, referral: REFERRAL })
  await say({ kind: 'raw', message: { type: 'hologram', hologram: { depth: 3 } } })
}

const key = () => ({ 'idempotency-key': crypto.randomUUID() })
const REFERRAL = {
  source_url: 'https://fb.me/anuncio',
  source_type: 'ad',
  source_id: '120',
  headline: 'Préstamos en un día',
  body: 'Sin papeles',
  media_type: 'image',
  ctwa_clid: 'clid',
}
