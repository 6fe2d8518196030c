import type { FastifyInstance } from 'fastify'
import { type Fields, fieldsOf } from '../json.ts'
import { type Account, messagingLimits } from '../world/account.ts'
import { calendarOf } from '../world/local-time.ts'
import { setMessagingLimit } from '../send/portfolio.ts'
import type { World } from '../world/world.ts'
import { wabaNamed } from './portfolios.ts'
import { invalid } from './refusal.ts'

type Which = { Querystring: { waba?: string } }

/** `/control/v1/account?waba=`: what Meta holds of an account and its portfolio; of the first unless said otherwise. */
export function accountRoutes(server: FastifyInstance, world: World): void {
  server.get<Which>('/control/v1/account', ({ query }) => world.account.of(wabaNamed(world, query.waba)))
  server.put<Which>('/control/v1/account', (request) => {
    const waba = wabaNamed(world, request.query.waba)
    const { messagingLimit, ...change } = readChange(fieldsOf(request.body))
    if (messagingLimit !== undefined) setMessagingLimit(world, waba, messagingLimit)
    return world.account.change(waba, change)
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
