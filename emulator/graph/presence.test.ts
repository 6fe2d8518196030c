import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleOf } from '../samples/samples.ts'
import { errorOf, SALES, startTestWorld, TOKEN, type TestWorld } from '../testing.ts'
import { fieldsOf, listOf } from '../json.ts'

const photo = sampleOf('image')?.bytes ?? Buffer.alloc(0)

let world: TestWorld
beforeAll(async () => {
  world = await startTestWorld()
})
afterAll(() => world.close())

const profile = (body: object) =>
  world.graph('POST', `${SALES}/whatsapp_business_profile`, { messaging_product: 'whatsapp', ...body })

it('a number shows the picture whose handle it was given, to anybody', async () => {
  const { body } = await world.graph(
    'POST',
    `900/uploads?file_name=a.jpg&file_length=${photo.length}&file_type=image/jpeg`,
  )
  const sent = await fetch(`${world.emulator.url}/v26.0/${String(body['id'])}`, {
    method: 'POST',
    headers: { authorization: `OAuth ${TOKEN}`, file_offset: '0' },
    body: new Uint8Array(photo),
  })
  const { h } = (await sent.json()) as { h: string }
  expect((await profile({ profile_picture_handle: h })).status).toBe(200)
  const shown = await world.graph('GET', `${SALES}/whatsapp_business_profile?fields=profile_picture_url`)
  const picture = await fetch(String(fieldsOf(listOf(shown.body['data'])[0])['profile_picture_url']))
  expect((await picture.arrayBuffer()).byteLength).toBe(photo.length)
})

it('a handle nobody gave is refused, and so is a picture nobody shows', async () => {
  expect(errorOf(await profile({ profile_picture_handle: '4::x' }))).toMatchObject({ code: 100 })
  const hidden = await world.emulator.world.media.add({
    bytes: photo,
    mime: 'image/jpeg',
    owner: 'customer',
    number: SALES,
    filename: null,
  })
  expect((await fetch(`${world.emulator.url}/profile-pictures/${hidden.id}`)).status).toBe(404)
})

it('a short link has a picture in the format that was asked for', async () => {
  const make = (format: string) =>
    world.graph('POST', `${SALES}/message_qrdls`, { prefilled_message: 'Hola', generate_qr_image: format })
  const { body } = await make('SVG')
  expect((await fetch(String(body['qr_image_url']))).headers.get('content-type')).toBe('image/svg+xml')
  expect(errorOf(await make('BMP'))).toMatchObject({ code: 100 })
  const listed = await world.graph('GET', `${SALES}/message_qrdls?fields=code,qr_image_url.format(PNG)`)
  expect(listOf(listed.body['data'])).toMatchObject([{ qr_image_url: expect.stringMatching(/\.png$/) }])
})
