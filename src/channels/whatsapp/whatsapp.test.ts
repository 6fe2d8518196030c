import { describe, expect, test } from 'vitest'
import { describeChannel } from '../channel.contract.ts'
import { whatsapp } from './index.ts'
import { CONTENTS } from './test-contents.ts'
import { CONTACT, LINE, SAMPLES } from './test-world.ts'

type Loose = { readonly [key: string]: unknown } | null
const loose = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : null
const idOf = (value: unknown): string | null => {
  const id = loose(value)?.['id']
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null
}

/** Counts by the shape of Meta's envelope alone (cloud-api §2.2). */
function itemsOf(body: unknown): (string | null)[] {
  const entries = loose(body)?.['entry']
  if (!Array.isArray(entries)) return []
  return entries.flatMap((entry: unknown) => {
    const changes = loose(entry)?.['changes']
    return Array.isArray(changes) ? changes.flatMap(itemsOfChange) : [null]
  })
}

function itemsOfChange(change: unknown): (string | null)[] {
  const value = loose(loose(change)?.['value'])
  if (loose(change)?.['field'] !== 'messages' || value === null) return [null]
  const items = Object.entries(value).flatMap(([part, list]): (string | null)[] => {
    if (part === 'contacts') return []
    if (Array.isArray(list)) return list.map(idOf)
    const broken = (part === 'messages' || part === 'statuses') && list !== null
    return broken ? [null] : []
  })
  return items.length > 0 ? items : [null]
}

describeChannel(whatsapp, {
  line: LINE,
  contact: CONTACT,
  bodies: SAMPLES,
  itemsOf,
  contents: CONTENTS,
})

describe('a batch over accounts, numbers and people', () => {
  const received = whatsapp.receive(new TextEncoder().encode(JSON.stringify(SAMPLES.get('batch'))))
  const inbound = received.kind === 'ours' ? received.inbound : []

  test('keeps the order of the body and gives each part to its own number', () => {
    expect(inbound.map(({ kind, lineKey }) => `${kind} ${lineKey.key}`)).toEqual([
      'receive-message 106540352242922',
      'receive-message 106540352242922',
      'receive-message 106540352242922',
      'receive-status 106540352242922',
      'receive-status 106540352242922',
      'receive-message 206540352242922',
      'receive-message 206540352242922',
      'receive-status 206540352242922',
      'receive-notice 206540352242922',
      'receive-notice waba:202290129340398',
    ])
  })

  test('gives each message to the person who wrote it, not to the first one named', () => {
    expect(inbound.flatMap((each) => (each.kind === 'receive-message' ? [each.sender.name] : []))).toEqual([
      'Lucía Fernández',
      'Bea',
      'Lucía Fernández',
      'Ana Souza',
      'Ana Souza',
    ])
  })

  test('sets the message without an id aside whole', () => {
    expect(received.kind === 'ours' && received.setAside).toEqual([
      { reason: 'A message without an id', raw: { type: 'text', text: { body: 'sin id' } } },
    ])
  })
})

test('a body with one message is read in well under a millisecond', () => {
  const body = new TextEncoder().encode(JSON.stringify(SAMPLES.get('text')))
  const rounds = 5_000
  for (let round = 0; round < rounds; round++) whatsapp.receive(body)
  const startedAt = performance.now()
  for (let round = 0; round < rounds; round++) whatsapp.receive(body)
  // About 10 µs on two cores; the bound leaves room for a busy machine.
  expect(((performance.now() - startedAt) * 1000) / rounds).toBeLessThan(200)
})
