import { conflict, invalid } from '../control/refusal.ts'
import { type Fields, textOf } from '../json.ts'
import type { BusinessNumber, Phone } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { currentCall } from './call.ts'
import { answer, begin, end, take } from './life.ts'

const ANSWERS = ['temporary', 'permanent', 'no'] as const
const ACTS = ['call', 'take', 'refuse', 'hang-up'] as const

/** What a customer says of being called: `answer`, and `wamid` of the request where it is one. */
export async function answerOnCalls(world: World, phone: Phone, number: BusinessNumber, body: Fields): Promise<Fields> {
  const said = ANSWERS.find((known) => known === body['answer'])
  if (said === undefined) throw invalid(`\`answer\` is one of ${ANSWERS.join(', ')}`)
  await answer(world, phone, number, said, { id: textOf(body['wamid']) ?? null, isAutomatic: false })
  return { success: true }
}

/** What a customer does about calls: they call, or take, refuse and end the one there is. */
export function actOnCall(world: World, phone: Phone, number: BusinessNumber, body: Fields): Fields {
  const act = ACTS.find((known) => known === body['act'])
  if (act === undefined) throw invalid(`\`act\` is one of ${ACTS.join(', ')}`)
  const current = currentCall(world, phone.id, number.id)
  if (act === 'call') {
    if (!phone.online) throw conflict(`${phone.name} is offline`)
    if (phone.blocked.includes(number.id)) throw conflict(`${phone.name} has blocked this number; unblock it first`)
    if (current !== null) throw conflict('There is a call already')
    return { id: begin(world, phone, number, 'customer', null).id }
  }
  if (current === null) throw conflict('There is no call')
  if (act === 'hang-up') end(world, current)
  else if (current.by !== 'business' || current.acceptedAt !== null) throw conflict('It is not ringing here')
  else if (act === 'take') take(world, current)
  else end(world, current, true)
  return { id: current.id }
}

/** The call that goes on, as a phone shows it. */
export function shownCall(world: World, phone: Phone, number: BusinessNumber) {
  const call = currentCall(world, phone.id, number.id)
  return call && { id: call.id, by: call.by, isTaken: call.acceptedAt !== null }
}
