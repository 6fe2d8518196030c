import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { hours, instant, plus } from '#base/time.ts'
import type { AgentId, ConversationId } from '#core/account/account.ts'
import { hashToken } from '#server/secrets.ts'
import { openStore } from '#store/postgres/open.ts'

/** Makes so many agents of the one company and signs them in; answers their session tokens. */
export async function signInAgents(databaseUrl: string, count: number): Promise<readonly string[]> {
  const store = openStore({ databaseUrl })
  try {
    const { registry } = store
    const [account] = await registry.accounts.list()
    if (!account) throw new Error('There is no company yet.')
    const { accountId } = account
    const createdAt = instant(Date.now())
    const tokens: string[] = []
    for (let number = 0; number < count; number++) {
      const agentId = randomUUID() as AgentId
      const about = { email: `agent${number}@bench.example`, name: `Agente ${number}`, role: 'agent' } as const
      await registry.agents.put({ accountId, agentId, ...about, passwordHash: '' })
      const token = randomBytes(32).toString('base64url')
      const expiresAt = plus(createdAt, hours(12))
      await registry.sessions.add({ accountId, agentId, createdAt, expiresAt, tokenHash: hashToken(token) })
      tokens.push(token)
    }
    return tokens
  } finally {
    await store.close()
  }
}

/** The customers' conversations; that of `phone` first. */
export async function conversationsOf(databaseUrl: string, phone: string): Promise<readonly ConversationId[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ conversation_id: ConversationId }>(
      `select c.conversation_id from conversation c
       join address a on (a.account_id, a.contact_id, a.kind) = (c.account_id, c.contact_id, 'phone')
       order by a.value <> $1, c.conversation_id`,
      [phone],
    )
    return rows.map((row) => row.conversation_id)
  } finally {
    await client.end()
  }
}
