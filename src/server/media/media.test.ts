import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import type { AccountId } from '#core/account/account.ts'
import { cleanName } from '../api/media.ts'
import { boundaryOf, firstFile } from './multipart.ts'
import { createMediaStore } from './store.ts'
import { isAnimatedWebp } from '#core/message/pixels.ts'
import { isInline, typeOfFile } from './type.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'hilo-media-'))
afterAll(() => rmSync(folder, { recursive: true }))
const ACCOUNT = '0190a000-0000-7000-8000-000000000001' as AccountId
const store = createMediaStore(path.join(folder, 'store'))

async function* pieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const collect = async (source: AsyncIterable<Uint8Array>) => {
  let text = ''
  for await (const chunk of source) text += Buffer.from(chunk).toString()
  return text
}

test('a file is stored once under the hash of its content, and read in parts', async () => {
  for (let time = 0; time < 2; time++) {
    const draft = await store.receive(pieces(Buffer.from('hola mundo'), 3), 100)
    expect(draft).toMatchObject({ sizeBytes: 10 })
    await draft?.keep(ACCOUNT)
  }
  const [prefix = ''] = readdirSync(path.join(folder, 'store', ACCOUNT))
  const [sha256 = ''] = readdirSync(path.join(folder, 'store', ACCOUNT, prefix))
  expect(sha256.startsWith(prefix)).toBe(true)
  expect(readFileSync(store.path(ACCOUNT, sha256), 'utf8')).toBe('hola mundo')
  const part = await store.read(ACCOUNT, sha256, { start: 5, end: 9 })
  expect(await collect(part ?? pieces(Buffer.of(), 1))).toBe('mundo')
  expect(Buffer.from((await store.head(ACCOUNT, sha256, 4)) ?? []).toString()).toBe('hola')
  expect(readdirSync(path.join(folder, 'store', 'incoming'))).toEqual([])
})

test('a long name keeps its end, cut between two characters', () => {
  const name = cleanName(`${'🧵'.repeat(150)}x.pdf`)
  expect(name?.endsWith('🧵x.pdf')).toBe(true)
  expect(name?.isWellFormed()).toBe(true)
})

test('more bytes than allowed leave nothing behind', async () => {
  expect(await store.receive(pieces(Buffer.alloc(101), 10), 100)).toBe(null)
  expect(readdirSync(path.join(folder, 'store', 'incoming'))).toEqual([])
})

test('a source that breaks leaves nothing behind', async () => {
  const broken = async function* () {
    yield Buffer.from('x')
    throw new Error('gone')
  }
  await expect(store.receive(broken(), 100)).rejects.toThrow('gone')
  expect(readdirSync(path.join(folder, 'store', 'incoming'))).toEqual([])
})

test('no path leads out of the folder', () => {
  expect(() => store.path(ACCOUNT, '../../etc/passwd')).toThrow()
  expect(() => store.path('../..' as AccountId, 'a'.repeat(64))).toThrow()
})

const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
  Buffer.from('0000000a49444154', 'hex'),
  deflateSync(Buffer.alloc(5)),
])
test.each([
  ['a picture, whatever is claimed', png, 'text/html', 'image/png'],
  [
    'a program claimed to be a picture',
    Buffer.from('MZ\x90\0\x03\0\0\0\x04\0', 'latin1'),
    'image/png',
    'application/x-msdownload',
  ],
  ['text', Buffer.from('Hola, ¿qué tal?\n'), 'text/plain', 'text/plain'],
  ['a table', Buffer.from('a,b\n1,2\n'), 'text/csv', 'text/csv'],
  ['a page claimed to be text', Buffer.from('  <!DOCTYPE html><script>x</script>'), 'text/plain', 'text/html'],
  ['a drawing claimed to be a picture', Buffer.from('<svg onload="x"></svg>'), 'image/png', 'image/svg+xml'],
  [
    'a drawing behind a prologue',
    Buffer.from('<?xml version="1.0"?>\n<svg xmlns="x"/>'),
    'text/plain',
    'image/svg+xml',
  ],
  ['bytes of nothing known', Buffer.from([0, 1, 2, 3, 255]), 'application/pdf', 'application/octet-stream'],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/octet-stream', 'application/pdf'],
])('the type of %s comes from its content', async (_name, bytes, claimed, expected) => {
  const file = path.join(folder, 'probe')
  writeFileSync(file, bytes)
  const mime = await typeOfFile(file, claimed)
  // A drawing with an XML prologue may be told as XML: neither is ever shown in place.
  if (expected === 'image/svg+xml') expect(isInline(mime)).toBe(false)
  else expect(mime === expected || (expected.includes('msdownload') && !isInline(mime))).toBe(true)
})

test('only pictures, sounds, films and PDFs are shown in place', () => {
  expect(isInline('audio/ogg; codecs=opus')).toBe(true)
  for (const mime of ['image/svg+xml', 'text/html', 'application/xml', 'text/plain', ''])
    expect(isInline(mime)).toBe(false)
})

test('an animated sticker is told by its flag', () => {
  const webp = (flags: number) =>
    Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0', 'latin1'), Buffer.of(flags)])
  expect(isAnimatedWebp(webp(0x02))).toBe(true)
  expect(isAnimatedWebp(webp(0x10))).toBe(false)
  expect(isAnimatedWebp(Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'))).toBe(false)
})

const form = (name: string, content: string) =>
  Buffer.from(
    `--B\r\nContent-Disposition: form-data; name="note"\r\n\r\nhola\r\n--B\r\n` +
      `Content-Disposition: form-data; name="file"; ${name}\r\nContent-Type: image/png\r\n\r\n${content}\r\n--B--\r\n`,
  )

test.each([1, 2, 7, 1000])('a file in a form is found when bytes come %i at a time', async (size) => {
  const content = 'line\r\n--Bogus\r\n\r\n--'
  const part = await firstFile(pieces(form('filename="a \\"b\\".png"', content), size), 'B')
  expect(part).toMatchObject({ mime: 'image/png', filename: 'a "b".png' })
  // "--Bogus" begins like the boundary; a form's writer would choose another, so only its prefix matters here.
  expect(await collect(part?.bytes ?? pieces(Buffer.of(), 1))).toBe('line')
})

test('a form cut short, without a file, or of another kind gives no file', async () => {
  const whole = form('filename=x.png', 'content')
  const cut = await firstFile(pieces(whole.subarray(0, -12), 5), 'B')
  await expect(collect(cut?.bytes ?? pieces(Buffer.of(), 1))).rejects.toThrow('ends within')
  expect(await firstFile(pieces(form('size=1', 'x'), 9), 'B')).toBe(null)
  expect(await firstFile(pieces(Buffer.from('hola'), 9), 'B')).toBe(null)
  expect(boundaryOf('multipart/form-data; boundary="a b"')).toBe('a b')
  expect(boundaryOf('application/json')).toBe(null)
})
