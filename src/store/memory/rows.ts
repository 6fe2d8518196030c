import type { Instant } from '#base/time.ts'
import type { AccountId, ContactId, ConversationId, MessageId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import type { Effect } from '#core/loop/effect.ts'
import type { Fact } from '#core/loop/fact.ts'
import type { Message } from '#core/message/message.ts'
import type { Template } from '#core/template/template.ts'
import type { ConsentRow } from '../consent-chain.ts'
import type { Work } from '../erasure-work.ts'
import type { Counts, ErasedAddress } from '../erasures.ts'
import type { Delivery, DeliveryPosition, SetAside } from '../ledger.ts'
import type { WireRow } from '../staged.ts'

/** What PostgreSQL keeps in tables, in maps by `keyOf`. Rows are frozen: a change is a new row with the next version. */
export type MemoryRows = {
  readonly contacts: Table<Contact>
  readonly conversations: Table<Conversation>
  /** The conversations of a contact on a line, by `contactLineKey`. */
  readonly threads: Map<string, Set<ConversationId>>
  readonly messages: Table<Message>
  readonly wires: Map<string, WireRow>
  readonly addresses: Map<string, ContactId>
  readonly clientRefs: Map<string, MessageId>
  readonly templates: Map<string, Template>
  readonly facts: Map<AccountId, Fact[]>
  readonly consents: Map<AccountId, ConsentRow[]>
  /** In the order they were stored. */
  readonly effects: Map<string, HeldEffect>
  readonly deliveries: Delivery[]
  readonly leases: Map<string, HeldLease>
  readonly setAside: SetAside[]
  readonly erasures: Map<string, KeptErasure>
  readonly erasedAddresses: Map<string, ErasedAddress>
}
export type KeptErasure = {
  readonly contactId: ContactId
  readonly erasedAt: Instant
  /** Null: done. */
  readonly work: Work | null
  readonly counts: Counts
}
export type Table<Row> = Map<string, { readonly row: Row; readonly version: number }>
/** `takeAt`: when it may be taken, or taken again. */
export type HeldEffect = { readonly effect: Effect; readonly takeAt: Instant }
export type HeldLease = {
  readonly holder: string
  readonly fence: number
  readonly until: Instant
  readonly position: DeliveryPosition
}

export const emptyRows = (): MemoryRows => ({
  contacts: new Map(),
  conversations: new Map(),
  threads: new Map(),
  messages: new Map(),
  wires: new Map(),
  addresses: new Map(),
  clientRefs: new Map(),
  templates: new Map(),
  facts: new Map(),
  consents: new Map(),
  effects: new Map(),
  deliveries: [],
  leases: new Map(),
  setAside: [],
  erasures: new Map(),
  erasedAddresses: new Map(),
})

export const keyOf = (accountId: AccountId, id: string): string => `${accountId}/${id}`

/** Makes a value and all it holds unchangeable, so that whoever changes what was stored is found at once. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value
  Object.freeze(value)
  for (const part of Object.values(value)) frozen(part)
  return value
}
