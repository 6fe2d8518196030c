import { connect } from 'node:net'
import { FEED_PATH } from '#contract/feed.ts'
import { clientFrame, frameReader } from './frames.ts'

/** An agent's desk as far as the feed goes: one socket that resumes, listens and answers pings. Costs next to nothing. */
export type Desk = { readonly say: (frame: object) => void; readonly close: () => void }

export type DeskOptions = {
  readonly port: number
  /** `cookie`, `origin` and the like. */
  readonly headers: Readonly<Record<string, string>>
  /** The bytes are good until it returns. */
  readonly hear: (frame: Buffer, atMs: number) => void
  readonly broken: (why: string) => void
}

/** All desks read into one buffer: what was read is looked at before anything else is. */
const SHARED = Buffer.alloc(256 * 1024)
const HEAD_END = Buffer.from('\r\n\r\n')

/** Resolves once the server has welcomed it. Only ever connects to loopback. */
export function openDesk({ port, headers, hear, broken }: DeskOptions): Promise<Desk> {
  return new Promise((resolve, reject) => {
    const read = frameReader()
    let isOpen = false
    let isWelcome = false
    let isClosing = false
    let head = Buffer.alloc(0)

    const socket = connect({ host: '127.0.0.1', port, noDelay: true, onread: { buffer: SHARED, callback: take } })
    const desk: Desk = {
      say: (frame) => socket.write(clientFrame('text', JSON.stringify(frame))),
      close: () => {
        isClosing = true
        socket.destroy()
      },
    }
    socket.once('connect', () => socket.write(upgrade(port, headers)))
    const fail = (why: string) => {
      if (isClosing) return
      isClosing = true
      if (isWelcome) broken(why)
      else reject(new Error(`A desk could not open: ${why}`))
    }
    socket.on('error', (error) => fail(error.message))
    socket.on('close', () => fail('the server closed it'))

    function take(size: number): boolean {
      const atMs = performance.now()
      const chunk = SHARED.subarray(0, size)
      if (isOpen) {
        readFrames(chunk, atMs)
        return true
      }
      head = Buffer.concat([head, chunk])
      const end = head.indexOf(HEAD_END)
      if (end < 0) return true
      isOpen = head.toString('latin1', 0, 12) === 'HTTP/1.1 101'
      if (!isOpen) {
        fail(head.toString('latin1', 0, end))
        socket.destroy()
        return true
      }
      desk.say({ kind: 'resume', seq: null })
      readFrames(head.subarray(end + HEAD_END.length), atMs)
      return true
    }

    function readFrames(chunk: Buffer, atMs: number): void {
      read(chunk, ({ kind, payload }) => {
        if (kind === 'ping') socket.write(clientFrame('pong', payload))
        if (kind !== 'text') return
        hear(payload, atMs)
        if (isWelcome) return
        isWelcome = true
        resolve(desk)
      })
    }
  })
}

const upgrade = (port: number, headers: Readonly<Record<string, string>>): string =>
  [
    `GET ${FEED_PATH} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    'connection: Upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    `sec-websocket-key: ${Buffer.from('sixteen bytes ok').toString('base64')}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n')
