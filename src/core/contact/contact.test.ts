import { expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type { AccountId, ContactId } from '../account/account.ts'
import { type Address, type Contact, displayName } from './contact.ts'

const AT = instant(Date.UTC(2026, 10, 29))
const phone: Address = { channel: 'whatsapp', kind: 'phone', value: '5215512345678' }
const userId: Address = { channel: 'whatsapp', kind: 'user-id', value: 'MX.13491208655302741918' }
const past = [{ ...phone, until: AT }]
const person: Contact = {
  ...{ accountId: 'a' as AccountId, contactId: 'c' as ContactId, name: null, username: null },
  ...{ addresses: [], consents: [], createdAt: AT },
}

test.each<[string, Partial<Contact>, string]>([
  ['the name the business gave them', { listed: { name: 'Lucía (obra)', at: AT }, name: 'Lu' }, 'Lucía (obra)'],
  ['their own name', { name: 'Lu', username: '@lu', addresses: [phone] }, 'Lu'],
  ['their username', { username: '@lu', addresses: [phone] }, '@lu'],
  ['their phone', { addresses: [userId, phone] }, '+5215512345678'],
  [
    'the tail of their id, when their phone is hidden or somebody else’s by now',
    { addresses: [userId], past },
    '…741918',
  ],
  ['the phone they had, when they are reached at nothing any more', { past }, '+5215512345678'],
  ['nothing', {}, '—'],
])('somebody is called by %s', (_, about, name) => {
  expect(displayName({ ...person, ...about })).toBe(name)
})
