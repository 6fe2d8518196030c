import { expect, test } from 'vitest'
import type { InteractiveContent } from '#core/message/content.ts'
import { renderInteractive } from './render-interactive.ts'
import { contentOf } from '#core/message/check/test-contents.ts'

const render = (content: InteractiveContent) => renderInteractive(content, () => 'file-1')

test('a link stands under its picture', () => {
  expect(render(contentOf('link'))).toEqual({
    type: 'cta_url',
    header: { type: 'image', image: { id: 'file-1' } },
    body: { text: 'Tu cuota vence mañana' },
    footer: { text: 'Crédito Aurora' },
    action: { name: 'cta_url', parameters: { display_text: 'Pagar', url: 'https://example.com/pagar/1042' } },
  })
})

test('requests name what they ask for', () => {
  expect(render(contentOf('location-request')).type).toBe('location_request_message')
  expect(render(contentOf('contact-request'))).toMatchObject({
    type: 'request_contact_info',
    action: { name: 'request_contact_info' },
  })
  expect(render({ kind: 'call-request', body: null })).toEqual({
    type: 'call_permission_request',
    action: { name: 'call_permission_request' },
  })
})

test('cards are numbered from zero', () => {
  const { action } = render(contentOf('carousel')) as unknown as { action: { cards: { card_index: number }[] } }
  expect(action.cards.map(({ card_index }) => card_index)).toEqual([0, 1])
})

test('a form begins on its screen with what is filled in, or where the server says', () => {
  const form = contentOf('form')
  expect(render(form)).toMatchObject({
    type: 'flow',
    action: {
      name: 'flow',
      parameters: {
        flow_message_version: '3',
        flow_id: '1234567890',
        flow_cta: 'Agendar',
        flow_token: 'visita-1042',
        flow_action: 'navigate',
        flow_action_payload: { screen: 'FECHA', data: { sucursal: 'Centro' } },
      },
    },
  })
  const server = render({ ...form, form: { name: 'visita' }, start: { kind: 'server' }, draft: true })
  expect(server).toMatchObject({
    action: { parameters: { flow_name: 'visita', flow_action: 'data_exchange', mode: 'draft' } },
  })
  expect(JSON.stringify(server)).not.toContain('flow_action_payload')
})

test('a bill adds up in hundredths', () => {
  expect(render(contentOf('order-details'))).toMatchObject({
    type: 'order_details',
    action: {
      name: 'review_and_pay',
      parameters: {
        total_amount: { value: 25_000, offset: 100 },
        order: {
          subtotal: { value: 24_100 },
          shipping: { value: 1_500 },
          discount: { value: 600 },
          expiration: { timestamp: '1798761600' },
        },
      },
    },
  })
})
