import { type Fields, fieldsOf, listOf, textOf } from '../json.ts'
import { digitsOf } from '../world/address.ts'
import { SERVICE_WINDOW_MS } from '../send/window.ts'
import type { BusinessNumber, Phone } from '../world/model.ts'
import { phoneByUserId, userIdIn } from '../world/user-id.ts'
import type { World } from '../world/world.ts'
import { type GraphCall, parameter } from './call.ts'
import { codeText } from './error-codes.ts'
import { badParameter, GraphError } from './errors.ts'
import { page } from './paging.ts'

/** GET /{number}/block_users. */
export function listBlocked(world: World, number: BusinessNumber, call: GraphCall): Fields {
  const rows = number.blockedPhones.flatMap((id) => {
    const phone = world.phones.get(id)
    return phone === undefined ? [] : [{ messaging_product: 'whatsapp', ...idsOf(world, number, phone) }]
  })
  return page(call, rows, (row) => String(row['user_id']))
}

/** POST and DELETE: users who wrote in the last 24 hours only; a mixed outcome is an error with both lists (§1.6). */
export function changeBlocked(world: World, number: BusinessNumber, call: GraphCall): Fields {
  const users = listOf(parameter(call, 'block_users'))
  if (users.length === 0) throw badParameter('The parameter block_users is required.')
  const isBlocking = call.method === 'POST'
  const done: Fields[] = []
  const refused: Fields[] = []
  const blocked = new Set(number.blockedPhones)
  for (const user of users) {
    const input = textOf(fieldsOf(user)['user'] ?? fieldsOf(user)['user_id']) ?? ''
    const phone = phoneOf(world, number, input)
    const problem = phone === undefined ? 131026 : isBlocking && !wroteLately(world, number, phone) ? 131047 : null
    if (phone === undefined || problem !== null) {
      const { title, details } = codeText(problem ?? 131026)
      refused.push({ input, errors: [{ message: title, code: problem, error_data: { details } }] })
      continue
    }
    done.push({ input, ...idsOf(world, number, phone) })
    if (isBlocking) blocked.add(phone.id)
    else blocked.delete(phone.id)
  }
  world.numbers.patch(number.id, { blockedPhones: [...blocked] })
  const outcome = { [isBlocking ? 'added_users' : 'removed_users']: done }
  if (refused.length === 0) return { messaging_product: 'whatsapp', block_users: outcome }
  const { title, details } = codeText(139100)
  const error = new GraphError(400, {
    message: `(#139100) ${title}`,
    type: 'OAuthException',
    code: 139100,
    error_data: { details },
  })
  Object.assign(error.body, { messaging_product: 'whatsapp', block_users: { ...outcome, failed_users: refused } })
  throw error
}

/** A number that is hidden is not told. */
const idsOf = (world: World, number: BusinessNumber, phone: Phone): Fields => ({
  ...(phone.hidden ? {} : { wa_id: phone.waId }),
  user_id: userIdIn(world, number, phone),
})

const phoneOf = (world: World, number: BusinessNumber, input: string): Phone | undefined =>
  phoneByUserId(world, number, input) ?? world.phones.byNumber(digitsOf(input) ?? '')

const wroteLately = (world: World, number: BusinessNumber, phone: Phone): boolean =>
  world.clock.now() - (world.chats.get(phone.id, number.id).lastUserAt ?? 0) < SERVICE_WINDOW_MS
