import type { Received } from '#channels/channel.ts'
import type { Sender } from '#core/contact/contact.ts'
import type { Inbound, InboundBody } from '#core/loop/command.ts'
import { namedAccountOf, openEnvelope, phoneNumberIdOf } from './envelope.ts'
import { type Json, listOf, objectOf, textOf } from './json.ts'
import { readNotices } from './notice/read.ts'
import { type AppData, readAppContacts } from './receive-app.ts'
import { GROUP_FIELDS, readGroup } from './receive-group.ts'
import { readHistory } from './receive-history.ts'
import { readCall, readCallStatus } from './receive-call.ts'
import { readEcho } from './receive-echo.ts'
import { readMessage } from './receive-message.ts'
import { readHandover } from './receive-report.ts'
import { readStatus } from './receive-status.ts'
import { readContacts } from './sender.ts'

/** What is read so far. Every message, status, error and other change ends in exactly one of the two lists. */
type Reading = { readonly inbound: Inbound[]; readonly setAside: { reason: string; raw: unknown }[] }

export function receive(body: Uint8Array): Received {
  const envelope = openEnvelope(body)
  if (!envelope.ok) return { kind: 'not-ours', reason: envelope.error }
  const reading: Reading = { inbound: [], setAside: [] }
  for (const entry of envelope.value.entry) readEntry(entry, reading)
  return { kind: 'ours', ...reading }
}

function readEntry(raw: unknown, reading: Reading): void {
  const entry = objectOf(raw)
  const changes = entry?.['changes']
  if (entry === null || !Array.isArray(changes)) {
    reading.setAside.push({ reason: 'An entry without a list of changes', raw })
    return
  }
  const groupKey = textOf(entry['id'])
  for (const change of changes) readChange(change, { groupKey, time: entry['time'] }, reading)
}

/** The business account an entry is of, and when Meta wrote it. */
type Entry = { readonly groupKey: string | null; readonly time: unknown }

function readChange(raw: unknown, entry: Entry, reading: Reading): void {
  const change = objectOf(raw)
  const field = textOf(change?.['field'])
  if (change === null || field === null) {
    reading.setAside.push({ reason: 'A change without a field', raw })
    return
  }
  const value = objectOf(change['value'])
  const readers = Object.hasOwn(READERS, field) ? READERS[field] : undefined
  if (readers !== undefined && value !== null) readParts(field, readers, value, entry, reading)
  else if (field === 'messages') {
    reading.setAside.push({ reason: 'A change of "messages" without a value', raw })
  } else if (value === null || !tookOther(field, value, entry, reading)) {
    noticesOf(field, besides(change), value, entry, reading)
  }
}

type ReadItem = (item: Json, contacts: readonly Sender[], alone: boolean) => InboundBody | string
type Readers = Readonly<Record<string, ReadItem>>

/** What of each field people say and do; its other lists are notices. */
const READERS: Readonly<Record<string, Readers>> = {
  messages: { messages: readMessage, statuses: readStatus },
  // Meta's own assistant has the conversation, and we listen (cloud-api §2.5).
  standby: {
    messages: (...item) => inStandby(readMessage(...item)),
    message_echoes: readEcho('assistant'),
    statuses: readStatus,
  },
  // Somebody of ours answered in the app on a telephone (cloud-api §1.13).
  smb_message_echoes: { message_echoes: readEcho('app') },
  message_echoes: { message_echoes: readEcho('app') },
  calls: { calls: readCall, statuses: readCallStatus },
}

const inStandby = (read: InboundBody | string): InboundBody | string =>
  typeof read === 'string' || read.kind !== 'receive-message'
    ? read
    : { ...read, circumstances: { ...read.circumstances, standby: true } }

/** What the app on a telephone tells of itself, field by field. */
const APP_DATA: Readonly<Record<string, (value: Json) => AppData>> = {
  smb_app_state_sync: readAppContacts,
  history: readHistory,
}

const tookOther = (field: string, value: Json, entry: Entry, reading: Reading): boolean =>
  tookHandover(field, value, reading) || tookAppData(field, value, reading) || tookGroups(field, value, entry, reading)

/** What happened in groups; what of it says nothing of them is a notice. */
function tookGroups(field: string, value: Json, entry: Entry, reading: Reading): boolean {
  const key = GROUP_FIELDS.has(field) ? phoneNumberIdOf(value) : null
  const items = listOf(value['groups'])
  if (key === null || items.length === 0) return false
  for (const item of items) {
    const object = objectOf(item)
    const news = object && readGroup(object)
    if (news) reading.inbound.push({ ...news, lineKey: { channel: 'whatsapp', key } })
    else noticesOf(field, { ...value, groups: [item] }, value, entry, reading)
  }
  return true
}

