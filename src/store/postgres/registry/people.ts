import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { AccountId, AgentId, ApiKeyId } from '#core/account/account.ts'
import type { Account, Agent, ApiKey, Registry, Session } from '../../registry.ts'
import { arrayOf } from '../columns.ts'
import { timestamp } from '../rows.ts'
import { alone, inTransaction, statement } from '../transaction.ts'
import { orTaken } from './taken.ts'

export const accounts = (pool: pg.Pool): Registry['accounts'] => ({
  create: ({ accountId, name, country, createdAt }) =>
    inTransaction(pool, [accountId], async (run) => {
      await run(ADD_ACCOUNT, [accountId, name, country, timestamp(createdAt)])
      await run(ADD_COUNTER, [accountId])
    }),
  async get(accountId) {
    const { rows } = await alone<AccountRow>(pool, [accountId], GET_ACCOUNT, [accountId])
    return rows[0] ? accountFrom(rows[0]) : null
  },
  async list() {
    return (await alone<AccountRow>(pool, 'installation', LIST_ACCOUNTS)).rows.map(accountFrom)
  },
})

export const agents = (pool: pg.Pool): Registry['agents'] => ({
  async put({ accountId, agentId, email, name, role, passwordHash }) {
    const values = [accountId, agentId, email, name, role, passwordHash]
    await orTaken(alone(pool, [accountId], PUT_AGENT, values), 'agent_email_key', `the e-mail ${email}`)
  },
  async byEmail(email) {
    const { rows } = await alone<AgentRow>(pool, 'installation', AGENT_BY_EMAIL, [email])
    return rows[0] ? agentFrom(rows[0]) : null
  },
  async list(accountId) {
    return (await alone<AgentRow>(pool, [accountId], LIST_AGENTS, [accountId])).rows.map(agentFrom)
  },
})

export const sessions = (pool: pg.Pool): Registry['sessions'] => ({
  async add({ accountId, agentId, tokenHash, createdAt, expiresAt }) {
    const values = [accountId, agentId, tokenHash, timestamp(createdAt), timestamp(expiresAt)]
    await alone(pool, [accountId], ADD_SESSION, values)
  },
  async find(tokenHash, now) {
    const { rows } = await alone<SessionRow>(pool, 'installation', FIND_SESSION, [tokenHash, timestamp(now)])
    const row = rows[0]
    return row ? { session: sessionFrom(row), agent: agentFrom(row) } : null
  },
  async stillGood(tokenHashes, now) {
    if (tokenHashes.length === 0) return new Set()
    const values = [arrayOf('text', tokenHashes), timestamp(now)]
    const { rows } = await alone<{ token_hash: string }>(pool, 'installation', GOOD_SESSIONS, values)
    return new Set(rows.map(({ token_hash }) => token_hash))
  },
  async remove(tokenHash) {
    await alone(pool, 'installation', REMOVE_SESSION, [tokenHash])
  },
  async removeExpired(now) {
    await alone(pool, 'installation', REMOVE_EXPIRED, [timestamp(now)])
  },
})

export const apiKeys = (pool: pg.Pool): Registry['apiKeys'] => ({
  async put({ accountId, apiKeyId, name, keyHash }) {
    await alone(pool, [accountId], PUT_API_KEY, [accountId, apiKeyId, name, keyHash])
  },
  async find(keyHash) {
    const { rows } = await alone<ApiKeyRow>(pool, 'installation', FIND_API_KEY, [keyHash])
    const row = rows[0]
    if (!row) return null
    return { accountId: row.account_id, apiKeyId: row.api_key_id, name: row.name, keyHash: row.key_hash }
  },
})

type AccountRow = { account_id: AccountId; name: string; country: string; created_at: Instant }
type AgentRow = {
  account_id: AccountId
  agent_id: AgentId
  email: string
  name: string
  role: Agent['role']
  password_hash: string
}
type SessionRow = AgentRow & { token_hash: string; created_at: Instant; expires_at: Instant }
type ApiKeyRow = { account_id: AccountId; api_key_id: ApiKeyId; name: string; key_hash: ApiKey['keyHash'] }

const accountFrom = (row: AccountRow): Account => ({
  accountId: row.account_id,
  name: row.name,
  country: row.country,
  createdAt: row.created_at,
})

const agentFrom = (row: AgentRow): Agent => ({
  accountId: row.account_id,
  agentId: row.agent_id,
  email: row.email,
  name: row.name,
  role: row.role,
  passwordHash: row.password_hash,
})

const sessionFrom = (row: SessionRow): Session => ({
  accountId: row.account_id,
  agentId: row.agent_id,
  tokenHash: row.token_hash,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
})

const ADD_ACCOUNT = statement(
  'add-account',
  `insert into account (account_id, name, country, created_at) values ($1, $2, $3, $4)`,
)
const ADD_COUNTER = statement('add-counter', `insert into account_counter (account_id) values ($1)`)
const ACCOUNT = 'account_id, name, country, created_at'
const GET_ACCOUNT = statement('get-account', `select ${ACCOUNT} from account where account_id = $1`)
const LIST_ACCOUNTS = statement('list-accounts', `select ${ACCOUNT} from account order by created_at, account_id`)

const AGENT = 'agent.account_id, agent.agent_id, email, name, role, password_hash'
const PUT_AGENT = statement(
  'put-agent',
  `insert into agent (account_id, agent_id, email, name, role, password_hash) values ($1, $2, $3, $4, $5, $6)
   on conflict (account_id, agent_id) do update
   set email = excluded.email, name = excluded.name, role = excluded.role, password_hash = excluded.password_hash`,
)
const AGENT_BY_EMAIL = statement('agent-by-email', `select ${AGENT} from agent where email = $1`)
const LIST_AGENTS = statement('list-agents', `select ${AGENT} from agent where account_id = $1 order by name, agent_id`)

const ADD_SESSION = statement(
  'add-session',
  `insert into session (account_id, agent_id, token_hash, created_at, expires_at) values ($1, $2, $3, $4, $5)
   on conflict (account_id, token_hash) do update set expires_at = excluded.expires_at`,
)
const FIND_SESSION = statement(
  'find-session',
  `select ${AGENT}, token_hash, created_at, expires_at
   from session join agent using (account_id, agent_id) where token_hash = $1 and expires_at > $2::timestamptz`,
)
const GOOD_SESSIONS = statement(
  'good-sessions',
  `select token_hash from unnest($1::text[]) as asked(token_hash) join session using (token_hash)
   join agent using (account_id, agent_id) where expires_at > $2::timestamptz`,
)
const REMOVE_SESSION = statement('remove-session', `delete from session where token_hash = $1`)
const REMOVE_EXPIRED = statement('remove-expired-sessions', `delete from session where expires_at <= $1::timestamptz`)

const PUT_API_KEY = statement(
  'put-api-key',
  `insert into api_key (account_id, api_key_id, name, key_hash) values ($1, $2, $3, $4)
   on conflict (account_id, api_key_id) do update set name = excluded.name, key_hash = excluded.key_hash`,
)
const FIND_API_KEY = statement(
  'find-api-key',
  `select account_id, api_key_id, name, key_hash from api_key where key_hash = $1`,
)
