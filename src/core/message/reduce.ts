import { type Instant, later } from '#base/time.ts'
import type { FactBody } from '../loop/fact.ts'
import { type Call, type Content, mediaOf, type Reaction } from './content.ts'
import type { InboundMessage, Message, OutboundMessage, Receipt } from './message.ts'
import { furtherStatus, type Pricing, type SendProblem, type StatusTimes } from './status.ts'

/**
 * The message after a fact about it; the very same object when nothing changed. Facts about one message may come in any
 * order and any number of times and end in the same state.
 */
export function messageAfter(message: Message, fact: FactBody): Message {
  switch (fact.kind) {
    case 'message-progressed':
      return message.direction === 'out' ? progressed(message, fact) : message
    case 'message-postponed':
      return message.direction === 'out' ? postponed(message, fact) : message
    case 'message-superseded':
      return message.direction === 'out' ? { ...message, supersededBy: fact.supersededBy } : message
    case 'message-edited':
      return isEditNews(message, fact)
        ? {
            ...message,
            ...originalOf(message),
            content: fact.content,
            editedAt: later(fact.editedAt, message.editedAt ?? fact.editedAt),
          }
        : message
    case 'message-revoked':
      return message.revokedAt !== null && message.revokedAt <= fact.revokedAt
        ? message
        : { ...message, revokedAt: fact.revokedAt }
    case 'message-reacted':
      return { ...message, reactions: withReaction(message.reactions, fact) }
    case 'media-settled':
      return { ...message, content: withMedia(message.content, fact) }
    default:
      return message
  }
}

/** Of what is told of a call the further state holds, whenever it was told: its news come several to a second. */
function isEditNews({ content, editedAt }: Message, fact: Extract<FactBody, { kind: 'message-edited' }>): boolean {
  return content.kind === 'call' && fact.content.kind === 'call'
    ? CALL_RANK[fact.content.state] > CALL_RANK[content.state]
    : isNewer(fact.editedAt, editedAt)
}
const CALL_RANK: Readonly<Record<Call['state'], number>> = { ringing: 0, accepted: 1, missed: 2, rejected: 3, ended: 4 }

type Progress = Extract<FactBody, { kind: 'message-progressed' }>

function progressed(message: OutboundMessage, fact: Progress): OutboundMessage {
  const known = message.times[fact.status]
  const times: StatusTimes =
    known !== undefined && known <= fact.statusAt ? message.times : { ...message.times, [fact.status]: fact.statusAt }
  const told = {
    status: furtherStatus(message.status, fact.status),
    times,
    wireId: fact.wireId ?? message.wireId,
    problem: problemAfter(message, fact),
    pricing: pricingAfter(message.pricing, fact.pricing),
    attempts: fact.status === 'sending' ? message.attempts + 1 : message.attempts,
    ...(fact.receipt && { receipts: receiptsAfter(message.receipts ?? [], fact.receipt) }),
    ...(fact.right && { right: fact.right }),
  }
  const isNews = Object.entries(told).some(([key, value]) => message[key as keyof typeof told] !== value)
  return isNews ? { ...message, ...told } : message
}

function postponed(message: OutboundMessage, fact: Extract<FactBody, { kind: 'message-postponed' }>): OutboundMessage {
  if (fact.right !== undefined) return message.status === 'queued' ? { ...message, right: fact.right } : message
  return message.status === 'sending' ? { ...message, status: 'queued', problem: fact.problem } : message
}

/** How far it has come with one of a group, whatever was heard before. */
function receiptsAfter(receipts: readonly Receipt[], told: Receipt): readonly Receipt[] {
  const known = receipts.find(({ contactId }) => contactId === told.contactId)
  if (known === undefined) return [...receipts, told]
  const isNews =
    known.status === told.status ? told.at < known.at : furtherStatus(known.status, told.status) === told.status
  return isNews ? receipts.map((each) => (each === known ? told : each)) : receipts
}

/** Before any edit a message says what it said first, in whatever order the edits come. News of a call are edits only in our books. */
function originalOf(message: Message): Pick<Message, 'original'> {
  const isFirst = message.editedAt === null && message.content.kind !== 'call'
  return isFirst ? { original: message.content } : {}
}

/** Of two failure reports the earlier one tells the cause, whichever arrives first. */
function problemAfter(message: OutboundMessage, fact: Progress): SendProblem | null {
  if (fact.status === 'sending') return null
  if (fact.problem === null) return message.problem
  const known = message.times[fact.status]
  return message.problem !== null && known !== undefined && known <= fact.statusAt ? message.problem : fact.problem
}

/** Meta says it with several states, mostly the same; of two that differ one holds, whichever comes first. */
function pricingAfter(known: Pricing | null, heard: Pricing | null): Pricing | null {
  if (heard === null || known === null) return heard ?? known
  return `${heard.type} ${heard.category}` > `${known.type} ${known.category}` ? heard : known
}

function withReaction(
  reactions: readonly Reaction[],
  fact: Extract<FactBody, { kind: 'message-reacted' }>,
): readonly Reaction[] {
  const { by, writerId, emoji, reactedAt } = fact
  const known = reactions.find((reaction) => reaction.by === by && reaction.writerId === writerId)
  if (known && known.at > reactedAt) return reactions
  const others = reactions.filter((reaction) => reaction !== known)
  return [...others, { by, emoji, at: reactedAt, ...(writerId !== undefined && { writerId }) }]
}

function withMedia(content: Content, fact: Extract<FactBody, { kind: 'media-settled' }>): Content {
  if (content.kind === 'edit') return { ...content, content: withMedia(content.content, fact) }
  if (!('media' in content) || mediaOf(content)?.mediaId !== fact.media.mediaId) return content
  return { ...content, media: fact.media }
}

const isNewer = (at: Instant, known: Instant | null): boolean => known === null || at > known

/**
 * Whether a contact's message renews the service window: edits, revocations and reports do not (cloud-api §4.3); a call of
 * theirs does (§1.7). What anybody writes in a group opens the window of the group, and nobody's own (Groups API, pricing,
 * 2025-10-22).
 */
export const opensWindow = (message: InboundMessage): boolean =>
  !NOT_A_TURN.has(message.content.kind) && !isReport(message)

/** Whether somebody should look at it and, unless it is a mere reaction, answer. While we only listen, nobody need. */
export const isTurn = (message: Pick<InboundMessage, 'content' | 'circumstances'>): boolean =>
  !NOT_A_TURN.has(message.content.kind) &&
  !isReport(message) &&
  message.content.kind !== 'reaction' &&
  message.circumstances?.standby === undefined

const NOT_A_TURN: ReadonlySet<Content['kind']> = new Set(['edit', 'revoke', 'system'])

/** Whether the platform tells of something rather than the contact says it. */
export const isReport = ({ content }: Pick<InboundMessage, 'content'>): boolean =>
  REPORTS.has(content.kind) || (content.kind === 'call' && content.by === 'us')

const REPORTS: ReadonlySet<Content['kind']> = new Set(['payment', 'welcome', 'handover', 'group-event'])
