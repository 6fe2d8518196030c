import { expect, test } from 'vitest'
import { added, begun, contactId, conversationId, given, needsOf, opened } from './ledger.scene.ts'
import { memoryStore } from './memory/ledger.ts'
import { stage } from './staged.ts'

test('rows are written in the order of their ids, whatever the order they changed in', async () => {
  const ledger = memoryStore().ledger()
  await given(ledger, begun)
  const loaded = await ledger.load([needsOf()])
  const world = loaded.worlds[0]
  if (!world) throw new Error('There is no world')
  const ids = [contactId(3), contactId(1), contactId(2)]
  for (const id of ids) {
    const contact = {
      accountId: world.accountId,
      contactId: id,
      name: null,
      username: null,
      addresses: [],
      consents: [],
      createdAt: 0,
    }
    world.contacts.set(id, contact as never)
    world.changed.contacts.add(id)
  }
  expect(stage(loaded).contacts.added.map((contact) => contact.contactId)).toEqual(ids.toSorted())
})

test('an open conversation leaves with a part before another is opened in its place', async () => {
  const ledger = memoryStore().ledger()
  await given(ledger, [...begun, added(2), opened(2, 2)])
  const conversations = [1, 2].map(conversationId)
  const loaded = await ledger.load([needsOf({ conversations })])
  const world = loaded.worlds[0]
  if (!world) throw new Error('There is no world')
  for (const id of [1, 2].map(contactId)) world.changed.contacts.add(id)
  for (const id of conversations.toReversed()) world.changed.conversations.add(id)
  const written = stage(loaded).conversations.changed.map(({ row }) => row.conversationId)
  expect(written).toEqual(conversations.toReversed())
})
