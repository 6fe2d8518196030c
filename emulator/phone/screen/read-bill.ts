import { type Fields, fieldsOf, listOf } from '../../json.ts'
import type { Card } from './content-types.ts'
import { safeAddress, word } from './read-media.ts'

type Frame = Omit<Card, 'buttons'>

/** A bill (`order_details`): its lines under the words, and the ways to pay it as buttons. */
export function billCard(frame: Frame, parameters: Fields): Card {
  const currency = word(parameters['currency'])
  const order = fieldsOf(parameters['order'])
  const lines = listOf(order['items']).map((entry) => {
    const item = fieldsOf(entry)
    const quantity = Number(item['quantity'] ?? 1) || 1
    const price = amountOf(item['sale_amount'] ?? item['amount'], quantity)
    return `${quantity} × ${word(item['name'])} · ${price}`
  })
  const total = `*Total ${amountOf(parameters['total_amount'])} ${currency}*`
  return {
    ...frame,
    body: [frame.body, '', ...lines, total].join('\n'),
    buttons: [
      ...listOf(parameters['payment_settings']).map((entry) => wayOf(fieldsOf(entry))),
      { kind: 'pay', text: '' },
      { kind: 'fail-to-pay', text: '' },
    ],
  }
}

function wayOf(setting: Fields): Card['buttons'][number] {
  switch (word(setting['type'])) {
    case 'payment_link':
      return { kind: 'link', text: 'Link', href: safeAddress(word(fieldsOf(setting['payment_link'])['uri'])) }
    case 'boleto':
      return { kind: 'copy', text: 'Boleto', code: word(fieldsOf(setting['boleto'])['digitable_line']) }
    default:
      return { kind: 'copy', text: 'Pix', code: word(fieldsOf(setting['pix_dynamic_code'])['code']) }
  }
}

/** How an order stands (`order_status`). */
export function standingCard(frame: Frame, parameters: Fields): Card {
  const order = fieldsOf(parameters['order'])
  const about = [`*${word(parameters['reference_id'])}*`, word(order['description'])]
  const body = [frame.body, '', about.filter(Boolean).join(' · ')].join('\n')
  return { ...frame, body, standing: word(order['status']), buttons: [] }
}

function amountOf(value: unknown, times = 1): string {
  const amount = fieldsOf(value)
  return ((Number(amount['value'] ?? 0) * times) / (Number(amount['offset']) || 100)).toFixed(2)
}
