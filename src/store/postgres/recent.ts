import type { AccountId, ContactId, ConversationId, MessageId } from '#core/account/account.ts'
import { type Address, addressKey, type Contact } from '#core/contact/contact.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { contactLineKey, wireKey, type WireRef, type World } from '#core/loop/world.ts'
import type { Message } from '#core/message/message.ts'
import type { Staged, Versions, WireRow, Writes } from '../staged.ts'

/**
 * Rows that this process read or wrote lately, so that the statuses of a message and the next words of a contact need no
 * reading. Every change of these rows is committed with facts, which are numbered without gaps per account: the rows of
 * an account are those of its fact `seq`, and whoever reads that number from the database knows whether they still are.
 */
export type Recent = {
  /** Null: nothing is known of the account. */
  readonly eraOf: (accountId: AccountId) => Era | null
  readonly contact: (era: Era, id: ContactId) => Kept<Contact> | undefined
  readonly conversation: (era: Era, id: ConversationId) => Kept<Conversation> | undefined
  readonly message: (era: Era, id: MessageId) => Kept<Message> | undefined
  /** A message's id on the wire. Those that something waits for are not kept: parking comes without a fact. */
  readonly wire: (era: Era, ref: WireRef) => WireRow | undefined
  /** Null: it leads to nobody. */
  readonly address: (era: Era, address: Address) => ContactId | null | undefined
  /** By `contactLineKey`: the newest conversation; null when there is none. */
  readonly newest: (era: Era, pair: string) => ConversationId | null | undefined
  /** Keeps what was loaded, in part from `era` (null: all from the database), when the account's newest fact was `seq`. */
  readonly loaded: (era: Era | null, world: World, known: Versions, asked: Asked, seq: number) => void
  /**
   * Keeps what is about to be committed, with so many facts of each account, so that the next batch can be decided
   * meanwhile. One commit at a time; `committed` or `forget` follows.
   */
  readonly committing: (staged: Staged, counts: ReadonlyMap<AccountId, number>) => void
  /** The commit happened: `count` facts, of which the newest is `seq`. */
  readonly committed: (staged: Staged, numbers: ReadonlyMap<AccountId, { seq: number; count: number }>) => void
  /** Of these accounts nothing is known any more: a commit failed, or somebody else committed. */
  readonly forget: (accounts: Iterable<AccountId>) => void
}

export type Kept<Row> = { readonly row: Row; readonly version: number }
/** What was looked for, and may not have been found. */
export type Asked = { readonly addresses: readonly Address[]; readonly pairs: readonly string[] }
/** While nobody but us commits for the account: rows read when its newest fact was between `from` and `seq` hold. */
export type Era = {
  readonly accountId: AccountId
  readonly from: number
  seq: number
  /** Facts that are being committed now; 0 when nothing is. Rows at hand are those with them. */
  coming: number
}

/** Rows of a kind in each of two generations: minutes of a number that sends 80 a second, and at most some 90 MB. */
const GENERATION = 8_000

