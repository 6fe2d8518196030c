import { createReadStream, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import { request } from 'undici'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MediaView, MessageView, ProblemView } from '#contract/views.ts'
import type { Media } from '#core/message/media.ts'
import { accepted, type House, openHouse, textFrom, until } from '../test-house.ts'

/*
 * Files that mean no good, or fare ill on the way, both ways, through the whole server. "Media: a wrong type by content, a
 * bomb, a 101 MB document, a link to a private address, an expired URL, a download cut half way: refused or retried with a
 * clear reason, memory bounded."
 */
const MB = 1024 * 1024
/** Hundreds of megabytes, on a machine that has more to do. */
const PATIENCE_MS = 45_000
/** Two or three files of a hundred megabytes would not fit; pieces of 64 kB do, with those not yet collected. */
const MEMORY_ALLOWED = 128 * MB

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** The header of a picture of 50,000 by 50,000: ten thousand million bytes once it is decoded. */
const BOMB = Buffer.from('89504e470d0a1a0a0000000d494844520000c3500000c35008060000002ffe3d04', 'hex')
const PROGRAM = Buffer.from(`MZ\x90\0${'\0'.repeat(60)}PE\0\0`, 'latin1')
const PDF = Buffer.from(`%PDF-1.7\n${'x'.repeat(2000)}\n%%EOF`)
const PIECE = Buffer.alloc(64 * 1024, 'a')

/** Writes so many bytes, never more than the other side reads. */
async function pour(response: ServerResponse, sizeBytes: number): Promise<void> {
  const closed = once(response, 'close')
  for (let sent = 0; sent < sizeBytes && !response.destroyed; sent += PIECE.length) {
    const more = response.write(PIECE.subarray(0, Math.min(PIECE.length, sizeBytes - sent)))
    if (!more) await Promise.race([once(response, 'drain'), closed])
  }
  response.end()
}

type Served = (response: ServerResponse, time: number) => unknown
type Case = {
  readonly mime: string
  readonly serve: Served
  readonly size?: number
  readonly url?: string
  readonly expected: object
}
const whole: Served = (response) => response.end(PDF)
const half = PDF.subarray(0, PDF.length / 2)
const stored = { state: 'stored', mime: 'application/pdf', sizeBytes: PDF.length, problem: null }

const CASES: Readonly<Record<string, Case>> = {
  'a program called a picture': {
    mime: 'image/jpeg',
    serve: (response) => response.end(PROGRAM),
    expected: { state: 'stored', mime: expect.not.stringContaining('image') },
  },
  'a picture of thousands of millions of pixels': {
    mime: 'image/png',
    serve: (response) => response.end(BOMB),
    expected: { state: 'stored', mime: 'image/png', pixels: { width: 50_000, height: 50_000 } },
  },
  'a document announced with 101 MB': {
    mime: 'application/pdf',
    size: 101 * MB,
    serve: whole,
    expected: { state: 'failed', problem: 'media-too-large' },
  },
  'a document that does not end': {
    mime: 'application/pdf',
    serve: (response) => pour(response, 101 * MB),
    expected: { state: 'failed', problem: 'media-too-large' },
  },
  'a link to the private network': {
    mime: 'application/pdf',
    url: 'http://169.254.169.254/latest/meta-data',
    serve: whole,
    expected: { state: 'failed', problem: 'media-address-refused' },
  },
  'a link that has run out': {
    mime: 'application/pdf',
    serve: (response, time) => (time === 1 ? response.writeHead(404).end() : response.end(PDF)),
    expected: stored,
  },
  'a download cut half way': {
    mime: 'application/pdf',
    serve: (response, time) => {
      if (time > 1) return response.end(PDF)
      response.writeHead(200, { 'content-length': PDF.length })
      return response.write(half, () => response.destroy())
    },
    expected: stored,
  },
  'a download that ends early and says nothing': {
    mime: 'application/pdf',
    size: PDF.length,
    serve: (response, time) => response.end(time === 1 ? half : PDF),
    expected: stored,
  },
  'ninety-nine megabytes': {
    mime: 'application/zip',
    size: 99 * MB,
    serve: (response) => pour(response, 99 * MB),
    expected: { state: 'stored', sizeBytes: 99 * MB },
  },
}
const names = Object.keys(CASES)

