import type { Content } from '#core/message/content.ts'
import type { Message } from '#core/message/message.ts'
import type { MessageId } from '#core/account/account.ts'
import { daysAgo } from '../i18n/time-words.ts'

/** One row of the thread as it is drawn. `first` and `last` say where in a run of one author's messages it stands. */
export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'unread'; readonly key: string }
  /** From here on the app's history tells; `isOver`: from here on messages came by themselves. */
  | { readonly kind: 'history'; readonly key: string; readonly isOver: boolean }
  | { readonly kind: 'line'; readonly key: string; readonly message: Message }
  | {
      readonly kind: 'message'
      readonly key: string
      readonly message: Message
      readonly first: boolean
      readonly last: boolean
    }
  | {
      readonly kind: 'album'
      readonly key: string
      readonly messages: readonly Message[]
      readonly first: boolean
      readonly last: boolean
    }

const RUN_MS = 2 * 60_000
const ALBUM_FROM = 2

export function threadRows(messages: readonly Message[], unreadFrom: MessageId | null): readonly Row[] {
  const shown = messages.filter((message) => !isFolded(message, messages))
  const groups = albums(shown)
  const rows: Row[] = []
  groups.forEach((group, index) => {
    const head = group[0]
    const tail = group.at(-1)
    if (!head || !tail) return
    const before = groups[index - 1]?.at(-1)
    const after = groups[index + 1]?.[0]
    if (!before || daysAgo(before.at, head.at) !== 0) rows.push({ kind: 'day', key: dayKey(head.at), at: head.at })
    const isHistory = head.history === true
    if (isHistory !== (before?.history === true)) {
      rows.push({ kind: 'history', key: `history-${keyOf(head)}`, isOver: !isHistory })
    }
    const isUnread = group.some(({ messageId }) => messageId === unreadFrom)
    if (isUnread) rows.push({ kind: 'unread', key: 'unread' })
    if (isLine(head)) {
      rows.push({ kind: 'line', key: keyOf(head), message: head })
      return
    }
    const first = isUnread || !before || !isOneRun(before, head)
    const last = !after || after.messageId === unreadFrom || !isOneRun(tail, after)
    rows.push(
      group.length > 1
        ? { kind: 'album', key: keyOf(head), messages: group, first, last }
        : { kind: 'message', key: keyOf(head), message: head, first, last },
    )
  })
  if (shown.at(-1)?.history) rows.push({ kind: 'history', key: 'history-end', isOver: true })
  return rows
}

/** Stays the same when an optimistic bubble becomes a real message. */
export const keyOf = (message: Message): string =>
  message.direction === 'out' && message.clientKey ? message.clientKey : message.messageId

const dayKey = (at: number): string => `day-${new Date(at).toDateString()}`

/** Reactions, edits and revocations are seen on the message they are about, when that is here. */
function isFolded({ content }: Message, messages: readonly Message[]): boolean {
  const target = targetOf(content)
  if (target === null) return false
  if (content.kind === 'reaction' && content.emoji === null) return true
  return messages.some(({ wireId }) => wireId === target)
}

const targetOf = (content: Content): string | null => ('targetWireId' in content ? content.targetWireId : null)

/** Kinds nobody said: they stand as a line of their own, not as a bubble. */
const LINES: ReadonlySet<Content['kind']> = new Set(['system', 'call', 'payment', 'welcome', 'handover', 'group-event'])

const isLine = ({ content }: Message): boolean => LINES.has(content.kind) || targetOf(content) !== null

function isOneRun(a: Message, b: Message): boolean {
  if (isLine(a) || isLine(b) || a.history !== b.history || a.direction !== b.direction || authorOf(a) !== authorOf(b))
    return false
  return b.at - a.at <= RUN_MS && daysAgo(a.at, b.at) === 0
}

const authorOf = ({ author, ...message }: Message): string =>
  ('writerId' in message && message.writerId) ||
  (author.kind === 'agent' ? author.agentId : author.kind === 'api' ? author.apiKeyId : author.kind)

/** Neighbouring pictures without words become one picture wall. */
function albums(messages: readonly Message[]): readonly (readonly Message[])[] {
  const groups: Message[][] = []
  for (const message of messages) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    if (group && before && isPicture(message) && isPicture(before) && isOneRun(before, message)) group.push(message)
    else groups.push([message])
  }
  return groups.flatMap((group) => (group.length >= ALBUM_FROM ? [group] : group.map((message) => [message])))
}

function isPicture(message: Message): boolean {
  const { content } = message
  if (content.kind !== 'image' && content.kind !== 'video') return false
  const needsWords = message.direction === 'out' && (message.problem !== null || message.status === 'unknown')
  return content.caption === null && message.replyTo === null && message.revokedAt === null && !needsWords
}

/** Where the unread part begins, if the last `unread` messages of the contact are unread. */
export function firstUnread(messages: readonly Message[], unread: number): MessageId | null {
  if (unread <= 0) return null
  const theirs = messages.filter((message) => message.direction === 'in' && !isLine(message))
  return theirs.at(-unread)?.messageId ?? theirs[0]?.messageId ?? null
}
