import { mkdirSync } from 'node:fs'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '#tools/browser.ts'
import { openDesk, signIn } from './desk.ts'
import { type House, messageBody, openHouse } from './house.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const PICTURES = path.resolve(import.meta.dirname, '../.screenshots')
const VIEWS = [
  ['light', 1440, 900],
  ['dark', 1440, 900],
  ['light', 1024, 768],
  ['dark', 390, 844],
  ['light', 390, 844],
] as const

let house: House
let browser: Browser
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
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
  const { page, context } = await openDesk(browser, house.demo)
  await signIn(page, house.demo)
  await page.goto(`${house.demo.url}/settings/set-aside`)
  await page.getByText('No hay nada por revisar').waitFor()
  await pictures('empty')

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
  await pictures('full', 'Contenido')

  await rows.filter({ hasText: 'Hilo no entiende' }).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Descartar', exact: true }).click()
  await expect.poll(() => rows.count()).toBe(3)
  await page.getByTestId('set-aside-dismissed').click()
  await rows.filter({ hasText: 'Descartado por Ana Morales' }).waitFor()
  expect(await violations(page)).toEqual([])
  await context.close()
})

/** The page in all views; `open` presses the first button of that name. No view may be wider than its window. */
async function pictures(name: string, open?: string): Promise<void> {
  // Signing in costs seconds; what is empty is the same in all widths between.
  for (const [scheme, width, height] of open ? VIEWS : VIEWS.filter((_, index) => index % 3 === 0)) {
    const { page, context } = await openDesk(browser, house.demo, { scheme, width, height })
    await signIn(page, house.demo)
    await page.goto(`${house.demo.url}/settings/set-aside`)
    await page.getByTestId('set-aside-waiting').waitFor()
    if (open) {
      await page.getByTestId('set-aside').first().getByRole('checkbox').check()
      await page.getByTestId('set-aside').last().getByRole('button', { name: open }).click()
    }
    await page.waitForTimeout(600)
    expect(await violations(page), `${name} ${scheme} ${width}`).toEqual([])
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
    expect(overflow, `${name} at ${width}`).toBeLessThanOrEqual(0)
    await page.screenshot({ path: path.join(PICTURES, `set-aside-${name}-${scheme}-${width}.png`) })
    await context.close()
  }
}

async function violations(page: Page): Promise<string[]> {
  await page.waitForTimeout(250)
  const { violations: found } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
