import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Fields, fieldsOf, listOf } from '../json.ts'
import { errorOf, SALES, startTestWorld, type TestWorld, WABA } from '../testing.ts'

let world: TestWorld
beforeEach(async () => void (world = await startTestWorld()))
afterEach(() => world.close())

const words = (...values: string[]) => values.map((text) => ({ type: 'text', text }))
const template = (name: string, code: string, components: Fields[], to = '+5215512345678'): Fields => ({
  to,
  type: 'template',
  template: { name, language: { code }, components },
})
const reminder = (body: Fields[], button: Fields[] = [{ type: 'text', text: 'abc' }]) =>
  template('recordatorio_pago', 'es_MX', [
    { type: 'body', parameters: body },
    { type: 'button', sub_type: 'url', index: '0', parameters: button },
  ])

describe('a template message', () => {
  it('goes out without a window, and the phone shows it filled in', async () => {
    const answer = await world.send(reminder(words('Lucía', '$100', 'lunes')))
    expect(answer.body['messages']).toMatchObject([{ message_status: 'accepted' }])
    await vi.waitFor(() => expect(world.receiver.statuses()).toHaveLength(2))
    expect(world.receiver.statuses()[0]).toMatchObject({ pricing: { category: 'utility', type: 'regular' } })
    const { body } = await world.control('GET', `phones/lucia/chats/${SALES}`)
    expect(listOf(body['data'])[0]).toMatchObject({
      message: {
        rendered: {
          body: 'Hola Lucía, tu pago de $100 vence el lunes. Puedes pagar en línea o pedirnos otra fecha.',
          buttons: [
            { type: 'URL', url: 'https://pagos.aurora.example/abc' },
            { type: 'QUICK_REPLY', text: 'Pedir otra fecha' },
          ],
        },
      },
    })
  })
  it('answers a pressed quick reply with its payload and the context', async () => {
    const sent = await world.send(reminder(words('Lucía', '$100', 'lunes')))
    const target = String(fieldsOf(listOf(sent.body['messages'])[0])['id'])
    await vi.waitFor(() => expect(world.receiver.statuses()).toHaveLength(2))
    await world.write('lucia', { kind: 'press', target, buttonId: 'Pedir otra fecha' })
    await vi.waitFor(() => expect(world.receiver.messages()).toHaveLength(1))
    expect(world.receiver.messages()[0]).toMatchObject({
      type: 'button',
      button: { payload: 'Pedir otra fecha', text: 'Pedir otra fecha' },
      context: { id: target, from: '525550001000' },
    })
  })
  it.each<[string, Fields, number, number]>([
    ['too few parameters', reminder(words('Lucía')), 132000, 400],
    ['a parameter of another type', reminder([{ type: 'image', image: {} }, ...words('a', 'b')]), 132012, 400],
    ['a line break', reminder(words('Lu\ncía', 'a', 'b')), 132018, 400],
    [
      'a button without its parameter',
      template('recordatorio_pago', 'es_MX', [{ type: 'body', parameters: words('a', 'b', 'c') }]),
      131008,
      400,
    ],
    ['another language', template('recordatorio_pago', 'es_AR', []), 132001, 404],
    ['an unknown name', template('nada', 'es_MX', []), 132001, 404],
    ['a rejected one', template('aviso_legal', 'es_MX', []), 132001, 404],
    ['a paused one', template('campana_referidos', 'es', []), 132015, 400],
    ['no header image', template('oferta_preaprobada', 'es_AR', []), 132012, 400],
    ['too long a body', reminder(words('x'.repeat(1_020), 'a', 'b')), 132005, 400],
  ])('is refused for %s', async (_, body, code, status) => {
    const answer = await world.send(body)
    expect(errorOf(answer)).toMatchObject({ code })
    expect(answer.status).toBe(status)
  })
  it('needs a phone number for an authentication code', async () => {
    const user = String((await world.control('GET', 'phones/carla')).body['userId'])
    const components = [
      { type: 'body', parameters: words('123456') },
      { type: 'button', sub_type: 'url', index: '0', parameters: words('123456') },
    ]
    const body = { ...template('codigo_acceso', 'es', components), to: undefined, recipient: user }
    expect(errorOf(await world.send(body))).toMatchObject({ code: 131062 })
  })
  it('brings no marketing to the United States', async () => {
    await world.control('POST', 'phones', { name: 'Ann', waId: '14155550123' })
    await world.graph('POST', `${WABA}/message_templates`, {
      name: 'promo',
      language: 'en_US',
      category: 'MARKETING',
      components: [{ type: 'BODY', text: 'All our loans are cheaper this week.' }],
    })
    await vi.waitFor(() => expect(world.receiver.values()).toMatchObject([{ event: 'APPROVED' }]), 4_000)
    await world.send(template('promo', 'en_US', [], '+14155550123'))
    await vi.waitFor(() =>
      expect(world.receiver.statuses()).toMatchObject([{ status: 'failed', errors: [{ code: 131049 }] }]),
    )
  })
})
