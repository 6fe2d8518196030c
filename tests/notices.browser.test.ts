import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '#tools/browser.ts'
import { deskAt, openConversation } from './desk.ts'
import { type House, openHouse, textBody, until } from './house.ts'
import { inLights, inspected, LIGHTS, picture, violations } from './look.ts'

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

const tell = (sample: string) => house.control('POST', '/notices', { sample })

test('an administrator reads what Meta told, sees how the numbers stand, and says that it was seen', async () => {
  expect(await house.knock(textBody(house.demo, 'hola'))).toBe(200)
  const { page, context } = await deskAt(browser, house.demo, '/settings/notices')
  await page.getByText('Nada por ver').waitFor()
  expect(await page.getByTestId('notice-badge').count()).toBe(0)

  const samples = [
    ...['limit-told', 'name-approved', 'number-flagged', 'account-restricted', 'template-category-announced'],
    ...[
      'template-quality',
      'pin-reset-asked',
      'name-rejected',
      'alert-warning',
      'account-violation',
      'template-edited',
    ],
  ]
  for (const sample of samples) await tell(sample)
  await tell('number-flagged')
  await house.control('POST', '/notices', { field: 'moon_phase_update', value: { phase: 'full' } })
  await until('the notices', async () => {
    await page.reload()
    return (await page.getByTestId('notice').count()) >= 8
  })
  const danger = page.locator('[data-code="pin-reset-asked"]')
  await danger.getByText('Alguien pidió quitar el PIN').waitFor()
  await page.getByTestId('line-standing').getByText('baja').waitFor()
  await page.getByTestId('notice-badge').first().waitFor()
  await danger.getByRole('button', { name: 'Lo que envió Meta' }).click()
  await danger.getByText('"event": "PIN_RESET_REQUEST"').waitFor()
  expect(await violations(page)).toEqual([])
  await inLights(page, LIGHTS, async (light) => {
    await page.reload()
    await page.getByTestId('notice').first().waitFor()
    await inspected(page, `notices-${light}`)
  })
  await inLights(page, LIGHTS.slice(0, 1), () => Promise.resolve())

  const before = await page.getByTestId('notice').count()
  await danger.getByRole('button', { name: 'Visto:' }).click()
  await expect.poll(() => page.getByTestId('notice').count()).toBe(before - 1)
  await page.getByTestId('notices-all').click()
  await danger.getByText('visto por Ana Morales').waitFor()
  await page.locator('[data-code="unknown"]').getByText('moon_phase_update').first().waitFor()
  await page.getByTestId('notices-new').click()
  await page.getByRole('button', { name: 'Marcar como vistos' }).click()
  await page.getByText('Nada por ver').waitFor()
  await expect.poll(() => page.getByTestId('notice-badge').count()).toBe(0)
  await context.close()
}, 300_000)

/** Most are told by a status, these in the answer. 190 comes last: it cuts the number off. */
const AT_ONCE: readonly number[] = [368, 190]
const FAILURES = [131047, 131026, 131049, 131050, 131053, 132001, 131042, 368, 131048, 130472, 137000, 999999, 190]

/** With HILO_PICTURES set every failure is pictured and looked through by axe, else the first four. */
test('every failure says why, whose it is and what helps, with the button for it', async () => {
  const customers = FAILURES.map((_, index) => ({ from: `52155000010${String(index).padStart(2, '0')}` }))
  const knocks = customers.map(({ from }) => house.knock(textBody(house.demo, 'hola', { from })))
  expect(new Set(await Promise.all(knocks))).toEqual(new Set([200]))
  for (const [index, code] of FAILURES.entries()) {
    const from = customers[index]?.from ?? ''
    const to = await until(`conversation ${code}`, async () => {
      const { body } = await house.api<{ data: { id: string; contact: { phone: string } }[] }>(
        'GET',
        '/conversations?limit=100',
      )
      return body.data.find(({ contact }) => contact.phone === `+${from}`)?.id
    })
    await house.control('PUT', '/faults', {
      nextSend: [{ code, mode: AT_ONCE.includes(code) ? 'sync' : 'async' }],
    })
    const content = { kind: 'text', text: `Buenas, le escribimos por su solicitud ${code}.` }
    const sent = await house.api<{ id: string }>('POST', '/messages', { to: { conversationId: to }, content })
    expect(sent.status).toBe(202)
    const problem = await until(`failure ${code}`, async () => {
      const { body } = await house.api<{ problem: { code: string; cause: string } | null }>(
        'GET',
        `/messages/${sent.body.id}`,
      )
      return body.problem
    })
    expect(problem.code).toBe(String(code))
  }
  await house.control('DELETE', '/faults')

  const { page, context } = await deskAt(browser, house.demo, '/inbox?view=failed')
  const row = (code: number) => page.getByTestId('conversation-row').filter({ hasText: `${code} ·` })
  await row(131042).getByText('Meta no puede cobrar').waitFor()
  expect(await violations(page)).toEqual([])

  await openConversation(page, '131047 ·')
  await page.getByText('Pasaron más de 24 horas').last().waitFor()
  await page.getByRole('button', { name: 'Enviar plantilla' }).first().click()
  await page.getByPlaceholder('Buscar por nombre o texto').waitFor()
  await openConversation(page, '131050 ·')
  await page.getByText('No insista').first().waitFor()
  expect(await page.getByRole('button', { name: 'Reintentar' }).count()).toBe(0)
  await openConversation(page, '999999 ·')
  await page.getByText('un motivo que Hilo aún no conoce').last().waitFor()

  const desks = await Promise.all([
    deskAt(browser, house.demo, '/inbox?view=failed'),
    deskAt(browser, house.demo, '/inbox?view=failed', { scheme: 'dark', width: 390, height: 844 }),
  ])
  const pictured = process.env['HILO_PICTURES'] ? FAILURES : FAILURES.slice(0, 4)
  for (const [index, code] of pictured.entries()) {
    const name = index % 2 === 0 ? 'light-1440' : 'dark-390'
    const desk = desks[index % 2 === 0 ? 0 : 1].page
    if (index > 1) await desk.goto(`${house.demo.url}/inbox?view=failed`)
    const failed = desk.getByTestId('conversation-row').filter({ hasText: `${code} ·` })
    await failed.waitFor()
    if (index < 2) await picture(desk, `failed-view-${name}`)
    await failed.click()
    await desk.getByTestId('thread-message').last().waitFor()
    await desk.waitForTimeout(400)
    expect(await violations(desk), `${code} ${name}`).toEqual([])
    await picture(desk, `failure-${code}-${name}`)
  }
  for (const desk of desks) await desk.context.close()
  await context.close()
}, 300_000)
