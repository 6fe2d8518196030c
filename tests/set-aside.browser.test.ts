import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '#tools/browser.ts'
import { deskAt } from './desk.ts'
import { type House, messageBody, openHouse } from './house.ts'
import { inLights, inspected, LIGHTS, violations } from './look.ts'

let house: House
let browser: Browser
beforeAll(async () => {
  house = await openHouse()
  browser = await launchBrowser()
  expect(await house.knock(messageBody(house.demo, text('hola')))).toBe(200)
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

let count = 0
const text = (body: string) => ({
  id: `wamid.aside${++count}`,
  timestamp: String(Math.floor(Date.now() / 1000)),
  type: 'text',
  text: { body },
})
/** Signed by our app and of our business account, but about a number that is none of ours. */
const foreign = (body: string): string =>
  messageBody(house.demo, text(body)).replaceAll(String(house.demo.phoneNumberIds[0]), '777000777000777')
/** Of ours, with a part that says nothing. */
const senseless = (): string => messageBody(house.demo, text('x')).replace('"field":"messages"', '"field":null')

test('an administrator sees what was set aside, reads it, has it processed again and dismisses it', async () => {
  const { page, context } = await deskAt(browser, house.demo, '/settings/set-aside')
  await page.getByText('No hay nada por revisar').waitFor()
  await pictures(page, 'empty')

  for (const body of ['uno', 'dos', 'tres']) expect(await house.knock(foreign(body))).toBe(200)
  expect(await house.knock(senseless())).toBe(200)
  const rows = page.getByTestId('set-aside')
  await page.reload()
  await expect.poll(() => rows.count()).toBe(4)
  const oldest = rows.filter({ hasText: 'número que no está conectado' }).last()
  await oldest.getByRole('button', { name: 'Contenido' }).click()
  await page.getByText('"text": "uno"').waitFor()
  expect(await violations(page)).toEqual([])

  await oldest.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Procesar de nuevo' }).click()
  await rows.filter({ hasText: 'Volvió a fallar' }).waitFor()
  await pictures(page, 'full')
  await page.reload()

  await rows.filter({ hasText: 'Hilo no entiende' }).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Descartar', exact: true }).click()
  await expect.poll(() => rows.count()).toBe(3)
  await page.getByTestId('set-aside-dismissed').click()
  await rows.filter({ hasText: 'Descartado por Ana Morales' }).waitFor()
  expect(await violations(page)).toEqual([])
  await context.close()
})

/** The page in all lights; while it is full, with one row chosen and one opened. */
const pictures = (page: Page, name: 'empty' | 'full') =>
  inLights(page, name === 'full' ? LIGHTS : LIGHTS.filter(([, width]) => width !== 1024), async (light) => {
    await page.reload()
    await page.getByTestId('set-aside-waiting').waitFor()
    if (name === 'full') {
      await page.getByTestId('set-aside').first().getByRole('checkbox').check()
      await page.getByTestId('set-aside').last().getByRole('button', { name: 'Contenido' }).click()
    }
    await inspected(page, `set-aside-${name}-${light}`)
  })