export function recentRows(generation = GENERATION): Recent {
  const eras = new Map<AccountId, Era>()
  const contacts = shelf<Kept<Contact>>(generation)
  const conversations = shelf<Kept<Conversation>>(generation)
  const messages = shelf<Kept<Message>>(generation)
  const wires = shelf<WireRow>(generation)
  const addresses = shelf<ContactId | null>(3 * generation)
  const newest = shelf<ConversationId | null>(generation)

  function beginEra(accountId: AccountId, seq: number): Era {
    const era = { accountId, from: seq, seq, coming: 0 }
    eras.set(accountId, era)
    return era
  }

  function loaded(used: Era | null, world: World, known: Versions, asked: Asked, seq: number): void {
    const current = eras.get(world.accountId)
    // Taken from what has been forgotten meanwhile.
    if (used !== null && used !== current) return
    const isNew = current === undefined || seq > current.seq + current.coming
    const era = isNew ? beginEra(world.accountId, seq) : current
    if (seq < era.from) return
    // Read before our own newest commit, or while it is under way: what that leaves is newer.
    const isLate = seq < era.seq + era.coming
    const keep = <Row>(rows: Shelf<Row>, key: string, row: Row) => {
      if (!isLate || rows.get(era, key) === undefined) rows.put(era, key, row)
    }
    const keepAll = <Id extends string, Row>(
      rows: Shelf<Kept<Row>>,
      held: ReadonlyMap<Id, Row>,
      versions: Iterable<readonly [Id, number]>,
    ) => {
      for (const [id, version] of versions) {
        const row = held.get(id)
        if (row !== undefined) keep(rows, id, { row, version })
      }
    }
    keepAll(contacts, world.contacts, known.contacts)
    keepAll(conversations, world.conversations, known.conversations)
    for (const [id, { version }] of known.messages) keepAll(messages, world.messages, [[id, version]])
    for (const [key, row] of known.wires) if (isSettled(row)) keep(wires, key, row)
    for (const address of asked.addresses) {
      keep(addresses, addressAt(era, address), known.addresses.get(addressKey(address)) ?? null)
    }
    for (const pair of asked.pairs) keep(newest, pair, world.conversationByContact.get(pair) ?? null)
  }

  function committing(staged: Staged, counts: ReadonlyMap<AccountId, number>): void {
    for (const [accountId, count] of counts) {
      const era = eras.get(accountId)
      if (era) era.coming = count
    }
    keepStaged(staged)
  }

  function committed(staged: Staged, numbers: ReadonlyMap<AccountId, { seq: number; count: number }>): void {
    let isKept = true
    for (const [accountId, { seq, count }] of numbers) {
      const era = eras.get(accountId)
      if (era?.seq === seq - count) {
        era.seq = seq
        era.coming = 0
      } else {
        beginEra(accountId, seq)
        isKept = false
      }
    }
    if (!isKept) keepStaged(staged)
  }

  function keepStaged(staged: Staged): void {
    const put = <Row extends { readonly accountId: AccountId }>(
      rows: Shelf<Kept<Row>>,
      { added, changed }: Writes<Row>,
      idOf: (row: Row) => string,
    ) => {
      for (const row of added) putOne(rows, idOf(row), row, 1)
      for (const { row, version } of changed) putOne(rows, idOf(row), row, version + 1)
    }
    const putOne = <Row extends { readonly accountId: AccountId }>(
      rows: Shelf<Kept<Row>>,
      id: string,
      row: Row,
      version: number,
    ) => {
      const era = eras.get(row.accountId)
      if (era) rows.put(era, id, { row, version })
    }
    put(contacts, staged.contacts, ({ contactId }) => contactId)
    put(conversations, staged.conversations, ({ conversationId }) => conversationId)
    put(messages, staged.messages, ({ messageId }) => messageId)
    for (const row of [...staged.conversations.added, ...staged.conversations.changed.map((change) => change.row)]) {
      const era = eras.get(row.accountId)
      const pair = contactLineKey(row.contactId, row.lineId)
      if (row.state === 'open') {
        if (era) newest.put(era, pair, row.conversationId)
      } else newest.drop(pair)
    }
    for (const row of [...staged.wires.added, ...staged.wires.changed.map((change) => change.row)]) {
      const era = eras.get(row.accountId)
      if (era && isSettled(row)) wires.put(era, wireKey(row.ref), { ...row, version: row.version + 1 })
      else wires.drop(wireKey(row.ref))
    }
    for (const { accountId, address, to } of staged.addresses) {
      const era = eras.get(accountId)
      if (era) addresses.put(era, addressAt(era, address), to)
    }
  }

  return {
    eraOf: (accountId) => eras.get(accountId) ?? null,
    contact: (era, id) => contacts.get(era, id),
    conversation: (era, id) => conversations.get(era, id),
    message: (era, id) => messages.get(era, id),
    wire: (era, ref) => wires.get(era, wireKey(ref)),
    address: (era, address) => addresses.get(era, addressAt(era, address)),
    newest: (era, pair) => newest.get(era, pair),
    loaded,
    committing,
    committed,
    forget: (accounts) => {
      for (const accountId of accounts) eras.delete(accountId)
    },
  }
}

const isSettled = (row: WireRow): boolean => row.messageId !== null && row.parked.length === 0
/** The other keys are unique over all accounts. */
const addressAt = ({ accountId }: Era, address: Address): string => `${accountId} ${addressKey(address)}`

type Shelf<Row> = {
  /** What was put in the same era; undefined else. */
  readonly get: (era: Era, key: string) => Row | undefined
  readonly put: (era: Era, key: string, row: Row) => void
  readonly drop: (key: string) => void
}

/** Holds at least the `generation` rows used last, and at most twice as many. */
function shelf<Row>(generation: number): Shelf<Row> {
  type Place = { readonly era: Era; readonly row: Row }
  let young = new Map<string, Place>()
  let old = new Map<string, Place>()
  const place = (key: string, found: Place): void => {
    if (young.size >= generation && !young.has(key)) {
      old = young
      young = new Map()
    }
    young.set(key, found)
  }
  return {
    get: (era, key) => {
      let found = young.get(key)
      if (found === undefined) {
        found = old.get(key)
        if (found !== undefined) place(key, found)
      }
      return found?.era === era ? found.row : undefined
    },
    put: (era, key, row) => place(key, { era, row }),
    drop: (key) => {
      young.delete(key)
      old.delete(key)
    },
  }
}
