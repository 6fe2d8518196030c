import { connect, type Socket } from 'node:net'

/** One kept connection that carries one request at a time. Bare HTTP/1.1: the generator must cost little. */
export type Lane = {
  /** Sends and calls back with the status; 0 when the connection broke. */
  readonly send: (request: Buffer, answered: (status: number) => void) => void
  readonly close: () => void
}

/** Opens a connection to loopback; nothing else is ever connected to. */
export async function openLane(port: number): Promise<Lane> {
  let socket: Socket
  let waiting: ((status: number) => void) | null = null
  let text = ''

  const open = () =>
    new Promise<void>((resolve, reject) => {
      socket = connect({ host: '127.0.0.1', port, noDelay: true })
      socket.setEncoding('latin1')
      socket.once('connect', resolve)
      socket.once('error', reject)
      socket.on('data', read)
      socket.on('close', () => settle(0))
    })

  function read(chunk: string): void {
    text += chunk
    const end = text.indexOf('\r\n\r\n')
    if (end < 0) return
    const length = Number(/^content-length: *(\d+)/im.exec(text.slice(0, end))?.[1] ?? 0)
    if (text.length < end + 4 + length) return
    const status = Number(text.slice(9, 12))
    text = text.slice(end + 4 + length)
    settle(status)
  }

  function settle(status: number): void {
    const answered = waiting
    waiting = null
    answered?.(status)
  }

  await open()
  return {
    send: (request, answered) => {
      waiting = answered
      if (!socket.destroyed) {
        socket.write(request)
        return
      }
      text = ''
      open().then(
        () => socket.write(request),
        () => settle(0),
      )
    },
    close: () => socket.destroy(),
  }
}
