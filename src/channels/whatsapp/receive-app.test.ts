import { expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import { receive } from './receive.ts'

const METADATA = { display_phone_number: '525550001000', phone_number_id: '106540352242922' }
const read = (field: string, value: object) =>
  receive(
    new TextEncoder().encode(
      JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [{ id: '102290129340398', changes: [{ field, value: { metadata: METADATA, ...value } }] }],
      }),
    ),
  )
const entry = (about: object, action = 'add', timestamp: unknown = '1795000309') => ({
  type: 'contact',
  contact: { full_name: 'Marta Quiroga', first_name: 'Marta', phone_number: '+52 1 55 4321 8765', ...about },
  action,
  metadata: { timestamp },
})

test('entries of the address book come with number, name and time', () => {
  const state_sync = [
    entry({}),
    entry({ full_name: '' }),
    entry({}, 'remove'),
    entry({ full_name: ' ', first_name: '' }),
  ]
  const phone = '5215543218765'
  const at = instant(1_795_000_309_000)
  expect(read('smb_app_state_sync', { state_sync })).toMatchObject({
    inbound: [
      {
        kind: 'receive-app-contacts',
        lineKey: { channel: 'whatsapp', key: '106540352242922' },
        contacts: [
          { phone, name: 'Marta Quiroga', at },
          { phone, name: 'Marta', at },
          { phone, name: null, at },
          { phone, name: null, at },
        ],
      },
    ],
    setAside: [],
  })
})

test('thousands are cut into portions, and none is lost', () => {
  const state_sync = Array.from({ length: 2_345 }, (_, index) =>
    entry({ phone_number: String(5_215_500_000_000 + index) }),
  )
  const read_ = read('smb_app_state_sync', { state_sync })
  const portions = read_.kind === 'ours' ? read_.inbound : []
  const sizes = portions.map((each) => (each.kind === 'receive-app-contacts' ? each.contacts.length : 0))
  expect(sizes).toEqual([...Array.from({ length: 23 }, () => 100), 45])
})

test('an entry without a number or a time is set aside, and its neighbours pass', () => {
  const state_sync = [entry({ phone_number: '' }), entry({}), entry({}, 'add', 'ayer'), null]
  expect(read('smb_app_state_sync', { state_sync })).toMatchObject({
    inbound: [{ contacts: [{ phone: '5215543218765' }] }],
    setAside: [
      { reason: 'An entry of the address book without a number' },
      { reason: 'An entry of the address book without a time' },
      { reason: 'An entry of the address book without a number' },
    ],
  })
})

test('a shape nobody has heard of is kept as it is', () => {
  expect(read('smb_app_state_sync', { contacts_sync: [] })).toMatchObject({
    inbound: [{ kind: 'receive-notice', field: 'smb_app_state_sync' }],
    setAside: [],
  })
})