function tookAppData(field: string, value: Json, reading: Reading): boolean {
  const read = Object.hasOwn(APP_DATA, field) ? APP_DATA[field]?.(value) : undefined
  const key = phoneNumberIdOf(value)
  if (read === undefined || key === null || read.bodies.length + read.odd.length === 0) return false
  for (const body of read.bodies) reading.inbound.push({ ...body, lineKey: { channel: 'whatsapp', key } })
  reading.setAside.push(...read.odd)
  return true
}

function tookHandover(field: string, value: Json, reading: Reading): boolean {
  const key = field === 'messaging_handovers' ? phoneNumberIdOf(value) : null
  const read = key === null ? null : readHandover(value)
  if (key === null || read === null) return false
  reading.inbound.push({ ...read, lineKey: { channel: 'whatsapp', key } })
  return true
}

/**
 * Messages, statuses and what else lies beside them (`errors`, and lists or objects that Meta may add), in the order in
 * which Meta wrote them. `contacts` and `metadata` say who and where, not what. In standby they may lie one level deeper.
 */
function readParts(field: string, readers: Readers, outer: Json, entry: Entry, reading: Reading): void {
  const inner = field === 'standby' ? objectOf(outer['standby']) : null
  const value = inner === null ? outer : { ...outer, standby: null, ...inner }
  const before = reading.inbound.length + reading.setAside.length
  const key = phoneNumberIdOf(value)
  for (const part of Object.keys(value)) {
    const items = value[part]
    const read = Object.hasOwn(readers, part) ? readers[part] : undefined
    if (read !== undefined) {
      if (Array.isArray(items)) readItems(part, read, items, key, value, reading)
      else if (items !== null) reading.setAside.push({ reason: `"${part}" is not a list`, raw: items })
    } else if (part !== 'contacts' && Array.isArray(items)) {
      for (const item of items) noticesOf(`${field}.${part}`, item, value, entry, reading)
    } else if (part !== 'contacts' && part !== 'metadata' && objectOf(items) !== null) {
      noticesOf(`${field}.${part}`, items, value, entry, reading)
    }
  }
  if (reading.inbound.length + reading.setAside.length === before) {
    noticesOf(field, outer, value, entry, reading)
  }
}

function readItems(
  part: string,
  readItem: ReadItem,
  items: readonly unknown[],
  key: string | null,
  value: Json,
  reading: Reading,
): void {
  const contacts = readContacts(value)
  const alone = items.length === 1
  for (const raw of items) {
    const item = objectOf(raw)
    if (key === null || item === null) {
      const reason = item === null ? 'is not an object' : 'has no phone_number_id to belong to'
      reading.setAside.push({ reason: `An item of "${part}" ${reason}`, raw })
      continue
    }
    const read = readItem(item, contacts, alone)
    if (typeof read === 'string') reading.setAside.push({ reason: read, raw })
    else reading.inbound.push({ ...read, lineKey: { channel: 'whatsapp', key } })
  }
}

/** A notice belongs to the number it names, or to the account it names, or that of its entry: see `Received` for the key. */
function noticesOf(field: string, value: unknown, place: Json | null, entry: Entry, reading: Reading): void {
  const phoneNumberId = place === null ? null : phoneNumberIdOf(place)
  const groupKey = (place === null ? null : namedAccountOf(place)) ?? entry.groupKey
  if (phoneNumberId === null && groupKey === null) {
    reading.setAside.push({ reason: `A notice of "${field}" that names neither a number nor an account`, raw: value })
    return
  }
  const lineKey = { channel: 'whatsapp', key: phoneNumberId ?? `waba:${groupKey}` } as const
  for (const part of readNotices(field, value, entry.time)) {
    reading.inbound.push({ kind: 'receive-notice', field, ...part, lineKey })
  }
}

/** The value of a change; parts that Meta writes beside it (`rejection_info`, cloud-api §2.5) are taken in. */
function besides(change: Json): unknown {
  const { field: _, value, ...beside } = change
  const object = objectOf(value)
  if (Object.keys(beside).length === 0) return value ?? null
  return object === null ? { ...beside, value: value ?? null } : { ...beside, ...object }
}
