import { expect, test } from 'vitest'
import { readGroup } from './receive-group.ts'
import { readAll, SAMPLES } from './test-world.ts'

const newsOf = (name: string) => readAll(SAMPLES.get(name))[0]

test.each([
  ['group-created', { event: 'created', subject: 'Clientes', who: [] }],
  ['group-participants', { event: 'joined', who: [{ userId: null, phone: '5215512345678' }] }],
  ['group-left', { event: 'left', who: [{ phone: '5215512345678' }] }],
  ['group-join-request', { event: 'asked-to-join', who: [{ phone: '5215512345678' }] }],
  ['group-settings', { event: 'renamed', subject: 'Clientes nuevos', description: null }],
  ['group-suspended', { event: 'suspended' }],
])('%s', (name, news) => {
  expect(newsOf(name)).toMatchObject({ kind: 'receive-group', group: 'Y2FwaV9ncm91cA==', ...news })
})

test('whom the business removed is found however it wrote them', () => {
  const item = { timestamp: '1795000309', group_id: 'g', type: 'group_participants_remove', initiated_by: 'business' }
  const news = readGroup({ ...item, removed_participants: [{ input: '+52 (155) 1234-5678' }, { user_id: 'MX.1' }, {}] })
  expect(news).toMatchObject({ event: 'removed', who: [{ phone: '5215512345678' }, { userId: 'MX.1', phone: null }] })
})

test.each([
  ['what failed', { type: 'group_create', errors: [{ code: 131215 }] }],
  ['a type nobody knows', { type: 'group_icon' }],
  ['people nobody names', { type: 'group_participants_add', added_participants: [{}, 3] }],
  ['no time', { type: 'group_suspend', timestamp: null }],
])('%s is no news of a group', (_, item) => {
  expect(readGroup({ timestamp: '1795000309', group_id: 'g', ...item })).toBeNull()
})
