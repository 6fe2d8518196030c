import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '#tools/browser.ts'
import { deskAt, openConversation } from './desk.ts'
import { type House, openHouse, until } from './house.ts'
import { picture } from './look.ts'

/** A browser with a microphone that beeps. */
const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
const NAME = 'Mateo Quispe'

let house: House
let browser: Browser
beforeAll(async () => {
  house = await openHouse({ story: true })
  browser = await launchBrowser(MICROPHONE)
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

let page: Page
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(page, 'failed-media')
  await page?.context().close()
})

type Bubble = { readonly from: string; readonly kind: string; readonly message: Record<string, unknown> }
const chat = () => `/phones/mateo/chats/${house.demo.phoneNumberIds[1]}`
const newest = async () => (await house.control<{ data: Bubble[] }>('GET', chat())).data.at(-1)

test('a voice note recorded here arrives as one, in Opus; one from the telephone has its waveform and plays', async () => {
  page = (await deskAt(browser, house.demo, '/inbox')).page
  await openConversation(page, NAME)
  await page.getByRole('button', { name: 'Grabar una nota de voz' }).click()
  const recorder = page.getByRole('group', { name: 'Grabando nota de voz' })
  await recorder.getByText('0:01').waitFor()
  await page.getByRole('button', { name: 'Pausar la grabación' }).click()
  await page.getByRole('button', { name: 'Seguir grabando' }).click()
  await page.getByTestId('voice-send').click()
  await until('the voice note to be on the telephone', async () => (await newest())?.kind === 'audio')
  expect((await newest())?.message).toMatchObject({
    type: 'audio',
    audio: { voice: true, mime_type: 'audio/ogg; codecs=opus' },
  })

  await house.control('POST', `${chat()}/messages`, { kind: 'voice', sample: true })
  const theirs = page.locator('[data-testid="thread-message"][data-direction="in"]').last()
  await theirs.getByText('0:06').waitFor()
  const heights = await theirs.locator('svg rect').evaluateAll((bars) => bars.map((bar) => bar.getAttribute('height')))
  expect(new Set(heights).size).toBeGreaterThan(10)
  await theirs.getByRole('button', { name: 'Reproducir' }).click()
  await theirs.getByRole('button', { name: 'Pausar' }).waitFor()
})

test('a picture that would fill the memory is not drawn; one WhatsApp does not take is turned into one it does', async () => {
  page = (await deskAt(browser, house.demo, '/inbox')).page
  await openConversation(page, NAME)
  const bomb = Buffer.from('89504e470d0a1a0a0000000d494844520000c3500000c35008060000002ffe3d04', 'hex')
  const stored = await fetch(`${house.demo.emulatorUrl}/control/v1/media`, {
    method: 'POST',
    headers: { 'content-type': 'image/png' },
    body: bomb,
  })
  const { mediaId } = (await stored.json()) as { mediaId: string }
  await house.control('POST', `${chat()}/messages`, { kind: 'image', mediaId })
  await page.getByText('La imagen es demasiado grande para mostrarla aquí.').waitFor()

  const webp = await page.evaluate(`(async () => {
    const canvas = new OffscreenCanvas(64, 48)
    canvas.getContext('2d').fillRect(0, 0, 64, 48)
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp' })).arrayBuffer())]
  })()`)
  const file = { name: 'foto.webp', mimeType: 'image/webp', buffer: Buffer.from(webp as number[]) }
  await page.locator('input[type="file"]').setInputFiles(file)
  await page.getByText('Convertida a JPEG').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Enviar' }).click()
  await until('the picture to be on the telephone', async () => {
    const { from, kind } = (await newest()) ?? {}
    return from === 'business' && kind === 'image'
  })
  expect((await newest())?.message).toMatchObject({ image: { mime_type: 'image/jpeg' } })
})