/** Plays Meta for the cases: what it says of each file, and the files. */
function serveCases(): void {
  const times = new Map<string, number>()
  house.answerWith((call, response) => {
    const url = new URL(call.url, house.config.graphUrl)
    const name = names[Number(url.pathname.split('/').at(-1)) - 100] ?? ''
    const found = CASES[name]
    if (!found) return accepted(call, response)
    if (!url.pathname.startsWith('/file')) {
      const at = found.url ?? `${house.config.graphUrl}/file/${names.indexOf(name) + 100}`
      return void response.end(JSON.stringify({ url: at, mime_type: found.mime, file_size: found.size }))
    }
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    found.serve(response, time)
  })
}

const FROM = '5215511130001'
/** A message of a customer with each of the files. */
function filesFrom(from: string): string {
  const body = JSON.parse(textFrom(from, 'x')) as { entry: { changes: { value: { messages: object[] } }[] }[] }
  const messages = names.map((name, index) => {
    const mime_type = CASES[name]?.mime ?? ''
    const type = mime_type.startsWith('image') ? 'image' : 'document'
    const timestamp = String(Math.floor(Date.now() / 1000))
    return { from, id: `wamid.hostile${index}`, timestamp, type, [type]: { id: String(index + 100), mime_type } }
  })
  for (const { changes } of body.entry) for (const { value } of changes) value.messages = messages
  return JSON.stringify(body)
}

/** How much the process grows meanwhile, at most. */
async function growthOf<Result>(work: () => Promise<Result>): Promise<{ result: Result; growth: number }> {
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 10)
  try {
    return { result: await work(), growth: most - before }
  } finally {
    clearInterval(timer)
  }
}

const incoming = () => readdirSync(path.join(house.config.dataDir, 'media', 'incoming'))

