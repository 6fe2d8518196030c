import { describe, expect, it } from 'vitest'
import { envelope, type Update } from './update.ts'

const metadata = { phone_number_id: '1' }
const update = (value: Update['value'], field = 'messages'): Update => ({
  id: '1',
  at: 1_000_000,
  url: 'http://x',
  wabaId: 'w',
  field,
  key: 'k',
  value,
})

describe('a batch', () => {
  it('joins messages of one number and names each contact once', () => {
    const first = { metadata, contacts: [{ user_id: 'a' }], messages: [{ id: 'm1' }] }
    const second = { metadata, contacts: [{ user_id: 'a' }], messages: [{ id: 'm2' }] }
    const { entry } = envelope([update(first), update(second)])
    expect(entry).toEqual([
      { id: 'w', changes: [{ field: 'messages', value: { ...first, messages: [{ id: 'm1' }, { id: 'm2' }] } }] },
    ])
  })
  it('keeps messages and statuses apart, and numbers apart', () => {
    const { entry } = envelope([
      update({ metadata, contacts: [], messages: [{ id: 'm1' }] }),
      update({ metadata, contacts: [], statuses: [{ id: 's1' }] }),
      update({ metadata: { phone_number_id: '2' }, contacts: [], statuses: [{ id: 's2' }] }),
    ])
    expect(entry[0]?.changes).toHaveLength(3)
  })
  it('gives account-level fields an entry with time', () => {
    const { entry } = envelope([
      update({ messages: [] }),
      update({ event: 'APPROVED' }, 'message_template_status_update'),
    ])
    expect(entry.map((each) => each.time)).toEqual([undefined, 1000])
  })
})
