import type { Fields } from '../json.ts'

/** One thing Meta tells a business: a change waiting for a callback. */
export type Update = {
  readonly id: string
  /** When it happened, in ms; Meta gives up seven days later. */
  at: number
  readonly url: string
  readonly wabaId: string
  /** "messages", "message_template_status_update" … */
  readonly field: string
  /** Updates with the same key go out in order: one customer on one number. */
  readonly key: string
  readonly value: Fields
  /** What Meta writes beside `value`, in the change itself. */
  readonly beside?: Fields
}

type Change = { readonly field: string; readonly value: Record<string, unknown> }
type Entry = { readonly id: string; readonly time?: number; readonly changes: Change[] }

/**
 * Puts updates into Meta's envelope. Neighbours of the same account share an entry; neighbouring messages of one number,
 * and neighbouring statuses of one number, share a change (Cloud API, Webhooks components, 2026-05: "changes", "messages"
 * and "statuses" are lists). Only account-level fields carry `time`.
 */
export function envelope(updates: readonly Update[]): { object: string; entry: Entry[] } {
  const entry: Entry[] = []
  for (const update of updates) {
    const isMessages = update.field === 'messages'
    let last = entry.at(-1)
    if (last === undefined || last.id !== update.wabaId || (last.time === undefined) !== isMessages) {
      last = { id: update.wabaId, ...(isMessages ? {} : { time: Math.floor(update.at / 1000) }), changes: [] }
      entry.push(last)
    }
    const before = last.changes.at(-1)
    if (isMessages && before !== undefined && joins(before.value, update.value)) join(before.value, update.value)
    else last.changes.push({ field: update.field, value: { ...update.value }, ...update.beside })
  }
  return { object: 'whatsapp_business_account', entry }
}

const lists = ['messages', 'statuses'] as const

function joins(before: Fields, next: Fields): boolean {
  if (numberOf(before) !== numberOf(next)) return false
  const sameList = lists.some((name) => Array.isArray(before[name]) && Array.isArray(next[name]))
  return sameList && Array.isArray(before['contacts']) === Array.isArray(next['contacts'])
}

const numberOf = (value: Fields): unknown => (value['metadata'] as Fields | undefined)?.['phone_number_id']

function join(before: Record<string, unknown>, next: Fields): void {
  for (const name of lists) {
    if (Array.isArray(next[name])) before[name] = [...(before[name] as unknown[]), ...(next[name] as unknown[])]
  }
  const contacts = before['contacts'] as Fields[] | undefined
  if (contacts === undefined) return
  const known = new Set(contacts.map((contact) => JSON.stringify(contact)))
  const fresh = (next['contacts'] as Fields[]).filter((contact) => !known.has(JSON.stringify(contact)))
  before['contacts'] = [...contacts, ...fresh]
}
