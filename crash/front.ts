import { connect, createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** What stands before several copies of the server: connections go round, past copies that do not answer. */
export type Front = {
  readonly port: number
  /** The ports that take part from now on; connections to others end. */
  readonly leadTo: (ports: readonly number[]) => void
  readonly close: () => Promise<void>
}

export async function openFront(): Promise<Front> {
  const open = new Map<Socket, number>()
  let ports: readonly number[] = []
  let turn = 0

  function lead(client: Socket, left: readonly number[]): void {
    const [port, ...others] = left
    if (port === undefined) return void client.destroy()
    const server = connect(port, '127.0.0.1')
    server.once('connect', () => {
      open.set(client, port)
      client.pipe(server).pipe(client)
      const end = () => {
        open.delete(client)
        client.destroy()
        server.destroy()
      }
      for (const socket of [client, server]) socket.once('error', end).once('close', end)
    })
    server.once('error', () => {
      if (!open.has(client)) lead(client, others)
    })
  }

  const front = createServer({ pauseOnConnect: true }, (client) => {
    client.on('error', () => undefined)
    turn = (turn + 1) % Math.max(1, ports.length)
    lead(client, [...ports.slice(turn), ...ports.slice(0, turn)])
  })
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))

  return {
    port: (front.address() as AddressInfo).port,
    leadTo: (next) => {
      ports = next
      for (const [client, port] of open) if (!ports.includes(port)) client.destroy()
    },
    close: async () => {
      for (const client of open.keys()) client.destroy()
      await new Promise((resolve) => front.close(resolve))
    },
  }
}
