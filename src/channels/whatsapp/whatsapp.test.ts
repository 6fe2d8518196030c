import { describe, expect, test } from 'vitest'
import { describeChannel } from '../channel.contract.ts'
import { whatsapp } from './index.ts'
import { CONTENTS } from '#core/message/check/test-contents.ts'
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

/** The lists of each field in which people say something; what else is a list there tells of something. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  messages: ['messages', 'statuses'],
  standby: ['messages', 'message_echoes', 'statuses'],
  smb_message_echoes: ['message_echoes'],
  message_echoes: ['message_echoes'],
  calls: ['calls', 'statuses'],
}

function itemsOfChange(change: unknown): (string | null)[] {
  const outer = loose(loose(change)?.['value'])
  const field = loose(change)?.['field']
  if ((field === 'history' || field === 'smb_app_state_sync') && outer !== null) return itemsOfApp(outer)
  if (typeof field === 'string' && field.startsWith('group_') && outer !== null) return itemsOfGroups(field, outer)
  if (typeof field !== 'string' || !Object.hasOwn(LISTS, field) || outer === null) return [handoverOf(outer)]
  const inner = field === 'standby' ? loose(outer['standby']) : null
  const value = inner === null ? outer : { ...outer, standby: null, ...inner }
  const items = Object.entries(value).flatMap(([part, list]): (string | null)[] => {
    if (part === 'contacts') return []
    if (Array.isArray(list)) return list.map((item) => newsOf(field, part, item))
    const isList = LISTS[field]?.includes(part) === true
    const isTold = isList ? list !== null : part !== 'metadata' && loose(list) !== null
    return isTold ? [null] : []
  })
  return items.length > 0 ? items : [null]
}

/** Each group that is told of counts by itself, where the number is named. */
function itemsOfGroups(field: string, outer: NonNullable<Loose>): null[] {
  const ids = [loose(outer['metadata'])?.['phone_number_id'], loose(outer['recipient'])?.['phone_number_id']]
  const isPlaced = ids.some((id) => (typeof id === 'string' && id !== '') || Number.isSafeInteger(id))
  const isKnown = /^group_(lifecycle|participants|settings|status)_update$/.test(field)
  const groups = outer['groups']
  const count = isPlaced && isKnown && Array.isArray(groups) ? groups.length : 0
  return Array.from({ length: Math.max(1, count) }, () => null)
}

/** Of the app's data everything counts by itself, although it comes in portions; what belongs to no number is one notice. */
function itemsOfApp(value: NonNullable<Loose>): null[] {
  const [metadata, recipient] = [loose(value['metadata']), loose(value['recipient'])]
  const ids = [metadata?.['phone_number_id'], recipient?.['phone_number_id']]
  const isPlaced = ids.some((id) => (typeof id === 'string' && id !== '') || Number.isSafeInteger(id))
  const field = value['state_sync'] === undefined ? 0 : countOf(value['state_sync'], () => 1)
  const history = countOf(value['history'], (raw) => {
    const chunk = loose(raw) ?? {}
    const told = isTold(chunk) ? 1 : 0
    if (chunk['threads'] === undefined && told === 0) return 1
    return (
      told + countOf(chunk['threads'], (thread) => (loose(thread) ? countOf(loose(thread)?.['messages'], () => 1) : 1))
    )
  })
  const count = isPlaced ? field + history + countOf(value['messages'], () => 1) : 0
  return Array.from({ length: Math.max(1, count) }, () => null)
}

const countOf = (list: unknown, each: (item: unknown) => number): number =>
  Array.isArray(list) ? list.reduce<number>((sum, item) => sum + each(item), 0) : (list ?? null) === null ? 0 : 1

function isTold(chunk: NonNullable<Loose>): boolean {
  const { phase, progress } = { ...loose(chunk['metadata']) }
  const isNumber = (value: unknown) =>
    typeof value === 'string' ? /^-?\d{1,15}(\.\d{1,15})?$/.test(value) : Number.isFinite(value)
  const errors = chunk['errors']
  return (
    isNumber(phase) || isNumber(progress) || (Array.isArray(errors) && errors.some((error) => loose(error) !== null))
  )
}

/** What is told later of a call or a bill is counted by that, too. */
function newsOf(field: string, part: string, item: unknown): string | null {
  const { event, status, type } = { ...loose(item) }
  const told =
    field === 'calls' ? (part === 'calls' ? event : status) : type === 'payment' ? `payment/${String(status)}` : null
  const isNews = part !== 'messages' && told !== null && told !== 'connect'
  return isNews ? `${idOf(item)}/${String(told)}` : idOf(item)
}

/** A change of who answers has no id: its time and its person are one. */
function handoverOf(value: Loose): string {
  const { phone_number: phone, user_id: userId, wa_id: waId } = { ...loose(value?.['sender']) }
  const person = [userId, waId, phone].find(
    (each) => (typeof each === 'string' && each !== '') || Number.isSafeInteger(each),
  )
  return `handover/${String(value?.['timestamp'])}/${String(person)}`
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
