import type { PastMessage, PastThread } from '#core/app-sync/portion.ts'
import type { HistoryTold } from '#core/app-sync/sync.ts'
import type { Sender } from '#core/contact/contact.ts'
import { readContent } from './content.ts'
import { readProblem } from './errors.ts'
import { instantOf, type Json, numberOf, objectOf, textOf } from './json.ts'
import { type AppData, portionsOf } from './receive-app.ts'
import { phoneOf, senderOf, userIdOf } from './sender.ts'

/**
 * A change of `history` (cloud-api §2.5): chunks of threads, thousands of messages in one body, in no order; or, later,
 * `messages` with the files of those that came as placeholders. How far it is follows the messages of its chunk.
 */
export function readHistory(value: Json): AppData {
  const own = textOf(objectOf(value['metadata'])?.['display_phone_number'])?.replace(/\D/g, '') ?? null
  const bodies: AppData['bodies'][number][] = []
  const odd: AppData['odd'][number][] = []
  const read = (person: Sender | null, raw: unknown): readonly Placed[] => {
    const message = objectOf(raw)
    const past = message && person ? readPast(message, person, own) : NOBODY
    if (typeof past !== 'string' && person) return [{ person, past }]
    odd.push({ reason: String(past), raw })
    return []
  }
  const add = (placed: readonly Placed[]): void => {
    for (const some of portionsOf(placed))
      bodies.push({ kind: 'receive-history', threads: threadsOf(some), told: null })
  }
  const listIn = (place: Json, name: string): readonly unknown[] => {
    const list = place[name] ?? []
    if (Array.isArray(list)) return list
    odd.push({ reason: `"${name}" is not a list`, raw: list })
    return []
  }
  for (const raw of listIn(value, 'history')) {
    const chunk = objectOf(raw) ?? {}
    const told = toldBy(chunk)
    if (chunk['threads'] === undefined && told === null) odd.push({ reason: 'A chunk that holds nothing', raw })
    add(
      listIn(chunk, 'threads').flatMap((each) => {
        const thread = objectOf(each)
        if (thread === null) odd.push({ reason: 'A thread that is not an object', raw: each })
        const person = thread && personOf(thread)
        return thread === null ? [] : listIn(thread, 'messages').flatMap((message) => read(person, message))
      }),
    )
    if (told !== null) bodies.push({ kind: 'receive-history', threads: [], told })
  }
  add(listIn(value, 'messages').flatMap((raw) => read(partnerOf(objectOf(raw), own), raw)))
  return { bodies, odd }
}

const NOBODY = 'A message of the history that names nobody'

/** A message, and whom it was said with. */
type Placed = { readonly person: Sender; readonly past: PastMessage }

/** How far the history is, or why it does not come; null: the chunk says neither. */
function toldBy(chunk: Json): HistoryTold | null {
  const metadata = objectOf(chunk['metadata'])
  const [phase, progress] = [numberOf(metadata?.['phase']), percentOf(metadata?.['progress'])]
  const problem = readProblem(chunk['errors'])
  return phase === null && progress === null && problem === null ? null : { phase, progress, problem }
}

/** Whom a thread is with: its id is their number, or their user id; newer ones say both beside it [U]. */
function personOf(thread: Json): Sender | null {
  const context = objectOf(thread['context'])
  const userId = userIdOf(context?.['user_id'], thread['id'])
  const phone = phoneOf(context?.['wa_id']) ?? phoneOf(thread['id'])
  if (userId === null && phone === null) return null
  return { userId, phone, name: null, username: textOf(context?.['username']) }
}

/** Of a message that stands alone: whoever of the two is not us. */
function partnerOf(message: Json | null, own: string | null): Sender | null {
  if (message === null) return null
  const isOurs = message['from'] === own || 'to' in message
  const them = isOurs ? { from: message['to'], from_user_id: message['to_user_id'] } : message
  return senderOf(them, [], true)
}

function readPast(message: Json, person: Sender, own: string | null): PastMessage | string {
  const wireId = textOf(message['id'])
  if (wireId === null) return 'A message of the history without an id'
  const sentAt = instantOf(message['timestamp'])
  if (sentAt === null) return 'A message of the history without a timestamp between 2009 and 2100'
  const context = objectOf(message['context'])
  const { content, wireMedia } = readContent(message)
  const told = objectOf(message['history_context'])
  return {
    ...{ wireId, sentAt, content, wireMedia },
    by: isOurs(message, told, person, own) ? 'us' : 'contact',
    status: STATUSES[textOf(told?.['status'])?.toUpperCase() ?? ''] ?? 'sent',
    replyToWireId: textOf(context?.['id']),
    forwarded: context?.['forwarded'] === true || context?.['frequently_forwarded'] === true,
  }
}

/** `from_me` is told by some [U]; `to` stands in ours only; else our own number tells. */
function isOurs(message: Json, told: Json | null, person: Sender, own: string | null): boolean {
  const fromMe = told?.['from_me'] ?? message['from_me']
  if (typeof fromMe === 'boolean') return fromMe
  const from = textOf(message['from'])
  return from !== person.phone && (from === own || textOf(message['to']) !== null)
}

/** How far a message had come when the app told of it (cloud-api §2.5). */
const STATUSES: Readonly<Record<string, PastMessage['status']>> = {
  PENDING: 'accepted',
  SENT: 'sent',
  DELIVERED: 'delivered',
  READ: 'read',
  PLAYED: 'played',
  ERROR: 'failed',
}

function percentOf(value: unknown): number | null {
  const number = numberOf(value)
  return number === null ? null : Math.min(100, Math.max(0, Math.round(number)))
}

/** Messages of one person that follow each other are one thread. */
function threadsOf(placed: readonly Placed[]): readonly PastThread[] {
  const threads: { readonly person: Sender; readonly messages: PastMessage[] }[] = []
  for (const { person, past } of placed) {
    const last = threads.at(-1)
    if (last?.person === person) last.messages.push(past)
    else threads.push({ person, messages: [past] })
  }
  return threads
}
