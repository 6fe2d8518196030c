import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * Below what a system gives to whoever asks for any port (Linux: from 32768, others from 49152), so that between our looking
 * and somebody's listening no server of a test beside gets the same one, and answers in its place.
 */
const FIRST = 20_000
const LAST = 32_000

const given = new Set<number>()

/** A port of the loopback that nobody listens on, and another at every call. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, LAST)
    if (given.has(port) || !(await isFree(port))) continue
    given.add(port)
    return port
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
