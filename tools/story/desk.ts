import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

const PATIENCE_MS = 10_000

type Conversation = { readonly id: string; readonly contact: { readonly name: string } }
type Message = { readonly id: string; readonly wireId: string | null; readonly status: string | null }

/** An agent at the desk, by the same API the desk uses. */
export type Desk = Awaited<ReturnType<typeof signIn>>

export async function signIn(url: string, email: string, password: string) {
  const origin = new URL(url).origin
  const headers: Record<string, string> = { 'content-type': 'application/json', origin }
  const call = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: method === 'POST' ? { ...headers, 'idempotency-key': randomUUID() } : headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
    if (cookie) headers['cookie'] = cookie
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return (text === '' ? null : JSON.parse(text)) as Answer
  }
  await call('POST', '/sign-in', { email, password })

  const conversationWith = (name: string): Promise<Conversation> =>
    until(`a conversation with ${name}`, async () => {
      const page = await call<{ data: Conversation[] }>('GET', '/conversations?limit=100')
      const resolved = await call<{ data: Conversation[] }>('GET', '/conversations?limit=100&view=resolved')
      return [...page.data, ...resolved.data].find((conversation) => conversation.contact.name === name)
    })

  return {
    conversationWith,
    see: (id: string) => call<void>('POST', `/conversations/${id}/seen`, {}),
    resolve: (id: string) => call<void>('POST', `/conversations/${id}/resolve`, {}),
    send: async (conversationId: string, content: unknown, reached: string): Promise<void> => {
      const { id } = await call<Message>('POST', '/messages', { to: { conversationId }, content })
      await until(`message ${id} ${reached}`, async () => {
        const message = await call<Message>('GET', `/messages/${id}`)
        return message.status === reached || message.status === 'read' ? message : undefined
      })
    },
    waitFor: async (name: string, wireId: string): Promise<void> => {
      const conversation = await conversationWith(name)
      await until(`${name}'s message`, async () => {
        const page = await call<{ data: Message[] }>('GET', `/conversations/${conversation.id}/messages?limit=20`)
        return page.data.find((message) => message.wireId === wireId)
      })
    },
  }
}

async function until<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > deadline) throw new Error(`Waited ${PATIENCE_MS / 1000} s in vain for ${what}`)
    await delay(20)
  }
}
