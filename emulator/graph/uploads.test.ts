import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Fields, fieldsOf, listOf } from '../json.ts'
import { sampleOf } from '../samples/samples.ts'
import { errorOf, startTestWorld, type TestWorld, TOKEN, WABA } from '../testing.ts'

let world: TestWorld
beforeEach(async () => void (world = await startTestWorld()))
afterEach(() => world.close())

const begin = (query: Record<string, string>) => world.graph('POST', `900/uploads?${new URLSearchParams(query)}`)
const picture = (): Buffer => sampleOf('image')?.bytes ?? Buffer.alloc(0)
const session = async () => {
  const { body } = await begin({ file_name: 'a.jpg', file_length: String(picture().length), file_type: 'image/jpeg' })
  return String(body['id'])
}
async function put(id: string, offset: number | null, bytes: Buffer): Promise<{ status: number; body: Fields }> {
  const response = await fetch(`${world.emulator.url}/v26.0/${id}`, {
    method: 'POST',
    headers: { authorization: `OAuth ${TOKEN}`, ...(offset === null ? {} : { file_offset: String(offset) }) },
    body: new Uint8Array(bytes),
  })
  return { status: response.status, body: fieldsOf(await response.json()) }
}
const create = (handle: unknown) =>
  world.graph('POST', `${WABA}/message_templates`, {
    name: 'con_foto',
    language: 'es',
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: [handle] } },
      { type: 'BODY', text: 'Mira la nueva sucursal de la calle Real.' },
    ],
  })

describe('a resumable upload', () => {
  it('gives a handle that a template can show, and its address afterwards', async () => {
    const { body } = await put(await session(), 0, picture())
    expect(String(body['h'])).toMatch(/^4::/)
    const { body: made, status } = await create(body['h'])
    expect(status).toBe(200)
    const { body: template } = await world.graph('GET', String(made['id']))
    const [address] = listOf(fieldsOf(fieldsOf(listOf(template['components'])[0])['example'])['header_handle'])
    const shown = await fetch(String(address))
    expect(Buffer.from(await shown.arrayBuffer()).equals(picture())).toBe(true)
  })
  it('goes on where it stopped', async () => {
    const id = await session()
    const half = Math.floor(picture().length / 2)
    await put(id, 0, picture().subarray(0, half))
    expect((await world.graph('GET', id)).body).toMatchObject({ file_offset: half })
    expect(errorOf(await put(id, 0, picture().subarray(half)))).toMatchObject({ code: 100 })
    expect((await put(id, half, picture().subarray(half))).body).toHaveProperty('h')
    expect((await world.graph('GET', id)).status).toBe(400)
  })
  it('is refused without an offset, with more bytes than announced, and to strangers', async () => {
    const id = await session()
    expect((await put(id, null, picture())).status).toBe(400)
    expect((await put(id, 0, Buffer.concat([picture(), Buffer.from('x')]))).status).toBe(400)
    expect((await put(id, 0, Buffer.alloc(0))).status).toBe(400)
    expect((await fetch(`${world.emulator.url}/v26.0/${id}`)).status).toBe(401)
    expect((await put('upload:none?sig=x', 0, picture())).status).toBe(400)
  })
  it.each<[string, Record<string, string>]>([
    ['of a type templates do not show', { file_length: '10', file_type: 'image/gif' }],
    ['of no size', { file_type: 'image/png' }],
    ['too large for a picture', { file_length: String(6 * 1024 * 1024), file_type: 'image/png' }],
  ])('%s is not begun', async (_, query) => {
    expect((await begin({ file_name: 'x', ...query })).status).toBe(400)
  })
  it('runs out, and so does its handle', async () => {
    const id = await session()
    const handle = (await put(await session(), 0, picture())).body['h']
    await world.control('POST', 'clock', { advanceMs: 24 * 3_600_000 })
    expect((await world.graph('GET', id)).status).toBe(400)
    await world.control('POST', 'clock', { advanceMs: 30 * 24 * 3_600_000 })
    expect(errorOf(await create(handle))).toMatchObject({ error_subcode: 2494102 })
  })
})
