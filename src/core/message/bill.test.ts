import { describe, expect, test } from 'vitest'
import type { Content } from './content.ts'
import type { Message } from './message.ts'
import { nextStates, standingOf } from './bill.ts'
import type { OrderStatus } from './payment.ts'

const step = (at: number, state: OrderStatus['state'], status = 'read', reference = 'A-1'): Message =>
  said(at, { kind: 'order-status', body: 'x', footer: null, reference, state, note: null, payment: null }, status)
const paid = (at: number, state: string): Message =>
  said(at, { kind: 'payment', reference: 'A-1', state, amountMicros: null, currency: null })
const said = (at: number, content: Content, status?: string): Message =>
  ({ direction: status === undefined ? 'in' : 'out', at, content, status }) as unknown as Message

describe('a bill', () => {
  const cases: [string, Message[], ReturnType<typeof standingOf>][] = [
    ['is pending as long as nobody said more', [], { order: 'pending', payment: null }],
    ['stands by the newest word', [step(3, 'shipped'), step(1, 'processing')], { order: 'shipped', payment: null }],
    [
      'does not move by a step that failed',
      [step(1, 'processing'), step(2, 'canceled', 'failed')],
      { order: 'processing', payment: null },
    ],
    ['does not move by a step of another', [step(1, 'shipped', 'read', 'B-2')], { order: 'pending', payment: null }],
    [
      'is paid when the platform says so',
      [paid(2, 'captured'), paid(1, 'pending')],
      { order: 'pending', payment: 'captured' },
    ],
    [
      'stays paid when the order goes on',
      [paid(1, 'success'), step(2, 'shipped')],
      { order: 'shipped', payment: 'captured' },
    ],
    [
      'stays as it was at a word nobody knows',
      [paid(1, 'failed'), paid(2, 'dreamt')],
      { order: 'pending', payment: 'failed' },
    ],
  ]
  test.each(cases)('%s', (_, messages, standing) => {
    expect(standingOf('A-1', messages)).toEqual(standing)
  })

  test('never goes back, nor on from its end', () => {
    expect(nextStates('shipped')).toEqual(['completed', 'canceled'])
    expect([...nextStates('completed'), ...nextStates('canceled')]).toEqual([])
  })
})
