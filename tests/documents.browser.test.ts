import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { pdfPage } from '#emulator/samples/pdf.ts'
import { launchBrowser } from '#tools/browser.ts'
import { deskAt, openConversation } from './desk.ts'
import { type House, openHouse } from './house.ts'
import { inspected, picture } from './look.ts'

/** Two workers begin, and read more than a megabyte of code. */
const SLOW = { timeout: 15_000 }
const NAME = 'Mateo Quispe'
const FINE = pdfPage(['Comprobante de domicilio', 'Calle Larco 345, Miraflores']).toString('latin1')
/** Each is a PDF by its content; none is good to look at. */
const HOSTILE = {
  'cortado.pdf': FINE.slice(0, 300),
  'largo.pdf': FINE.replace('[0 0 595 842]', '[0 0 1 1000000]'),
  'ancho.pdf': FINE.replace('[0 0 595 842]', '[0 0 1000000 1]'),
  'circular.pdf': FINE.replace('/Kids [3 0 R] /Count 1', '/Kids [2 0 R] /Count 9'),
  'cifrado.pdf': FINE.replace(
    '/Root 1 0 R',
    `/Root 1 0 R /ID [<01> <01>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
  ),
}

let house: House
let browser: Browser
beforeAll(async () => {
  house = await openHouse({ story: true })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

let page: Page
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(page, 'failed-documents')
  await page?.context().close()
})

async function sendPdf(filename: string, content: string): Promise<void> {
  const stored = await fetch(`${house.demo.emulatorUrl}/control/v1/media`, {
    method: 'POST',
    headers: { 'content-type': 'application/pdf', 'x-filename': filename },
    body: Buffer.from(content, 'latin1'),
  })
  const { mediaId } = (await stored.json()) as { mediaId: string }
  const chat = `/phones/mateo/chats/${house.demo.phoneNumberIds[1]}`
  await house.control('POST', `${chat}/messages`, { kind: 'document', mediaId, filename })
}

test('a PDF shows its first page and opens; one that is broken, locked or absurd shows its name alone', async () => {
  page = (await deskAt(browser, house.demo, '/inbox', { height: 1_300 })).page
  const said: string[] = []
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
  await openConversation(page, NAME)
  await sendPdf('domicilio.pdf', FINE)
  await page.getByRole('button', { name: 'Abrir domicilio.pdf' }).waitFor()
  await page.getByText('1 página · PDF').waitFor()
  for (const [filename, content] of Object.entries(HOSTILE)) await sendPdf(filename, content)
  const bubbles = page.getByTestId('thread-message')
  for (const filename of Object.keys(HOSTILE)) {
    const bubble = bubbles.filter({ hasText: filename })
    await bubble.locator(`a[download="${filename}"]`).waitFor()
    await bubble.locator('.skeleton').waitFor({ state: 'detached' })
    expect(await bubble.locator('img').count(), filename).toBe(0)
  }
  await expect.poll(() => page.workers().length, { ...SLOW, message: 'workers that go on' }).toBe(0)

  await page.getByRole('button', { name: 'Abrir domicilio.pdf' }).click()
  const sheet = page.getByRole('img', { name: 'Página 1' })
  await sheet.waitFor()
  await expect.poll(() => page.evaluate(INK), SLOW).toBeGreaterThan(100)
  await inspected(page, 'document-viewer')
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await expect.poll(() => page.workers().length, SLOW).toBe(0)
  expect(said, 'what the browser refused, by the page’s policy or else').toEqual([])
})

/** How many points of the first page are dark. */
const INK = `(() => {
  const canvas = document.querySelector('canvas[aria-label="Página 1"]')
  const points = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
  let dark = 0
  for (let at = 0; at < points.length; at += 4) if (points[at] < 100 && points[at + 3] > 0) dark++
  return dark
})()`
