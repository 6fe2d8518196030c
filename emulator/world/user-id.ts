import { userIdFor } from './ids.ts'
import type { BusinessNumber, Phone } from './model.ts'
import type { World } from './world.ts'

/** A phone's user id as the portfolio of a number knows it: each has another (Business-scoped user IDs, 2026-05). */
export function userIdIn(world: Pick<World, 'wabas'>, number: Pick<BusinessNumber, 'wabaId'>, phone: Phone): string {
  const { businessId } = world.wabas.of(number)
  const isFirst = businessId === world.wabas.first.businessId
  return isFirst ? phone.userId : userIdFor(phone.country, businessId, phone.userId)
}

/** Whose user id it is in the portfolio of a number; that of another portfolio leads to nobody. */
export function phoneByUserId(world: World, number: BusinessNumber, userId: string): Phone | undefined {
  const { businessId } = world.wabas.of(number)
  if (businessId === world.wabas.first.businessId) return world.phones.byUserId(userId)
  return [...world.phones.all()].find((phone) => userIdIn(world, number, phone) === userId)
}
