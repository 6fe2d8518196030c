import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'

export type Memory = { readonly rss: number; readonly heapUsed: number; readonly external: number }

const PATIENCE_MS = 10_000
const ASK = { expression: 'JSON.stringify(process.memoryUsage())' }

/**
 * What a Node process needs after everything unused has been thrown away. It must have been started with
 * `--inspect-port`; its inspector is opened for the question only.
 */
export async function settledMemory(pid: number, inspectorPort: number): Promise<Memory> {
  process.kill(pid, 'SIGUSR1')
  const ask = await openInspector(inspectorPort)
  for (let times = 0; times < 3; times++) {
    await ask('HeapProfiler.collectGarbage')
    await pause(500)
  }
  const answer = (await ask('Runtime.evaluate', ASK)) as { result: { value: string } }
  ask.close()
  return JSON.parse(answer.result.value) as Memory
}

async function openInspector(port: number) {
  const socket = new WebSocket(await inspectorUrl(port))
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const waiting = new Map<number, (result: unknown) => void>()
  let last = 0
  socket.on('message', (data) => {
    const { id, result } = JSON.parse((data as Buffer).toString()) as { id: number; result: unknown }
    waiting.get(id)?.(result)
    waiting.delete(id)
  })
  const ask = (method: string, params: object = {}) =>
    new Promise((resolve) => {
      waiting.set(++last, resolve)
      socket.send(JSON.stringify({ id: last, method, params }))
    })
  return Object.assign(ask, { close: () => socket.close() })
}

async function inspectorUrl(port: number): Promise<string> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(50)) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/json/list`)
      const [target] = (await answer.json()) as { webSocketDebuggerUrl: string }[]
      if (target) return target.webSocketDebuggerUrl
    } catch {
      // not open yet
    }
  }
  throw new Error(`No inspector answers at port ${port}.`)
}
