import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '#tools/browser.ts'
import { openDesk, signIn } from './desk.ts'
import { type House, messageBody, openHouse, until } from './house.ts'

const PICTURES = path.resolve(import.meta.dirname, '../.screenshots')
const ADDRESS = '+52 55 5000 3000'
const DIGITS = ADDRESS.replace(/\D/g, '')

let house: House
let browser: Browser
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  house = await openHouse()
  // The desk is ready once its list has a row.
  await house.knock(messageBody(house.demo, { id: 'wamid.guide', type: 'text', text: { body: 'hola' } }))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

let seen: Page | null = null
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await seen?.screenshot({ path: path.join(PICTURES, 'failed-guide.png') })
})

/** Another machine: nothing in it but who signs in. */
async function machine(address: string): Promise<Page> {
  const { page } = await openDesk(browser, house.demo)
  seen = page
  await signIn(page, house.demo)
  await page.goto(house.demo.url + address)
  return page
}
const save = (page: Page) => page.getByTestId('guide-save').click()
const next = (page: Page) => page.getByTestId('guide-next').click()
const code = async () => {
  const { data } = await house.control<{ data: { code: string }[] }>('GET', `/telephones/${DIGITS}`)
  return data[0]?.code ?? ''
}

test('a newcomer walks from nothing to a proven second number, half way on another machine, in under five minutes', async () => {
  const begun = Date.now()
  const page = await machine('/settings/numbers')
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

  const other = await machine('/settings/numbers')
  await other.getByTestId('begun-guide').filter({ hasText: ADDRESS }).getByRole('link').click()
  await other.getByTestId('guide-code').fill('111111')
  await other.getByTestId('guide-verify').click()
  await other.getByTestId('guide-refused').waitFor()
  await other.getByTestId('guide-code').fill(await code())
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
  await other.screenshot({ path: path.join(PICTURES, 'guide-1440-light.png') })
  const tookMs = Date.now() - begun
  console.log(`the guide took ${Math.round(tookMs / 1000)} s`)
  expect(tookMs).toBeLessThan(5 * 60_000)

  await other.reload()
  await other.getByTestId('guide-finished').waitFor()
  const shown = await other.locator('body').textContent()
  expect(shown).not.toContain(pin)
  expect(house.output.join('')).not.toContain(pin ?? '-')
  await other.context().close()
})

test('Meta’s window may be left and finished: the number it verified needs only its PIN', async () => {
  const { body: guide } = await begin('+52 55 5000 4000')
  const page = await machine(`/settings/numbers/guide/${guide.id}?step=connect`)
  await page.getByTestId('connect-dialog').click()
  await page.waitForFunction('window.FB !== undefined')
  const [left] = await Promise.all([page.waitForEvent('popup'), page.getByTestId('guide-connect').click()])
  await left.getByRole('button', { name: 'Continuar' }).click()
  await left.locator('#number').waitFor()
  await left.getByRole('button', { name: 'Cancelar' }).click()
  await page.locator('[data-kind="left-dialog"]').filter({ hasText: 'PHONE_NUMBER' }).waitFor()

  const [dialog] = await Promise.all([page.waitForEvent('popup'), page.getByTestId('guide-connect').click()])
  await dialog.getByRole('button', { name: 'Continuar' }).click()
  await dialog.locator('#number').fill('+52 55 5000 4000')
  await dialog.locator('#name').fill('Aurora Cobros')
  await dialog.getByRole('button', { name: 'Continuar' }).click()
  await dialog.locator('#code').waitFor()
  const { data } = await house.control<{ data: { code: string }[] }>('GET', '/telephones/525550004000')
  await dialog.locator('#code').fill(data[0]?.code ?? '')
  await dialog.getByRole('button', { name: 'Continuar' }).click()
  await dialog.getByRole('button', { name: 'Terminar' }).click()
  await next(page)
  await page.getByTestId('guide-pin').waitFor()
  await page.context().close()
})

/** A guide with what the number and its name need answered. */
async function begin(phone: string) {
  const { page } = await openDesk(browser, house.demo)
  await signIn(page, house.demo)
  const ask = <Body>(route: string, body: unknown) =>
    page.evaluate(
      async ([address, sent]) => {
        const response = await fetch(`/api/v1${address}`, {
          method: 'POST',
          ...(sent === null ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) }),
        })
        return { body: await response.json() }
      },
      [route, body] as const,
    ) as Promise<{ body: Body }>
  const made = await ask<{ id: string }>('/guides', null)
  const number = { phone, country: 'MX', use: 'none', keepsApp: false, hasVoiceMenu: false, moreReason: 'area' }
  const name = { displayName: 'Aurora Cobros', siteText: '', siteFrom: null }
  await ask(`/guides/${made.body.id}/answers`, { number, name })
  await page.context().close()
  return made
}
