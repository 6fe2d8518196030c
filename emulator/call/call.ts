import type { Side } from '../world/model.ts'
import type { Table } from '../world/store.ts'
import type { World } from '../world/world.ts'

/** One call between a customer and a number, from its first ring on. */
export type Call = {
  readonly id: string
  readonly phone: string
  readonly number: string
  readonly by: Side
  readonly at: number
  /** When whoever was called took it; `null`: nobody has. */
  readonly acceptedAt: number | null
  readonly endedAt: number | null
  readonly callbackData: string | null
  /** What the business pre-accepted with: it must accept with the same. */
  readonly answer: string | null
}

export const callsOf = (world: World): Table<Call> => world.store.table<Call>('calls')

export const isOver = ({ endedAt }: Call): boolean => endedAt !== null

/** The call that goes on between the two; there is never more than one. */
export const currentCall = (world: World, phone: string, number: string): Call | null =>
  [...callsOf(world).all()].find((call) => !isOver(call) && call.phone === phone && call.number === number) ?? null
