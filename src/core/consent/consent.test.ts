import { describe, expect, test } from 'vitest'
import { days, type Instant, instant, minutes, plus } from '#base/time.ts'
import type { ConsentEntryId, ContactId, LineId } from '../account/account.ts'
import { type Address, addressKey, type Contact } from '../contact/contact.ts'
import { SALES } from '../loop/scene.ts'
import { type ConsentStanding, consentsAfter, type Scope } from './consent.ts'
import { consentOf } from './consent-of.ts'

const NOON: Instant = instant(Date.UTC(2026, 10, 29, 12))
const PHONE: Address = { channel: 'whatsapp', kind: 'phone', value: '5215512345678' }
const USER_ID: Address = { channel: 'whatsapp', kind: 'user-id', value: 'MX.1349' }
const NEW_ID: Address = { channel: 'whatsapp', kind: 'user-id', value: 'MX.7777' }
const BRAND: Scope = { kind: 'brand' }
const CHANNEL: Scope = { kind: 'channel', channel: 'whatsapp' }
const LINE: Scope = { kind: 'line', lineId: SALES.lineId }
const OTHER_LINE: Scope = { kind: 'line', lineId: 'other' as LineId }

let entries = 0
const word = (
  change: ConsentStanding['change'],
  scope: Scope,
  minute: number,
  more: Partial<ConsentStanding> = {},
) => ({
  entryId: `entry-${String(++entries).padStart(4, '0')}` as ConsentEntryId,
  purpose: 'marketing' as const,
  scope,
  change,
  at: plus(NOON, minutes(minute)),
  until: null,
  means: 'keyword' as const,
  isExpress: true,
  address: addressKey(USER_ID),
  ...more,
})

const contactWith = (
  consents: readonly ConsentStanding[],
  addresses: readonly Address[] = [USER_ID, PHONE],
): Contact => ({
  accountId: SALES.accountId,
  contactId: 'lucia' as ContactId,
  name: 'Lucía',
  username: null,
  addresses,
  consents,
  createdAt: NOON,
})

describe('what a person last said about marketing on the sales line', () => {
  test.each<[string, readonly ConsentStanding[], 'given' | 'withdrawn' | 'none']>([
    ['nothing was said', [], 'none'],
    ['yes, to everything', [word('given', BRAND, 0)], 'given'],
    ['yes, on WhatsApp', [word('given', CHANNEL, 0)], 'given'],
    ['yes, to this line', [word('given', LINE, 0)], 'given'],
    ['yes, to another line', [word('given', OTHER_LINE, 0)], 'none'],
    ['yes, to something else', [word('given', BRAND, 0, { purpose: 'notices' })], 'none'],
    ['no to everything, after yes to this line', [word('given', LINE, 0), word('withdrawn', BRAND, 1)], 'withdrawn'],
    ['yes to this line, after no to everything', [word('withdrawn', BRAND, 0), word('given', LINE, 1)], 'given'],
    [
      'no to another line, after yes to everything',
      [word('given', BRAND, 0), word('withdrawn', OTHER_LINE, 1)],
      'given',
    ],
    ['yes and no at the very same instant', [word('withdrawn', BRAND, 0), word('given', LINE, 0)], 'withdrawn'],
    ['yes, declared expired since', [word('given', BRAND, 0), word('expired', LINE, 1)], 'none'],
    ['yes, until a minute from now', [word('given', BRAND, 0, { until: plus(NOON, days(2)) })], 'given'],
    ['yes, until this very instant', [word('given', BRAND, 0, { until: plus(NOON, days(1)) })], 'none'],
    [
      'no to everything, then yes to this line that has run out',
      [word('withdrawn', BRAND, 0), word('given', LINE, 1, { until: plus(NOON, minutes(2)) })],
      'withdrawn',
    ],
  ])('%s', (_, consents, kind) => {
    for (const order of [consents, consents.toReversed()]) {
      expect(consentOf(contactWith(order), 'marketing', SALES, plus(NOON, days(1))).kind).toBe(kind)
    }
  })
})

describe('a word is bound to who said it', () => {
  const yes = word('given', BRAND, 0)
  const no = word('withdrawn', BRAND, 1)
  const byPhone = { address: addressKey(PHONE) }
  test.each<[string, readonly ConsentStanding[], readonly Address[], 'given' | 'withdrawn' | 'none']>([
    ['said under the user id, another phone since', [yes], [USER_ID, { ...PHONE, value: '1' }], 'given'],
    [
      'said under a phone, whose user id was learnt since',
      [word('given', BRAND, 0, byPhone)],
      [USER_ID, PHONE],
      'given',
    ],
    ['said under a phone that is gone', [word('given', BRAND, 0, byPhone)], [USER_ID], 'none'],
    ['a yes under a former user id', [yes], [USER_ID, NEW_ID, PHONE], 'none'],
    ['a no under a former user id', [no], [USER_ID, NEW_ID, PHONE], 'withdrawn'],
    ['a no under an address of somebody else', [no], [NEW_ID, PHONE], 'none'],
  ])('%s', (_, consents, addresses, kind) => {
    expect(consentOf(contactWith(consents, addresses), 'marketing', SALES, plus(NOON, days(1))).kind).toBe(kind)
  })
})

describe('of all words on one purpose, scope and address only the newest is kept', () => {
  test('in whatever order they come', () => {
    const words = [
      word('given', BRAND, 0),
      word('withdrawn', BRAND, 2),
      word('given', BRAND, 1),
      word('given', LINE, 0),
    ]
    const orders = [words, words.toReversed(), [words[1], words[0], words[3], words[2]]] as ConsentStanding[][]
    for (const order of orders) {
      const kept = order.reduce<readonly ConsentStanding[]>(consentsAfter, [])
      expect(new Set(kept)).toEqual(new Set([words[1], words[3]]))
    }
  })
})
