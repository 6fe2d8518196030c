import type { FastifyInstance } from 'fastify'
import { requirePhone } from '../control/phones.ts'
import { invalid, missing } from '../control/refusal.ts'
import { fieldsOf, textOf } from '../json.ts'
import type { World } from '../world/world.ts'
import { assistantSays, handOver, hasAssistant } from './assistant.ts'

type Where = { Params: { phone: string; number: string } }

/** Meta's assistant takes a conversation, passes it on (`has`), or answers in it (`say`). */
export function assistantRoutes(server: FastifyInstance, world: World): void {
  server.post<Where>('/control/v1/phones/:phone/chats/:number/assistant', ({ params, body }) => {
    const number = world.numbers.get(params.number)
    if (number === undefined) throw missing('number', params.number)
    const phone = requirePhone(world, params.phone)
    const { has, say } = fieldsOf(body)
    if (typeof has !== 'boolean' && textOf(say) === undefined) throw invalid('`has` is true or false, or `say` a text')
    if (typeof has === 'boolean') handOver(world, number, phone, has)
    const text = textOf(say)
    const wamid = text === undefined ? null : assistantSays(world, number, phone, text)
    return { has: hasAssistant(world, phone.id, number.id), wamid }
  })
}
