import { expect, test } from 'vitest'
import { clientFrame, frameReader } from './frames.ts'

const text = (payload: string): Buffer => {
  const body = Buffer.from(payload)
  const head =
    body.length < 126
      ? Buffer.of(0x81, body.length)
      : body.length < 65_536
        ? Buffer.of(0x81, 126, body.length >> 8, body.length & 0xff)
        : Buffer.concat([
            Buffer.of(0x81, 127, 0, 0, 0, 0),
            Buffer.of(0, body.length >> 16, (body.length >> 8) & 0xff, body.length & 0xff),
          ])
  return Buffer.concat([head, body])
}
const ALL = ['a', 'b'.repeat(125), 'c'.repeat(126), 'd'.repeat(70_000), '']

test('frames of every size are read, however they are cut into chunks', () => {
  for (const size of [1, 2, 3, 7, 130, 65_536, 100_000]) {
    const some = ALL.filter(({ length }) => length < size * 10_000)
    const bytes = Buffer.concat(some.map(text))
    const told: string[] = []
    const read = frameReader()
    for (let at = 0; at < bytes.length; at += size) {
      read(Buffer.from(bytes.subarray(at, at + size)), ({ kind, payload }) => told.push(`${kind} ${payload}`))
    }
    expect(told).toEqual(some.map((one) => `text ${one}`))
  }
})

test('a ping is known, and what we say is masked', () => {
  const told: string[] = []
  frameReader()(Buffer.of(0x89, 1, 65, 0x88, 0), ({ kind, payload }) => told.push(`${kind} ${payload}`))
  expect(told).toEqual(['ping A', 'close '])
  expect([...clientFrame('pong', 'A')]).toEqual([0x8a, 0x81, 0, 0, 0, 0, 65])
  expect(() => clientFrame('text', 'x'.repeat(126))).toThrow('at most 125')
})
