import type { FastifyInstance } from 'fastify'
import { type Fields, fieldsOf } from '../json.ts'
import { type Account, messagingLimits } from '../world/account.ts'
import { calendarOf } from '../world/local-time.ts'
import { setMessagingLimit } from '../send/portfolio.ts'
import type { World } from '../world/world.ts'
import { invalid } from './refusal.ts'

/** `/control/v1/account`: what Meta holds of the account and its portfolio. */
export function accountRoutes(server: FastifyInstance, world: World): void {
  server.get('/control/v1/account', () => world.account.get())
  server.put('/control/v1/account', (request) => {
    const { messagingLimit, ...change } = readChange(fieldsOf(request.body))
    if (messagingLimit !== undefined) setMessagingLimit(world, messagingLimit)
    return world.account.change(change)
  })
}

const readers: Readonly<Record<keyof Account, (value: unknown) => boolean>> = {
  timeZone: isTimeZone,
  verified: (value) => typeof value === 'boolean',
  marketingCap: (value) => value === 'own' || value === 'none' || isCount(value),
  pacing: (value) => value === null || isPacing(fieldsOf(value)),
  messagingLimit: (value) => typeof value === 'string' && Object.hasOwn(messagingLimits, value),
}

function readChange(body: Fields): Partial<Account> {
  for (const [name, value] of Object.entries(body)) {
    if (!Object.hasOwn(readers, name))
      throw invalid(`An account has no "${name}"; it has ${Object.keys(readers).join(', ')}`)
    if (!readers[name as keyof Account](value))
      throw invalid(`The account's "${name}" cannot be ${JSON.stringify(value)}; see docs/guide/emulator.md`)
  }
  return body as Partial<Account>
}

const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0

const isPacing = ({ sample, decideMs, outcome }: Fields): boolean =>
  isCount(sample) && isCount(decideMs) && ['own', 'release', 'drop'].includes(String(outcome))

function isTimeZone(value: unknown): boolean {
  try {
    calendarOf(String(value))
    return typeof value === 'string'
  } catch {
    return false
  }
}