describe('what a customer sends', () => {
  const media = new Map<string, Media>()
  let grown = 0

  beforeAll(async () => {
    serveCases()
    const { id } = await house.write(FROM, 'Le mando los papeles')
    const { growth } = await growthOf(async () => {
      await house.knock(filesFrom(FROM))
      await until(async () => {
        const { body } = await house.api<{ data: MessageView[] }>('GET', `/api/v1/conversations/${id}/messages`)
        for (const { wireId, content } of body.data) {
          const file = content['media'] as Media | undefined
          const name = names[Number(/hostile(\d+)/.exec(wireId ?? '')?.[1])]
          if (name !== undefined && file && file.state !== 'waiting') media.set(name, file)
        }
        return media.size === names.length || undefined
      }, PATIENCE_MS)
    })
    grown = growth
  }, 60_000)

  test.each(names)('%s', (name) => expect(media.get(name)).toMatchObject(CASES[name]?.expected ?? {}))

  test('takes memory for pieces, not for files, and leaves no pieces behind', () => {
    expect(grown).toBeLessThan(MEMORY_ALLOWED)
    expect(incoming()).toEqual([])
  })

  test('what is not what it is called is only ever downloaded', async () => {
    const file = await house.api('GET', `/api/v1/media/${media.get('a program called a picture')?.mediaId}`)
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('what we send', () => {
  const upload = <Body = MediaView>(body: Blob, mime = 'application/octet-stream') =>
    house.api<Body>('POST', '/api/v1/media', body, { 'content-type': mime, 'x-filename': 'foto.png' })
  const send = <Body = MessageView>(to: string, content: object) =>
    house.api<Body>('POST', '/api/v1/messages', { to: { conversationId: to }, content })

  test('a picture of too many pixels goes as a document only; a program goes as no picture', async () => {
    serveCases()
    const { id } = await house.write('5215511130002', 'hola')
    const { body: bomb } = await upload(new Blob([BOMB]), 'image/png')
    expect(bomb.pixels).toEqual({ width: 50_000, height: 50_000 })
    const refused = await send<ProblemView>(id, { kind: 'image', mediaId: bomb.id })
    expect(refused).toMatchObject({ status: 422, body: { code: 'media-too-many-pixels' } })
    expect(refused.body.errors).toMatchObject([{ field: 'media', found: '50000 × 50000' }])
    expect((await send(id, { kind: 'document', mediaId: bomb.id })).status).toBe(202)
    const { body: program } = await upload(new Blob([PROGRAM]), 'image/png')
    expect(await send(id, { kind: 'image', mediaId: program.id })).toMatchObject({
      status: 415,
      body: { code: 'media-type-not-allowed' },
    })
  })

  /** Without the buffering of `fetch`, which would be measured too. */
  async function uploadFrom<Body = MediaView>(file: string) {
    const answer = await request(`${house.url}/api/v1/media`, {
      method: 'POST',
      headers: { authorization: `Bearer ${house.config.demo?.apiKey}`, 'content-type': 'application/octet-stream' },
      body: createReadStream(file),
    })
    return { status: answer.statusCode, body: (await answer.body.json()) as Body }
  }

  test('a hundred megabytes go up and out in pieces; one byte more does not', async () => {
    const { id } = await house.write('5215511130003', 'hola')
    const file = path.join(house.config.dataDir, 'hundred')
    writeFileSync(file, '')
    truncateSync(file, 100 * MB)
    const { growth } = await growthOf(async () => {
      const { body } = await uploadFrom(file)
      const sent = await send(id, { kind: 'document', mediaId: body.id })
      const status = async () => (await house.api<MessageView>('GET', `/api/v1/messages/${sent.body.id}`)).body.status
      await until(async () => (await status()) === 'accepted' || undefined, PATIENCE_MS)
    })
    expect(growth).toBeLessThan(MEMORY_ALLOWED)
    truncateSync(file, 100 * MB + 1)
    expect(await uploadFrom<ProblemView>(file)).toMatchObject({ status: 413, body: { code: 'media-too-large' } })
    expect(incoming()).toEqual([])
  }, 60_000)

  test('a form that breaks off is told so and leaves nothing behind', async () => {
    const form = '--B\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7 and no end'
    const cut = await upload<ProblemView>(new Blob([form]), 'multipart/form-data; boundary=B')
    expect(cut).toMatchObject({ status: 400, body: { code: 'media-cut' } })
    expect(incoming()).toEqual([])
  })

  test.each([
    'http://127.0.0.1:5432/',
    'http://[::ffff:10.0.0.1]/a.pdf',
    'http://169.254.169.254/latest/meta-data',
    'http://2130706433/',
    'http://localhost/a.pdf',
    'https://someone:secret@example.com/a.pdf',
    'file:///etc/passwd',
  ])('a link to %s is not followed', async (link) => {
    const answer = await house.api('POST', '/api/v1/media/imports', { link })
    expect(answer).toMatchObject({ status: 422, body: { code: 'media-address-refused' } })
    expect(answer.body.errors).toMatchObject([{ field: 'link' }])
  })

  test('a link that leads nowhere is told of as a link, not as a file of WhatsApp', async () => {
    const link = 'https://nowhere.invalid/a.pdf'
    const answer = await house.api<ProblemView>('POST', '/api/v1/media/imports', { link })
    expect(answer).toMatchObject({ status: 422, body: { code: 'media-link-unreachable' } })
    const tooLong = await house.api('POST', '/api/v1/media/imports', {
      link: `https://example.com/${'a'.repeat(2000)}`,
    })
    expect(tooLong.status).toBe(422)
  })
})
