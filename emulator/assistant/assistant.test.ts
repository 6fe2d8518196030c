import { expect, it } from 'vitest'
import { fieldsOf } from '../json.ts'
import { startTestWorld, SALES } from '../testing.ts'

it('answers until the business writes or it hands over, and again when it is given back', async () => {
  const world = await startTestWorld()
  try {
    const path = `phones/lucia/chats/${SALES}/assistant`
    const owners = () =>
      world.receiver
        .values()
        .flatMap((value) => ('type' in value ? [fieldsOf(value[String(value['type'])])['new_owner_role']] : []))
    await world.control('POST', path, { has: true })
    await expect.poll(owners).toEqual(['ai_agent'])
    await world.write('lucia', { kind: 'text', text: 'hola' })
    await world.control('POST', path, { say: 'Soy el asistente' })
    await expect.poll(() => world.receiver.bodies.filter(({ raw }) => raw.includes('"field":"standby"')).length).toBe(2)
    await world.send({ to: '+5215512345678', type: 'text', text: { body: 'la atiendo yo' } })
    await expect.poll(owners).toEqual(['ai_agent', 'escalation'])
    const release = { messaging_product: 'whatsapp', action: 'release', to: '+5215512345678' }
    expect((await world.graph('POST', `business/whatsapp/phone_numbers/${SALES}/thread_control`, release)).status).toBe(
      200,
    )
    await expect.poll(owners).toEqual(['ai_agent', 'escalation', 'ai_agent'])
    const odd = await world.graph('POST', `business/whatsapp/phone_numbers/${SALES}/thread_control`, { action: 'pass' })
    expect(odd.status).toBe(400)
  } finally {
    await world.close()
  }
})
