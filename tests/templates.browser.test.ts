import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '#tools/browser.ts'
import { deskAt } from './desk.ts'
import { type House, openHouse, textBody } from './house.ts'
import { inLights, inspected, LIGHTS, picture, violations } from './look.ts'

let house: House
let browser: Browser
beforeAll(async () => {
  house = await openHouse()
  browser = await launchBrowser()
  expect(await house.knock(textBody(house.demo, 'hola'))).toBe(200)
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const finding = (page: Page, code: string) => page.locator(`[data-testid="finding"][data-code="${code}"]`)
const status = (page: Page, wanted: string) => page.locator(`h1 ~ [data-status="${wanted}"]`)

test('a template is written, read while one types, mended, given examples, submitted and approved', async () => {
  const { page, context } = await deskAt(browser, house.demo, '/inbox')
  await page.getByTestId('conversation-row').first().waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.getByTestId('template-row').first().waitFor()
  await page.keyboard.press('n')

  await page.getByTestId('text-name').fill('Aviso de Cuota')
  await page.getByTestId('text-body').fill('Hola {{1}}  {{2}}, su cuota bence el {{3}}. Gracias por su pago.')
  await finding(page, 'spelling').waitFor()
  await page.getByRole('button', { name: /^Corregir \d/ }).click()
  expect(await page.getByTestId('text-name').inputValue()).toBe('aviso_de_cuota')
  expect(await page.getByTestId('text-body').inputValue()).toBe(
    'Hola {{1}}, {{2}}, su cuota bence el {{3}}. Gracias por su pago.',
  )
  await finding(page, 'spelling').getByRole('button', { name: 'Cambiar por «vence»' }).click()
  await page.keyboard.press('ControlOrMeta+z')
  expect(await page.getByTestId('text-body').inputValue()).toContain('bence')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  expect(await page.getByTestId('text-body').inputValue()).toContain('vence')

  await page.getByTestId('submit-template').click()
  await finding(page, 'example-missing').first().getByRole('button').first().click()
  expect(await page.evaluate('document.activeElement.dataset.place')).toBe('body#1')
  await page.getByTestId('suggest-samples').click()
  await page.getByTestId('phone-preview').getByText('Hola Lucía').waitFor()
  await addButton(page, 'Respuesta rápida', 'Pagar ahora')
  await addButton(page, 'Respuesta rápida', 'Hablar con alguien')
  await page.locator('[data-handle]').last().press('ArrowUp')
  expect(await page.getByTestId('text-buttons.0').inputValue()).toBe('Hablar con alguien')
  await page.getByTestId('phone-preview').getByText('Pagar ahora').click()

  await page.getByTestId('preview-contact').click()
  await page.getByRole('menuitem', { name: 'Prueba' }).click()
  await page.getByTestId('phone-preview').getByText('Hola Prueba').waitFor()
  await page.getByTestId('saved').waitFor()
  expect(await violations(page)).toEqual([])

  await page.getByTestId('submit-template').click()
  await status(page, 'APPROVED').waitFor()
  await page.getByTestId('template-menu').click()
  await page.getByRole('menuitem', { name: 'Historial' }).click()
  await page.getByTestId('timeline').getByText('Se presentó a Meta').waitFor()
  expect(await violations(page)).toEqual([])
  await context.close()
})

test('a rejected template is repaired and submitted again without leaving the screen', async () => {
  await house.control('PUT', '/review', { next: [{ outcome: 'REJECTED', reason: 'ABUSIVE_CONTENT' }] })
  const { page, context } = await deskAt(browser, house.demo, '/templates/new')
  await write(page, 'cobro_pendiente', 'Hola {{1}}, si no paga hoy publicaremos su deuda en sus redes sociales.')
  await page.getByTestId('submit-template').click()
  await status(page, 'REJECTED').waitFor()
  await page.getByTestId('reason').getByText('contenido abusivo').waitFor()
  await page.getByText('Lo que Meta señaló').waitFor()
  await page.getByTestId('finding').first().getByRole('button').first().click()
  expect(await page.evaluate('document.activeElement.dataset.place')).toBe('body')
  expect(await violations(page)).toEqual([])
  await picture(page, 'template-rejected')

  await page
    .getByTestId('text-body')
    .fill('Hola {{1}}, su cuota está pendiente. Si ya pagó, no hace falta que haga nada.')
  await page.getByTestId('submit-template').click()
  await status(page, 'APPROVED').waitFor()
  expect(await page.getByTestId('reason').count()).toBe(0)
  await context.close()
})

test('a paused template says why, and what was changed elsewhere is told to who writes', async () => {
  const { page, context } = await deskAt(browser, house.demo, '/templates/new')
  await write(page, 'aviso_de_visita', 'Hola {{1}}, el técnico va a su domicilio en la mañana. Por favor espérelo.')
  await page.getByTestId('submit-template').click()
  await status(page, 'APPROVED').waitFor()
  await house.control('PATCH', '/templates/aviso_de_visita', { status: 'PAUSED', reason: 'FIRST_PAUSE' })
  await status(page, 'PAUSED').waitFor()
  await page.getByTestId('reason').waitFor()
  await picture(page, 'template-paused')

  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const { body } = await house.api<Detail>('GET', `/templates/${id}`)
  const theirs = { ...body.content, components: [{ type: 'BODY', text: 'Hola, mañana va el técnico a su domicilio.' }] }
  const changed = await house.api('POST', `/templates/${id}`, { revision: body.revision, body: theirs })
  expect(changed.status).toBe(200)
  await expect.poll(() => page.getByTestId('text-body').inputValue()).toContain('mañana va el técnico')
  await page.keyboard.press('ControlOrMeta+z')
  expect(await page.getByTestId('text-body').inputValue()).toContain('espérelo')
  await context.close()
})

type Detail = { readonly revision: number; readonly content: object }

test('what was written stays on this machine while the server is away, and two who write lose nothing', async () => {
  const { page, context } = await deskAt(browser, house.demo, '/templates/new')
  await write(page, 'aviso_de_envio', 'Hola {{1}}, su paquete va en camino. Llega mañana por la tarde.')
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await context.route('**/api/v1/templates/**', (route) => route.abort())
  await page.getByTestId('text-body').fill('Hola {{1}}, su paquete llega hoy. Lo lleva un mensajero.')
  await page.getByText('Guardado en este equipo').waitFor()
  const { body } = await house.api<{ revision: number; draft: { body: object } }>('GET', `/templates/${id}`)
  const theirs = { ...body.draft.body, components: [{ type: 'BODY', text: 'Hola, su paquete se retrasa un día.' }] }
  expect((await house.api('POST', `/templates/${id}`, { revision: body.revision, body: theirs })).status).toBe(200)
  await context.unroute('**/api/v1/templates/**')
  await page.getByTestId('conflict').waitFor()
  expect(await violations(page)).toEqual([])
  await picture(page, 'template-conflict')
  await page.getByRole('button', { name: 'Seguir con lo mío' }).click()
  await page.getByTestId('saved').waitFor()
  expect(await page.getByTestId('text-body').inputValue()).toContain('llega hoy')
  await page.keyboard.press('ControlOrMeta+z')
  expect(await page.getByTestId('text-body').inputValue()).toContain('se retrasa')
  await context.close()
})

test('the list and the builder are readable in every light and width, and nothing is wider than its window', async () => {
  const { page, context } = await deskAt(browser, house.demo, '/templates')
  await inLights(page, LIGHTS.slice(0, 4), async (name, [, width]) => {
    await page.goto(`${house.demo.url}/templates`)
    await page.getByTestId('template-row').first().waitFor()
    await inspected(page, `templates-${name}`)
    await page.locator('[data-name="aviso_legal"]').click()
    await page.getByTestId('text-body').waitFor()
    await inspected(page, `template-${name}`)
    if (width > 390) return
    for (const pane of ['findings', 'preview']) {
      await page.getByTestId(`pane-${pane}`).click()
      await inspected(page, `template-${pane}-${name}`)
    }
  })
  await page.goto(`${house.demo.url}/templates?q=nada-se-llama-asi`)
  await page.getByText('Ninguna plantilla así').waitFor()
  await context.close()
}, 300_000)

async function write(page: Page, name: string, body: string): Promise<void> {
  await page.getByTestId('text-name').fill(name)
  await page.getByTestId('text-body').fill(body)
  await page.getByTestId('suggest-samples').click()
  await page.getByTestId('saved').waitFor()
  await page.waitForURL((url) => !url.pathname.endsWith('/new'))
}

async function addButton(page: Page, kind: string, text: string): Promise<void> {
  const before = await page.getByTestId('template-button').count()
  await page.getByTestId('add-button').click()
  await page.getByRole('menuitem', { name: kind }).click()
  await page.getByTestId(`text-buttons.${before}`).fill(text)
}
