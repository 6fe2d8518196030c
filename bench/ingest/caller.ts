import { setTimeout as pause } from 'node:timers/promises'
import { request } from 'undici'
import type { House } from '../house.ts'
import { percentile } from '../machine.ts'

/** How long an agent waits whose click must be on disk while webhooks come in. */
export type Caller = {
  readonly end: () => Promise<{ readonly p50: number; readonly p99: number; readonly refused: number }>
}

const EVERY_MS = 50

/** Opens and looks at conversations, one click every so long, due whether or not the one before was answered. */
export async function startCaller({ settings }: House): Promise<Caller> {
  const headers = { authorization: `Bearer ${settings.apiKey}`, 'content-type': 'application/json' }
  const api = `${settings.url}/api/v1`
  const page = await request(`${api}/conversations?limit=100`, { headers })
  const { data } = (await page.body.json()) as { data: { id: string }[] }
  const me = await request(`${api}/me`, { headers })
  const { agents } = (await me.body.json()) as { agents: { id: string }[] }
  const took: number[] = []
  let refused = 0
  let isEnding = false

  async function click(turn: number, dueMs: number): Promise<void> {
    const agentId = turn % 2 === 0 ? agents[0]?.id : null
    const body = JSON.stringify({ agentId })
    const path = `${api}/conversations/${data[turn % data.length]?.id}/assign`
    const answer = await request(path, { method: 'POST', headers, body })
    await answer.body.dump()
    if (answer.statusCode >= 300) refused += 1
    took.push(performance.now() - dueMs)
  }

  const working = (async () => {
    const startMs = performance.now()
    const clicks: Promise<void>[] = []
    for (let turn = 0; !isEnding; turn++) {
      const dueMs = startMs + turn * EVERY_MS
      await pause(Math.max(0, dueMs - performance.now()))
      clicks.push(click(turn, dueMs).catch(() => void refused++))
    }
    await Promise.all(clicks)
  })()

  return {
    end: async () => {
      isEnding = true
      await working
      return { p50: percentile(took, 50), p99: percentile(took, 99), refused }
    },
  }
}
