import { expect, test } from 'vitest'
import type { Contact } from '../../contact/contact.ts'
import type { OutboundContent } from '../content.ts'
import { hindranceTo } from './hindrance.ts'

const contact = (phone: string | null): Contact =>
  ({ addresses: phone === null ? [] : [{ channel: 'whatsapp', kind: 'phone', value: phone }] }) as unknown as Contact
type Case = [string, OutboundContent['kind'], string, string | null, ReturnType<typeof hindranceTo>]
const cases: Case[] = [
  ['a bill in Brazil goes', 'order-details', 'BR', '5511987654321', null],
  ['a bill from Mexico does not', 'order-details', 'MX', '5511987654321', { kind: 'country', countries: ['BR'] }],
  ['a bill to Mexico does not', 'order-status', 'BR', '5215512345678', { kind: 'country', countries: ['BR'] }],
  ['an address in India is asked for', 'address-request', 'IN', '919812345678', null],
  ['an address of somebody unknown is not', 'address-request', 'IN', null, { kind: 'country', countries: ['IN'] }],
  ['a phone that is hidden is asked for', 'contact-request', 'MX', null, null],
  ['a phone that is known is not', 'contact-request', 'MX', '5215512345678', { kind: 'given' }],
  ['buttons go everywhere', 'buttons', 'MX', null, null],
]
test.each(cases)('%s', (_, kind, country, phone, expected) => {
  expect(hindranceTo(kind, { line: { country }, contact: contact(phone) })).toEqual(expected)
})
