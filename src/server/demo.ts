import type { FastifyInstance } from 'fastify'
import { milliseconds } from '#base/time.ts'
import type { Platform } from '#channels/platform.ts'
import type { AccountId, AgentId, ApiKeyId, LineId } from '#core/account/account.ts'
import { type Line, MESSAGES_PER_SECOND, NO_OPENING } from '#core/line/line.ts'
import type { Role } from '#core/permission/permission.ts'
import { refusal } from '#core/refusal/refusal.ts'
import type { Registry } from '#store/registry.ts'
import type { ServerClock } from './clock.ts'
import type { Demo, FirstAdmin } from './config.ts'
import { appSecret, lineSecret } from './directory.ts'
import { sendProblem } from './problem.ts'
import { hashPassword, hashToken, isPassword, type Vault } from './secrets.ts'

export type SeedParts = { readonly registry: Registry; readonly vault: Vault; readonly clock: ServerClock }

/** The demo company has the same ids in every installation, so that a second start finds what the first one made. */
const id = (last: number): string => `0192d000-0000-7000-8000-${String(last).padStart(12, '0')}`
const ACCOUNT = id(1) as AccountId
const PEOPLE: readonly {
  readonly agentId: AgentId
  readonly name: string
  readonly email: string | null
  readonly role: Role
}[] = [
  { agentId: id(11) as AgentId, name: 'Ana Morales', email: null, role: 'admin' },
  { agentId: id(12) as AgentId, name: 'Diego Ríos', email: 'diego', role: 'supervisor' },
  { agentId: id(13) as AgentId, name: 'Sofía Prado', email: 'sofia', role: 'agent' },
  { agentId: id(14) as AgentId, name: 'Bruno Lima', email: 'bruno', role: 'agent' },
]
const LINE_NAMES = ['Ventas', 'Soporte']

/** Makes sure the demo company is there as `demo.json` describes it. Changes nothing that is so already. */
export async function seedDemo({ registry, vault, clock }: SeedParts, demo: Demo): Promise<void> {
  const [first] = demo.phoneNumbers
  if (!(await registry.accounts.get(ACCOUNT))) {
    const country = first?.country ?? 'MX'
    await registry.accounts.create({ accountId: ACCOUNT, name: demo.businessName, country, createdAt: clock.now() })
  }
  await seedPeople(registry, demo)
  await registry.apiKeys.put({
    accountId: ACCOUNT,
    apiKeyId: id(21) as ApiKeyId,
    name: 'Demo',
    keyHash: hashToken(demo.apiKey),
  })
  await registry.apps.put({
    appId: demo.appId,
    channel: 'whatsapp',
    secret: vault.seal(demo.appSecret, appSecret(demo.appId, 'secret')),
    previousSecret: null,
    verifyToken: vault.seal(demo.verifyToken, appSecret(demo.appId, 'verify-token')),
  })
  const known = new Map((await registry.lines.list()).map(({ line }) => [line.lineId, line]))
  for (const [index, number] of demo.phoneNumbers.entries()) {
    const lineId = id(31 + index) as LineId
    const line: Line = {
      accountId: ACCOUNT,
      lineId,
      channel: 'whatsapp',
      key: number.id,
      groupKey: demo.wabaId,
      name: known.get(lineId)?.name ?? LINE_NAMES[index] ?? number.verifiedName,
      address: number.displayPhoneNumber,
      country: number.country,
      state: { kind: 'connected' },
      pausedAt: known.get(lineId)?.pausedAt ?? null,
      pausedBy: known.get(lineId)?.pausedBy ?? null,
      messagesPerSecond: MESSAGES_PER_SECOND[number.throughput ?? 'STANDARD'],
      opening: known.get(lineId)?.opening ?? NO_OPENING,
    }
    await registry.lines.put({
      line,
      appId: demo.appId,
      accessToken: vault.seal(demo.accessToken, lineSecret(line)),
    })
  }
}

async function seedPeople(registry: Registry, demo: Demo): Promise<void> {
  const domain = demo.email.split('@')[1] ?? 'aurora.example'
  const known = await registry.agents.list(ACCOUNT)
  const put = async ({ agentId, name, email, role }: (typeof PEOPLE)[number]) => {
    const existing = known.find((agent) => agent.agentId === agentId)
    const address = (email === null ? demo.email : `${email}@${domain}`).toLowerCase()
    const isSame = existing?.email === address && (await isPassword(demo.password, existing.passwordHash))
    if (isSame) return
    const passwordHash = await hashPassword(demo.password)
    await registry.agents.put({ accountId: ACCOUNT, agentId, email: address, name, role, passwordHash })
  }
  await Promise.all(PEOPLE.map(put))
}

/** The first account and its administrator, on an installation that has none. */
export async function seedFirstAdmin(
  { registry, clock }: SeedParts,
  admin: FirstAdmin,
  nextId: () => string,
): Promise<void> {
  if ((await registry.accounts.list()).length > 0) return
  const accountId = nextId() as AccountId
  await registry.accounts.create({ accountId, name: admin.company, country: admin.country, createdAt: clock.now() })
  await registry.agents.put({
    accountId,
    agentId: nextId() as AgentId,
    email: admin.email,
    name: admin.email.split('@')[0] ?? admin.email,
    role: 'admin',
    passwordHash: await hashPassword(admin.password),
  })
}

export const DEMO_CLOCK_PATH = '/demo/clock'

/** The emulator moves our clock with its own, so that a day can pass in a second. Signed like a webhook. */
export function addDemoClock(app: FastifyInstance, demo: Demo, platform: Platform, clock: ServerClock): void {
  app.register(async (inner) => {
    inner.removeAllContentTypeParsers()
    inner.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    inner.post(DEMO_CLOCK_PATH, { bodyLimit: 1024 }, async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const signature = request.headers[platform.signatureHeader]
      if (!platform.signerOf(body, signature, [{ secret: demo.appSecret }])) {
        return sendProblem(request, reply, [refusal('signature-invalid', { field: platform.signatureHeader })])
      }
      const offsetMs = readOffset(body)
      if (offsetMs === null) {
        return sendProblem(request, reply, [refusal('input-invalid', { field: 'offsetMs', expected: 'milliseconds' })])
      }
      clock.setOffset(milliseconds(offsetMs))
      return reply.code(204).send()
    })
  })
}

function readOffset(body: Buffer): number | null {
  try {
    const { offsetMs } = JSON.parse(body.toString('utf8')) as { offsetMs?: unknown }
    return Number.isSafeInteger(offsetMs) ? (offsetMs as number) : null
  } catch {
    return null
  }
}
