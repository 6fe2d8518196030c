import { setTimeout as pause } from 'node:timers/promises'
import { request } from 'undici'
import type { House } from '../house.ts'

/** What an agent said meanwhile, and when the call for it began, in ms since 1970. */
export type Said = { readonly messageId: string; readonly calledAtMs: number }

export type Agent = {
  /** Says nothing until told to talk again; resolves when all that was said is answered. */
  readonly hush: () => Promise<void>
  readonly talk: () => void
  /** Says nothing more; resolves with all that was said once the last call is answered. */
  readonly stop: () => Promise<readonly Said[]>
}

const EVERY_MS = 100

/** Answers in one conversation after the other, ten times a second, whether or not earlier calls have been answered. */
export function startAgent({ settings }: House, conversationIds: readonly string[]): Agent {
  const calls: Promise<Said>[] = []
  let isTalking = true
  let isHushed = false

  async function say(conversationId: string): Promise<Said> {
    const calledAtMs = Date.now()
    const answer = await request(`${settings.url}/api/v1/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${settings.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ to: { conversationId }, content: { kind: 'text', text: 'Vence el 28 de noviembre.' } }),
    })
    const body = (await answer.body.json()) as { id?: string }
    if (answer.statusCode !== 202 || !body.id) throw new Error(`An agent was refused: ${JSON.stringify(body)}`)
    return { messageId: body.id, calledAtMs }
  }

  const talking = (async () => {
    const startMs = performance.now()
    for (let turn = 0; isTalking; turn++) {
      if (!isHushed) calls.push(say(conversationIds[turn % conversationIds.length] ?? ''))
      await pause(Math.max(0, startMs + (turn + 1) * EVERY_MS - performance.now()))
    }
  })()

  return {
    hush: async () => {
      isHushed = true
      await Promise.all(calls)
    },
    talk: () => {
      isHushed = false
    },
    stop: async () => {
      isTalking = false
      await talking
      return Promise.all(calls)
    },
  }
}
