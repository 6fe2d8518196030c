import { refuse } from '../graph/errors.ts'
import type { Fields } from '../json.ts'
import { fieldsOf, listOf, textOf } from '../json.ts'
import type { Content } from '../send/content.ts'
import type { BusinessNumber, Phone } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { CONNECTED_CALLS, REQUEST_LIMITS } from './limits.ts'

/** What one person lets one number do, and what the number has done of it. */
export type Kept = {
  /** `until` null: for good. */
  readonly given: { readonly until: number | null } | null
  readonly requests: readonly number[]
  /** When calls of the business connected. */
  readonly connected: readonly number[]
  /** When a call of either side last connected: requests before it count no more. */
  readonly spokeAt: number
  readonly unanswered: number
}
const NOTHING: Kept = { given: null, requests: [], connected: [], spokeAt: 0, unanswered: 0 }

const tableOf = (world: World) => world.store.table<Kept>('call-permissions')
const keyOf = (phone: Phone, number: BusinessNumber): string => `${phone.id}|${number.id}`

export const keptOf = (world: World, phone: Phone, number: BusinessNumber): Kept =>
  tableOf(world).get(keyOf(phone, number)) ?? NOTHING

export const change = (world: World, phone: Phone, number: BusinessNumber, part: Partial<Kept>): void =>
  tableOf(world).put(keyOf(phone, number), { ...keptOf(world, phone, number), ...part })

export type Status = 'no_permission' | 'temporary' | 'permanent'

export function statusOf({ given }: Kept, now: number): Status {
  if (given === null) return 'no_permission'
  if (given.until === null) return 'permanent'
  return given.until > now ? 'temporary' : 'no_permission'
}

/** Meta switches calling on by a setting; here it is on until somebody switches it off. */
export function mustHaveCalling(number: BusinessNumber): void {
  const calling = fieldsOf(fieldsOf(number.settings['settings'])['calling'])
  if (textOf(calling['status']) === 'DISABLED') throw refuse(138000)
}

/** Refuses one more request where Meta does; outside of limits nothing stands against it. Throws Meta's refusal. */
export function mustBeAskable(world: World, phone: Phone | null, number: BusinessNumber): void {
  mustHaveCalling(number)
  if (phone === null) return
  const now = world.clock.now()
  const kept = keptOf(world, phone, number)
  if (statusOf(kept, now) === 'permanent') throw refuse(138017)
  if (requestLimits(kept, now).some(({ until }) => until !== null)) throw refuse(138009)
}

export function noteRequest(world: World, phone: Phone, number: BusinessNumber): void {
  const { requests } = keptOf(world, phone, number)
  change(world, phone, number, { requests: [...requests, world.clock.now()].slice(-10) })
}

/** Whether a message asks for the permission: of itself, or as a template. */
export const asksForCalls = ({ message, template }: Pick<Content, 'message' | 'template'>): boolean =>
  fieldsOf(message['interactive'])['type'] === 'call_permission_request' ||
  (template?.template.components ?? []).some(isRequest)

const isRequest = (component: Fields): boolean =>
  [component, ...listOf(component['buttons'])].some(
    (part) => textOf(fieldsOf(part)['type'])?.toUpperCase() === 'CALL_PERMISSION_REQUEST',
  )

type Limit = { readonly period: string; readonly max: number; readonly used: number; readonly until: number | null }

export const requestLimits = ({ requests, spokeAt }: Kept, now: number): readonly Limit[] =>
  REQUEST_LIMITS.map((limit) =>
    used(
      limit,
      requests.filter((at) => at > spokeAt),
      now,
    ),
  )

export const callLimit = ({ connected }: Kept, now: number): Limit => used(CONNECTED_CALLS, connected, now)

function used({ period, within, max }: (typeof REQUEST_LIMITS)[number], times: readonly number[], now: number): Limit {
  const counted = times.filter((at) => now - at < within)
  const oldest = counted.at(-max)
  return { period, max, used: counted.length, until: oldest === undefined ? null : oldest + within }
}
