import type { Instant } from '#base/time.ts'
import type { MessageId } from '#core/account/account.ts'
import type { GroupEvent } from '#core/group/group.ts'
import type { Line } from '#core/line/line.ts'
import type { ReportedStatus } from '#core/message/status.ts'
import type { Template } from '#core/template/template.ts'

/** Somebody with a phone. Ids are as Meta knows them now. */
export type Person = {
  readonly name: string
  phone: string
  /** Counts up when Meta gives them a new user id; the id also differs from company to company. */
  userIdNumber: number
  /** What Meta tells companies about them. */
  shows: 'both' | 'user-id' | 'phone'
  /** Meta once told companies nothing but their phone; then nobody can tell them from an heir of the number. */
  readonly wasPhoneAlone: boolean
  /** When they last changed number or user id; nobody does so twice in a minute. */
  movedAt: Instant
  /** They changed number or user id at least once. */
  hasMoved: boolean
  /** Somebody else has their number now; they are not heard of any more. */
  isGone: boolean
  /** They are or were in a group, or asked to be: their number is given to nobody else. */
  isInGroups: boolean
  /** By line key. */
  readonly chats: Map<string, Chat>
}
/** What one person and one line have said to each other, by id on the wire. */
export type Chat = {
  /** When Meta's window was last opened, in Meta's seconds; null: never. */
  openedAt: Instant | null
  readonly theirs: string[]
  readonly ours: string[]
}

/** A message of a contact as Meta issued it. */
export type Issued = {
  readonly line: Line
  readonly wireId: string
  readonly person: Person
  readonly sentAt: Instant
  readonly kind: 'turn' | 'reaction' | 'edit' | 'revoke' | 'system'
  readonly targetWireId: string | null
  /** How the person was named in it. */
  readonly shown: { readonly phone: string | null; readonly userId: string | null }
  /** The group it was written in. */
  readonly group?: string
  isAcknowledged: boolean
}

/** Several people and a line in one chat, as Meta has it. */
export type Group = {
  readonly line: Line
  readonly id: string
  subject: string
  /** Who is in it, and since when. */
  readonly members: Map<Person, Instant>
  readonly former: Set<Person>
  isSuspended: boolean
  /** When anybody last opened its window. */
  openedAt: Instant | null
  /** The second in which anything of it was last told. */
  changedAt: Instant | null
  readonly theirs: { readonly wireId: string; readonly person: Person }[]
  readonly ours: string[]
  readonly news: GroupNews[]
}
export type GroupNews = {
  readonly event: GroupEvent
  readonly at: Instant
  readonly person: Person | null
  readonly shown: Issued['shown'] | null
  isAcknowledged: boolean
}

/** Something said in the app before anybody listened, that only its history tells. */
export type Past = {
  readonly line: Line
  readonly wireId: string
  readonly sentAt: Instant
  readonly by: 'contact' | 'us'
  isAcknowledged: boolean
}

/** A send that Meta accepted. */
export type Accepted = {
  readonly line: Line
  readonly wireId: string
  readonly messageId: MessageId
  readonly at: Instant
  readonly person: Person | null
  readonly group?: Group
  readonly reports: Report[]
}

/** What Meta tells of it; `repeatsId`: with our message id, which is the only tie when the answer to the send was lost. */
export type Report = {
  readonly status: ReportedStatus
  readonly at: Instant
  readonly repeatsId: boolean
  /** Of a group: whom it is about; absent: of the message as a whole. */
  readonly participant?: Person
  isAcknowledged: boolean
}

/** A template at Meta, with all that it ever was, in the order it happened. */
export type TemplateLife = { readonly template: Template; readonly states: TemplateState[] }

/** In Meta's words; the two last in true time. */
export type TemplateState = {
  readonly what: 'status' | 'quality' | 'category'
  readonly value: string
  readonly at: Instant
  /** When a notice of it was first worked on to its end; null: none was. */
  toldAt: Instant | null
  /** When the company first knew, by a notice or by Meta's list; null: it does not. */
  knownAt: Instant | null
}

/** What really happened, kept by Meta and the people: the oracle that all checks ask. */
export type Truth = {
  readonly people: Person[]
  readonly issued: Map<string, Issued>
  readonly past: Map<string, Past>
  readonly accepted: Map<string, Accepted>
  /** Requests to send that reached Meta, by our message id, whatever came of them. */
  readonly requests: Map<MessageId, number>
  /** Messages that something of ours stumbles over, by wire id. */
  readonly poisons: Map<string, { isAcknowledged: boolean }>
  /** By `templateKey`. */
  readonly templates: Map<string, TemplateLife>
  /** By Meta's id. */
  readonly groups: Map<string, Group>
}

export const emptyTruth = (): Truth => ({
  people: [],
  issued: new Map(),
  past: new Map(),
  accepted: new Map(),
  requests: new Map(),
  poisons: new Map(),
  templates: new Map(),
  groups: new Map(),
})

/** How Meta has a template now. */
export const nowOf = ({ states }: TemplateLife, what: TemplateState['what']): string =>
  states.findLast((state) => state.what === what)?.value ?? ''

/** The user id a company sees. */
export const userIdOf = (person: Person, line: Line): string =>
  `MX.${line.accountId.slice(-1)}${person.name.replaceAll(/\W/g, '')}${person.userIdNumber}`

export const shownOf = (person: Person, line: Line): Issued['shown'] => ({
  phone: person.shows === 'user-id' ? null : person.phone,
  userId: person.shows === 'phone' ? null : userIdOf(person, line),
})

export function chatOf(person: Person, line: Line): Chat {
  const known = person.chats.get(line.key)
  if (known) return known
  const chat: Chat = { openedAt: null, theirs: [], ours: [] }
  person.chats.set(line.key, chat)
  return chat
}
