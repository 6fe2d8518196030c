import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '#tools/browser.ts'
import { type Desk, deskAt } from './desk.ts'
import { type House, openHouse, until } from './house.ts'
import { inLights, inspected, picture } from './look.ts'

const ADDRESS = '+52 55 5000 3000'
const DIGITS = ADDRESS.replace(/\D/g, '')

let house: House
let browser: Browser
beforeAll(async () => {
  house = await openHouse()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

let seen: Page | null = null
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail' && seen) await picture(seen, 'failed-guide')
  await seen?.context().close()
})

/** Another machine: nothing in it but who signs in. */
async function machine(place: string): Promise<Desk> {
  const desk = await deskAt(browser, house.demo, place)
  seen = desk.page
  return desk
}
const save = (page: Page) => page.getByTestId('guide-save').click()
const next = (page: Page) => page.getByTestId('guide-next').click()
const code = async (digits: string) => {
  const { data } = await house.control<{ data: { code: string }[] }>('GET', `/telephones/${digits}`)
  return data[0]?.code
}

test('a newcomer walks from nothing to a proven second number, half way on another machine, in under five minutes', async () => {
  const begun = Date.now()
  const { page } = await machine('/settings/numbers')
  await page.getByTestId('begin-guide').click()
  await save(page)
  await page.getByTestId('fit-result').waitFor()
  await next(page)
  await page.getByTestId('topic-animals').waitFor()
  await save(page)
  await page.getByTestId('verification-not-begun').waitFor()
  await save(page)
  await page.getByTestId('guide-phone').fill(ADDRESS)
  await save(page)
  // A second number wants a reason.
  await page.getByTestId('guide-findings').waitFor()
  await page.getByTestId('more-area').click()
  await save(page)
  await page.getByTestId('guide-display-name').fill('Aurora Cobros')
  await save(page)
  await page.getByTestId('guide-connect').click()
  await next(page)
  await page.getByTestId('guide-code-sms').click()
  await page.getByTestId('guide-code').waitFor()
  await page.context().close()

  const { page: other } = await machine('/settings/numbers')
  await other.getByTestId('begun-guide').filter({ hasText: ADDRESS }).getByRole('link').click()
  await other.getByTestId('guide-code').fill('111111')
  await other.getByTestId('guide-verify').click()
  await other.getByTestId('guide-refused').waitFor()
  await other.getByTestId('guide-code').fill(await until('the code', () => code(DIGITS)))
  await other.getByTestId('guide-verify').click()
  await other.getByTestId('guide-register').click()
  const pin = await other.getByTestId('guide-shown-pin').locator('.font-mono').textContent()
  expect(pin).toMatch(/^\d{6}$/)
  await next(other)
  const number = await until('the number to be on WhatsApp', async () => {
    const { data } = await house.control<{ data: { id: string; displayPhoneNumber: string; status: string }[] }>(
      'GET',
      '/numbers',
    )
    return data.find(({ displayPhoneNumber, status }) => displayPhoneNumber === ADDRESS && status === 'CONNECTED')
  })
  await house.control('POST', `/phones/lucia/chats/${number.id}/messages`, { kind: 'text', text: 'hola' })
  await until('the message of the phone', async () => {
    const { body } = await house.api<{ data: { contact: { name: string } }[] }>('GET', '/conversations')
    return body.data.some(({ contact }) => contact.name === 'Lucía Paredes')
  })
  await other.getByTestId('guide-test-phone').fill('+52 1 55 1234 5678')
  await other.getByTestId('guide-test').click()
  await other.getByTestId('guide-finished').waitFor()
  await picture(other, 'guide-proven')
  const tookMs = Date.now() - begun
  console.log(`the guide took ${Math.round(tookMs / 1000)} s`)
  expect(tookMs).toBeLessThan(5 * 60_000)

  await other.reload()
  await other.getByTestId('guide-finished').waitFor()
  const shown = await other.locator('body').textContent()
  expect(shown).not.toContain(pin)
  expect(house.output.join('')).not.toContain(pin ?? '-')
})

/** The window is gone with the press: the browser may tell the one before it has told the other. */
async function closeBy(window: Page, name: string): Promise<void> {
  const press = window.getByRole('button', { name }).click()
  await Promise.all([
    window.waitForEvent('close'),
    press.catch((error) => (window.isClosed() ? null : Promise.reject(error))),
  ])
}

test('Meta’s window may be left and finished: the number it verified needs only its PIN', async () => {
  const { page, context } = await machine('/settings/numbers')
  const id = await begin(context, '+52 55 5000 4000')
  await page.goto(`${house.demo.url}/settings/numbers/guide/${id}?step=connect`)
  await page.getByTestId('connect-dialog').click()
  await page.waitForFunction('window.FB !== undefined')
  const [left] = await Promise.all([page.waitForEvent('popup'), page.getByTestId('guide-connect').click()])
  await left.getByRole('button', { name: 'Continuar' }).click()
  await left.locator('#number').waitFor()
  await closeBy(left, 'Cancelar')
  await page.locator('[data-kind="left-dialog"]').filter({ hasText: 'PHONE_NUMBER' }).waitFor()

  const [dialog] = await Promise.all([page.waitForEvent('popup'), page.getByTestId('guide-connect').click()])
  await dialog.getByRole('button', { name: 'Continuar' }).click()
  await dialog.locator('#number').fill('+52 55 5000 4000')
  await dialog.locator('#name').fill('Aurora Cobros')
  await dialog.getByRole('button', { name: 'Continuar' }).click()
  await dialog.locator('#code').fill(await until('the code', () => code('525550004000')))
  await dialog.locator('#code').press('Enter')
  await closeBy(dialog, 'Terminar')
  await next(page)
  await page.getByTestId('guide-pin').waitFor()
})

test('the longest step and the page of a number shut nobody out, wide and narrow', async () => {
  const { page, context } = await machine('/settings/numbers')
  const id = await begin(context, '+52 55 5000 5000')
  const me = await (await context.request.get(`${house.demo.url}/api/v1/me`)).json()
  const places = [
    ['activity', `guide/${id}?step=activity`, 'topic-animals'],
    ['page', me.lines[0].id, 'line-name'],
  ] as const
  await inLights(
    page,
    [
      ['light', 1440, 900],
      ['dark', 390, 844],
    ],
    async (light) => {
      for (const [name, place, shown] of places) {
        await page.goto(`${house.demo.url}/settings/numbers/${place}`)
        await page.getByTestId(shown).waitFor()
        await inspected(page, `guide-${name}-${light}`)
      }
    },
  )
})

/** A guide with what the number and its name need answered. */
async function begin({ request }: Desk['context'], phone: string): Promise<string> {
  const post = async (route: string, data?: object) => {
    const headers = { origin: house.demo.url }
    return (await request.post(`${house.demo.url}/api/v1${route}`, { headers, ...(data ? { data } : {}) })).json()
  }
  const { id } = (await post('/guides')) as { id: string }
  const number = { phone, country: 'MX', use: 'none', keepsApp: false, hasVoiceMenu: false, moreReason: 'area' }
  const name = { displayName: 'Aurora Cobros', siteText: '', siteFrom: null }
  await post(`/guides/${id}/answers`, { number, name })
  return id
}
