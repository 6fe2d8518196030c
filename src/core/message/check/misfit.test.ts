import { expect, test } from 'vitest'
import type { OutboundContent } from '../content.ts'
import { check } from './check.ts'
import { type Misfit, misfitOf } from './misfit.ts'
import { contentOf, CONTENTS, FILE } from './test-contents.ts'

const buttons = contentOf('buttons')
const list = contentOf('list')
const link = contentOf('link')
const carousel = contentOf('carousel')
const bill = contentOf('order-details')
const NOBODY = { name: 'Ana', phones: [{ phone: ' ', type: null, waId: null }], emails: [], organisation: null }
const pix = { kind: 'pix', code: '', merchant: 'Aurora', key: 'k', keyType: 'EVP' } as const

const cases: [string, OutboundContent, string, Misfit['kind']][] = [
  ['no words', { ...buttons, body: ' ' }, 'body', 'empty'],
  ['a label too long', { ...link, label: 'a'.repeat(21) }, 'label', 'too-long'],
  ['no address', { ...link, url: '' }, 'url', 'address'],
  ['an address with a blank', { ...link, url: 'https://example.com/a b' }, 'url', 'address'],
  ['an address that hides where it leads', { ...link, url: 'https://bank.com@evil.com' }, 'url', 'address'],
  [
    'two buttons alike',
    { ...buttons, buttons: [0, 1].map((id) => ({ id: `${id}`, title: 'Sí' })) },
    'buttons.1.title',
    'repeated',
  ],
  ['a section of a list without rows', { ...list, sections: [{ title: null, rows: [] }] }, 'sections.0.rows', 'empty'],
  ['a list without rows', { ...list, sections: [{ title: null, rows: [] }] }, 'rows', 'count'],
  ['one card alone', { ...carousel, cards: carousel.cards.slice(1) }, 'cards', 'count'],
  ['a header of another type', { ...link, header: { kind: 'video', media: FILE } }, 'header', 'file'],
  ['a bill in pesos', { ...bill, currency: 'MXN' }, 'currency', 'choice'],
  ['half a cent', { ...bill, taxMicros: 5_000 }, 'taxMicros', 'amount'],
  ['a bill of nothing', { ...bill, discountMicros: 256_000_000 }, 'items', 'nothing-to-pay'],
  ['a reference with a blank', { ...bill, reference: 'a b' }, 'reference', 'reference'],
  [
    'a place that is none',
    { kind: 'location', latitude: Number.NaN, longitude: 0, name: null, address: null },
    'latitude',
    'place',
  ],
  ['a contact without a phone', { kind: 'contacts', contacts: [NOBODY] }, 'contacts.0.phones.0.phone', 'empty'],
  ['a Pix without its code', { ...bill, payments: [pix] }, 'payments.0.code', 'empty'],
]
test.each(cases)('%s is told at its field', (_, content, field, kind) => {
  const about = check(content).find((each) => each.field === field)
  expect(about && misfitOf(about).kind).toBe(kind)
})

test('how long it may be and by how much it is longer is told', () => {
  const [about] = check({ ...link, label: 'a'.repeat(23) })
  expect(about && misfitOf(about)).toEqual({ kind: 'too-long', max: 20, over: 3 })
})

test('every example goes through', () => {
  expect(CONTENTS.flatMap(check)).toEqual([])
})
