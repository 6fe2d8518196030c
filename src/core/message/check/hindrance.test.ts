import { expect, test } from 'vitest'
import { hours, instant, type Duration } from '#base/time.ts'
import type { Contact } from '../../contact/contact.ts'
import type { Content, OutboundContent } from '../content.ts'
import type { Message } from '../message.ts'
import { hindranceTo } from './hindrance.ts'

const NOW = instant(1_796_000_000_000)
const contact = (phone: string | null): Contact =>
  ({ addresses: phone === null ? [] : [{ channel: 'whatsapp', kind: 'phone', value: phone }] }) as unknown as Contact
const ago = (duration: Duration, content: Content, status = 'read'): Message =>
  ({
    direction: content.kind === 'call-request' ? 'out' : 'in',
    at: NOW - duration,
    content,
    status,
  }) as unknown as Message
const asked = (hoursAgo: number, status?: string) => ago(hours(hoursAgo), { kind: 'call-request', body: null }, status)
const answered = (allowed: boolean, until: number | null) =>
  ago(hours(1), { kind: 'call-answer', allowed, until: until === null ? null : instant(until), automatic: false })

type Case = [string, OutboundContent['kind'], string, string | null, Message[], ReturnType<typeof hindranceTo>]
const cases: Case[] = [
  ['a bill in Brazil goes', 'order-details', 'BR', '5511987654321', [], null],
  ['a bill from Mexico does not', 'order-details', 'MX', '5511987654321', [], { kind: 'country', countries: ['BR'] }],
  ['a bill to Mexico does not', 'order-status', 'BR', '5215512345678', [], { kind: 'country', countries: ['BR'] }],
  ['an address in India is asked for', 'address-request', 'IN', '919812345678', [], null],
  ['an address of somebody unknown is not', 'address-request', 'IN', null, [], { kind: 'country', countries: ['IN'] }],
  ['a phone that is hidden is asked for', 'contact-request', 'MX', null, [], null],
  ['a phone that is known is not', 'contact-request', 'MX', '5215512345678', [], { kind: 'given' }],
  ['buttons go everywhere', 'buttons', 'MX', null, [], null],
  ['a call is asked for', 'call-request', 'MX', null, [], null],
  [
    'and not twice in a day',
    'call-request',
    'MX',
    null,
    [asked(20)],
    { kind: 'asked', until: (NOW + hours(4)) as never },
  ],
  ['but again after a day', 'call-request', 'MX', null, [asked(24)], null],
  [
    'and not a third time in a week',
    'call-request',
    'MX',
    null,
    [asked(30), asked(100)],
    { kind: 'asked', until: (NOW + hours(68)) as never },
  ],
  ['a request that was lost does not count', 'call-request', 'MX', null, [asked(2, 'failed')], null],
  ['who allowed calls is not asked', 'call-request', 'MX', null, [answered(true, NOW + 1)], { kind: 'given' }],
  ['who allowed them until now is', 'call-request', 'MX', null, [answered(true, NOW)], null],
  ['who refused may change their mind', 'call-request', 'MX', null, [answered(false, null)], null],
]
test.each(cases)('%s', (_, kind, country, phone, messages, expected) => {
  expect(hindranceTo(kind, { line: { country }, contact: contact(phone), messages, now: NOW })).toEqual(expected)
})
