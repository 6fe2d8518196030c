import { days } from '#base/time.ts'
import { badParameter, refuse } from '../graph/errors.ts'
import { type Fields, textOf } from '../json.ts'
import { requireFields, requireNumber, requireOneOf, requireText } from '../send/checks.ts'
import { newWamid } from '../world/ids.ts'
import type { World } from '../world/world.ts'
import { type Group, groupsOf, messagesOf, type Pin } from './groups.ts'
import { addLine, showGroup } from './thread.ts'

/** "Up to three", and for how many days (Groups API, Pin messages, 2026-05; the shape of the body is unverified). */
const PINS_MAX = 3
const [DAYS_MIN, DAYS_MAX, DAYS_USUAL] = [1, 30, 7]

/** `type: pin`: a message of the group stands at the top of it, or does not any more. The oldest of four goes. */
export function pin(world: World, group: Group, body: Fields): Fields {
  if (textOf(body['messaging_product']) !== 'whatsapp')
    throw badParameter('The parameter messaging_product is required.')
  const asked = requireFields(body['pin'], 'pin')
  const operation = requireOneOf(asked['type'], "pin['type']", ['pin', 'unpin'])
  const wamid = requireText(asked['message_id'], "pin['message_id']", 'Message id', 512)
  const lasts = asked['expiration_days'] ?? DAYS_USUAL
  const forDays = requireNumber(lasts, "pin['expiration_days']", DAYS_MIN, DAYS_MAX)
  const target = messagesOf(world).get(wamid)
  if (target?.group !== group.id || target.revoked === true) throw refuse(131009, 'Message ID is invalid')
  const others = livePins(world, group).filter((each) => each.wamid !== wamid)
  const own = operation === 'pin' ? [{ wamid, until: world.clock.now() + days(forDays) }] : []
  const now = groupsOf(world).patch(group.id, { pins: [...others, ...own].slice(-PINS_MAX) })
  if (operation === 'pin') addLine(world, group.id, 'pinned', null)
  showGroup(world, now ?? group)
  return {
    messaging_product: 'whatsapp',
    contacts: [{ input: group.id, wa_id: group.id }],
    messages: [{ id: newWamid(group.number, 'business'), group_id: group.id }],
  }
}

/** Those that have not run out, oldest first. */
export const livePins = (world: World, { pins = [] }: Group): readonly Pin[] =>
  pins.filter(({ until }) => until > world.clock.now())
