import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AgentId, ApiKeyId, MediaId } from '#core/account/account.ts'
import { ACME, accountId, BETA, contactId, later, lineId, lineOf, messageId, NOW, SALES } from '../../ledger.scene.ts'
import { type Agent, type Registry, type Sealed, Taken } from '../../registry.ts'
import { testStore, type TestStore } from '../test-store.ts'

let test_: TestStore
let registry: Registry
beforeAll(async () => {
  test_ = await testStore()
  registry = test_.store.registry
})
afterAll(() => test_.drop())

const agent = (id: number, more: Partial<Agent> = {}): Agent => ({
  accountId: ACME,
  agentId: contactId(id) as string as AgentId,
  email: `agent${id}@acme.mx`,
  name: `Agent ${id}`,
  role: 'agent',
  passwordHash: 'hash',
  ...more,
})

test('accounts are listed in the order they were made', async () => {
  expect((await registry.accounts.list()).map((account) => account.accountId)).toEqual([1, 2, 3, 4].map(accountId))
  expect(await registry.accounts.get(BETA)).toEqual({
    accountId: BETA,
    name: 'Account 2',
    country: 'MX',
    createdAt: NOW,
  })
  expect(await registry.accounts.get(accountId(9))).toBe(null)
})

test('an agent is added, replaced and found; an e-mail belongs to one agent of the installation', async () => {
  await registry.agents.put(agent(1))
  await registry.agents.put(agent(1, { name: 'Ana', role: 'admin' }))
  expect(await registry.agents.byEmail('agent1@acme.mx')).toEqual(agent(1, { name: 'Ana', role: 'admin' }))
  expect(await registry.agents.byEmail('nobody@acme.mx')).toBe(null)
  await expect(registry.agents.put(agent(2, { email: 'agent1@acme.mx', accountId: BETA }))).rejects.toBeInstanceOf(
    Taken,
  )
  expect(await registry.agents.list(ACME)).toHaveLength(1)
  expect(await registry.agents.list(BETA)).toEqual([])
})

test('a session is found with its agent until it expires or is removed', async () => {
  const who = agent(3)
  await registry.agents.put(who)
  const session = { accountId: ACME, agentId: who.agentId, tokenHash: 'a', createdAt: NOW, expiresAt: later(10) }
  await registry.sessions.add(session)
  await registry.sessions.add({ ...session, tokenHash: 'b' })
  expect(await registry.sessions.find('a', later(9))).toEqual({ session, agent: who })
  expect(await registry.sessions.find('a', later(10))).toBe(null)
  expect(await registry.sessions.stillGood(['a', 'nobody', 'a'], later(9))).toEqual(new Set(['a']))
  expect(await registry.sessions.stillGood(['a'], later(10))).toEqual(new Set())
  await registry.sessions.remove('a')
  expect(await registry.sessions.find('a', NOW)).toBe(null)
  await registry.sessions.removeExpired(later(10))
  expect(await registry.sessions.find('b', NOW)).toBe(null)
})

test('an API key is found by its hash', async () => {
  const key = { accountId: BETA, apiKeyId: messageId(1) as string as ApiKeyId, name: 'CRM', keyHash: 'abc' }
  await registry.apiKeys.put(key)
  expect(await registry.apiKeys.find('abc')).toEqual(key)
  expect(await registry.apiKeys.find('abd')).toBe(null)
})

test('a line keeps everything, changes state alone, and its key is unique over the installation', async () => {
  const sealed = { line: lineOf(ACME, SALES, '100000000001'), appId: 'app', accessToken: 'sealed' as Sealed }
  expect((await registry.lines.list())[0]).toEqual(sealed)
  const state = { kind: 'disconnected', reason: 'The token was revoked.' } as const
  await registry.lines.setState(ACME, SALES, state)
  expect((await registry.lines.list())[0]).toEqual({ ...sealed, line: { ...sealed.line, state } })
  const stolen = lineOf(BETA, lineId(7), '100000000001')
  await expect(registry.lines.put({ ...sealed, line: stolen })).rejects.toBeInstanceOf(Taken)
})

test('a platform app may have two secrets', async () => {
  const [app] = await registry.apps.list()
  if (!app) throw new Error('Expected an app.')
  const rotated = { ...app, secret: 'new' as Sealed, previousSecret: app.secret }
  await registry.apps.put(rotated)
  expect(await registry.apps.list()).toEqual([rotated])
})

test('a file and the platform’s id of it, while that is valid', async () => {
  const media = {
    mediaId: messageId(9) as string as MediaId,
    state: 'stored',
    mime: 'image/png',
    sizeBytes: 3,
    filename: 'a\0.png',
    sha256: 'ff',
    problem: null,
  } as const
  await registry.media.put({ accountId: ACME, media, createdAt: NOW })
  expect(await registry.media.get(ACME, media.mediaId)).toEqual({ accountId: ACME, media, createdAt: NOW })
  expect(await registry.media.get(BETA, media.mediaId)).toBe(null)
  await registry.media.putWireId(ACME, media.mediaId, SALES, 'wire-1', later(1))
  await registry.media.putWireId(ACME, media.mediaId, SALES, 'wire-2', later(2))
  expect(await registry.media.wireId(ACME, media.mediaId, SALES, later(1))).toBe('wire-2')
  expect(await registry.media.wireId(ACME, media.mediaId, SALES, later(2))).toBe(null)
})
