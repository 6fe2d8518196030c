import { connect, createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A line between the server and PostgreSQL that can be cut where it hurts most. */
export type Link = {
  readonly port: number
  /**
   * Cuts the connection of the next transaction that holds `statement` (a part of its name; empty: any) at its commit.
   * `lost`: PostgreSQL never hears the commit. `done`: it commits, and nobody hears of it. Resolves once it has been cut;
   * false when nothing of the kind came in time.
   */
  readonly cutAtCommit: (statement: string, how: 'lost' | 'done', patienceMs: number) => Promise<boolean>
  /** Every connection there is goes silent without ending; `resume` false: for ever. New ones work. */
  readonly silence: () => { readonly resume: () => void }
  readonly close: () => Promise<void>
}

type Pair = { readonly client: Socket; readonly upstream: Socket; isMarked: boolean; isDeaf: boolean }
type Cut = { readonly statement: string; readonly how: 'lost' | 'done'; readonly done: () => void }

/** A simple query "commit", or a prepared one: its text ends with a zero byte either way. */
const COMMIT = Buffer.from('commit\0')
const COMMITTED = Buffer.from('COMMIT\0')

export async function openLink(socketFile: () => string): Promise<Link> {
  const pairs = new Set<Pair>()
  let cut: Cut | null = null

  const end = (pair: Pair): void => {
    pairs.delete(pair)
    pair.client.destroy()
    pair.upstream.destroy()
  }

  /** True: this was the commit we waited for, and what follows on this connection is taken care of. */
  function isCut(pair: Pair, chunk: Buffer): boolean {
    if (cut === null || pair.isDeaf) return false
    if (chunk.includes(cut.statement)) pair.isMarked = true
    if (!pair.isMarked || !chunk.includes(COMMIT)) return false
    const { how, done } = cut
    cut = null
    pair.isDeaf = true
    if (how === 'lost') {
      end(pair)
      done()
      return true
    }
    pair.upstream.on('data', (answer) => {
      if (!answer.includes(COMMITTED)) return
      end(pair)
      done()
    })
    pair.upstream.write(chunk)
    return true
  }

  const server = createServer((client) => {
    const upstream = connect(socketFile())
    const pair: Pair = { client, upstream, isMarked: false, isDeaf: false }
    pairs.add(pair)
    client.setNoDelay(true)
    client.on('data', (chunk) => {
      if (isCut(pair, chunk) || pair.isDeaf) return
      if (chunk.includes(COMMIT)) pair.isMarked = false
      upstream.write(chunk)
    })
    upstream.on('data', (chunk) => {
      if (!pair.isDeaf) client.write(chunk)
    })
    for (const socket of [client, upstream]) {
      socket.on('error', () => end(pair))
      socket.on('close', () => end(pair))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    port: (server.address() as AddressInfo).port,
    cutAtCommit: (statement, how, patienceMs) =>
      new Promise((resolve) => {
        for (const pair of pairs) pair.isMarked = false
        const giveUp = setTimeout(() => {
          cut = null
          resolve(false)
        }, patienceMs)
        const done = () => {
          clearTimeout(giveUp)
          resolve(true)
        }
        cut = { statement, how, done }
      }),
    silence: () => {
      const silent = [...pairs]
      for (const { client, upstream } of silent) {
        client.pause()
        upstream.pause()
      }
      return {
        resume: () => {
          for (const { client, upstream } of silent) {
            client.resume()
            upstream.resume()
          }
        },
      }
    },
    close: async () => {
      for (const pair of pairs) end(pair)
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
