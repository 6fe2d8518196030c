import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COUNTED_UP_TO } from '#core/conversation/view.ts'
import { launchBrowser } from '#tools/browser.ts'
import { deskAt, type View } from './desk.ts'
import { type House, openHouse, until } from './house.ts'
import { picture, violations } from './look.ts'

/** More than two pages of a search that finds nobody, and more than is counted. */
const CUSTOMERS = 2_300
const AT_ONCE = 100

let house: House
let browser: Browser
beforeAll(async () => {
  house = await openHouse()
  browser = await launchBrowser()
  for (let first = 0; first < CUSTOMERS; first += AT_ONCE) expect(await house.knock(greetings(first))).toBe(200)
  await until('the last of them to be in the list', async () => {
    const { body } = await house.api<{ data: { contact: { name: string } }[] }>('GET', '/conversations?limit=1')
    return body.data[0]?.contact.name === nameOf(CUSTOMERS - 1)
  })
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** Only who wrote first can be found by "zq". */
const nameOf = (nth: number): string => (nth === 0 ? 'Ezequiel Zqueira' : `Rosa Tamayo ${nth}`)

/** One body in which many customers write for the first time. */
function greetings(first: number): string {
  const customers = Array.from({ length: AT_ONCE }, (_, index) => ({
    nth: first + index,
    from: `52155${20_000_000 + first + index}`,
  }))
  const timestamp = String(Math.floor(Date.now() / 1000) - CUSTOMERS + first)
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '525550001000', phone_number_id: house.demo.phoneNumberIds[0] },
    contacts: customers.map(({ nth, from }) => ({ profile: { name: nameOf(nth) }, wa_id: from })),
    messages: customers.map(({ nth, from }) => ({
      id: `wamid.many${nth}`,
      from,
      timestamp,
      type: 'text',
      text: { body: 'Buenas tardes' },
    })),
  }
  const entry = [{ id: house.demo.wabaId, changes: [{ field: 'messages', value }] }]
  return JSON.stringify({ object: 'whatsapp_business_account', entry })
}

test('a search goes on by itself until it finds who wrote long ago, and says when there is nobody', async () => {
  const { page, context } = await desk()
  await page.goto(`${house.demo.url}/inbox?q=zq`)
  await page.getByTestId('conversation-row').filter({ hasText: 'Zqueira' }).waitFor()

  // A page of a search that lets itself be watched.
  await page.route('**/conversations?*cursor=*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await route.continue()
  })
  await page.goto(`${house.demo.url}/inbox?q=xk`)
  await page.getByTestId('search-goes-on').waitFor()
  expect(await page.getByText('Sin resultados').count()).toBe(0)
  expect(await violations(page)).toEqual([])
  await page.getByText('Sin resultados para «xk»').waitFor()
  expect(await page.getByTestId('search-goes-on').count()).toBe(0)

  await page.route('**/conversations?*cursor=*', (route) => route.abort())
  await page.goto(`${house.demo.url}/inbox?q=xj`)
  const again = page.getByRole('button', { name: 'Reintentar' })
  await again.waitFor()
  await page.unroute('**/conversations?*cursor=*')
  // A desk that connects anew in this very moment asks again by itself.
  await again.click({ timeout: 5_000 }).catch(() => {})
  await page.getByText('Sin resultados para «xj»').waitFor()
  await context.close()
})

test('counts end at 999+, and leave room for the names of the views in every language', async () => {
  const { page, context } = await desk()
  const most = `${COUNTED_UP_TO - 1}+`
  for (const [locale, words] of [
    ['es', 'abiertas'],
    ['en', 'open'],
    ['pt-BR', 'abertas'],
  ] as const) {
    await page.evaluate(`localStorage.setItem('hilo.locale', '${locale}')`)
    await page.goto(`${house.demo.url}/inbox`)
    await page
      .getByTestId('list-count')
      .filter({ hasText: `${most} ${words}` })
      .waitFor()
    const cut = `[...document.querySelectorAll('nav .truncate')].filter((name) => name.scrollWidth > name.clientWidth).map((name) => name.textContent)`
    expect(await page.evaluate(cut), locale).toEqual([])
  }
  await context.close()
})

test('on a telephone an administrator finds the settings and pauses a number; agents see it until it is resumed', async () => {
  const { page, context } = await desk({ width: 390, height: 844 })
  const rooms = page.getByRole('navigation', { name: 'Salas' })
  const here = () => rooms.locator('[aria-current="page"]').allInnerTexts()
  expect(await here()).toEqual(['Bandeja'])
  await rooms.getByText('Mías').click()
  await expect.poll(here).toEqual(['Mías'])
  await rooms.getByText('Ajustes').click()
  await page.getByRole('link', { name: 'Apartados' }).click()
  await expect.poll(here).toEqual(['Ajustes'])
  await page.getByRole('link', { name: 'Números' }).click()

  await page.getByRole('button', { name: 'Pausar Ventas' }).click()
  await page.getByText('Los clientes pueden seguir escribiendo').waitFor()
  expect(await violations(page), 'the question').toEqual([])
  await page.getByTestId('pause-confirm').click()
  const ventas = page.getByTestId('line').filter({ hasText: 'Ventas' })
  await ventas.filter({ hasText: 'En pausa' }).filter({ hasText: 'Pausado por Ana Morales' }).waitFor()
  expect(await violations(page), 'the paused number').toEqual([])
  await picture(page, 'paused-number-390')

  const other = await desk()
  await other.page.getByRole('link', { name: 'Ventas' }).getByRole('img', { name: 'En pausa' }).waitFor()
  await other.page.getByTestId('conversation-row').first().click()
  await other.page.getByText('No se puede enviar').waitFor()
  await other.page.getByText('Pausado por Ana Morales').waitFor()
  expect(await violations(other.page), 'what agents see').toEqual([])

  await page.getByRole('button', { name: 'Reanudar Ventas' }).click()
  await page.getByTestId('pause-confirm').click()
  await ventas.filter({ hasText: 'Conectado' }).waitFor()
  await other.page.getByTestId('composer-input').waitFor()
  await other.context.close()
  await context.close()
})

async function desk(view: View = {}) {
  const opened = await deskAt(browser, house.demo, '/inbox', view)
  await opened.page.getByTestId('conversation-row').first().waitFor()
  return opened
}
