import type { Instant } from '#base/time.ts'
import type { AccountId, ContactId, ConversationId, LineId } from '#core/account/account.ts'
import { type Address, addressKey } from '#core/contact/contact.ts'
import type { Command } from '#core/loop/command.ts'
import { decide } from '#core/loop/decide.ts'
import type { NewEffect } from '#core/loop/effect.ts'
import type { NewFact } from '#core/loop/fact.ts'
import { needsOf } from '#core/loop/needs.ts'
import type { Context, Outcome } from '#core/loop/step.ts'
import { contactLineKey, type Needs, type World } from '#core/loop/world.ts'
import { reachLimits } from '#core/policy/reach.ts'
import type { Changes, Committed, Delivery, SetAside } from '#store/ledger.ts'
import type { Ports } from './ports.ts'

/** One command of a batch. `origin` is the delivery it was read from, if any. */
export type Item = { readonly command: Command; readonly origin: Delivery | null }

export type Batch = {
  readonly items: readonly Item[]
  readonly position: Changes['position']
  readonly setAside: readonly SetAside[]
}

export type BatchResult = {
  readonly committed: Committed
  /** Same order as the items; null where a command of a delivery was set aside. */
  readonly outcomes: readonly (Outcome | Poisoned)[]
}
/** The core threw on this command: our mistake. */
export type Poisoned = { readonly poisoned: unknown }

/** What was learnt by deciding a batch in vain. */
type Lessons = {
  /** Commands that threw: decided no more. */
  readonly poisoned: Map<Item, unknown>
  /** Contacts and lines that must be loaded although no command names them, and addresses likewise. */
  readonly pairs: Map<string, Pair>
  readonly addresses: Map<string, { readonly accountId: AccountId; readonly address: Address }>
  readonly conversations: Map<ConversationId, AccountId>
}
type Pair = { readonly accountId: AccountId; readonly contactId: ContactId; readonly lineId: LineId }

/** A batch that is decided and not committed yet. */
export type Prepared = { readonly changes: Changes; readonly outcomes: BatchResult['outcomes'] }

/** Loads what the batch touches, decides every command in order, commits once. */
export async function runBatch(ports: Ports, batch: Batch): Promise<BatchResult> {
  return commitBatch(ports, await prepareBatch(ports, batch))
}

/**
 * Loads and decides. May run while the batch before is being committed: the ledger then shows its rows as they will be,
 * and what is prepared here is void if that commit fails.
 */
export async function prepareBatch(ports: Ports, batch: Batch): Promise<Prepared> {
  const lessons: Lessons = {
    ...{ poisoned: new Map(), pairs: new Map(), addresses: new Map(), conversations: new Map() },
  }
  for (;;) {
    const prepared = await attempt(ports, batch, lessons)
    if (prepared !== null) return prepared
  }
}

export async function commitBatch({ ledger }: Ports, { changes, outcomes }: Prepared): Promise<BatchResult> {
  return { committed: await ledger.commit(changes), outcomes }
}

/** Null when something was learnt and the batch must be decided again. */
async function attempt(ports: Ports, batch: Batch, lessons: Lessons): Promise<Prepared | null> {
  const { poisoned } = lessons
  const now = ports.clock.now()
  const items = batch.items.filter((item) => !poisoned.has(item))
  const needs = needsIn(ports, items, lessons)
  if (needs === null) return null
  const loaded = await ports.ledger.load(needs)
  const worlds = new Map<AccountId, World>(loaded.worlds.map((world) => [world.accountId, world]))
  const facts: NewFact[] = []
  const effects: NewEffect[] = []
  const finished: Changes['finished'][number][] = []
  const outcomes = new Map<Item, Outcome>()
  const context = contextAt(ports, now)
  for (const item of items) {
    const { accountId } = item.command
    const world = worlds.get(accountId)
    if (!world) throw new Error(`The ledger loaded no world for account ${accountId}`)
    try {
      const decision = decide(world, item.command, context)
      facts.push(...decision.facts)
      effects.push(...decision.effects)
      finished.push(...decision.finished.map((effectId) => ({ accountId, effectId })))
      outcomes.set(item, decision.outcome)
    } catch (mistake) {
      poison(ports, poisoned, item, mistake)
      return null
    }
  }
  if (reachesBeyond(needs, facts, lessons) || hasMissed(loaded.worlds, lessons)) return null
  const setAside = [...batch.setAside, ...setAsideOf(poisoned)]
  const reach = loaded.worlds.flatMap((world) => {
    if (world.reached.size === 0) return []
    return reachLimits(world, facts, ports.settings.rights(world.accountId), now)
  })
  return {
    changes: { loaded, facts, effects, finished, position: batch.position, setAside, reach, now },
    outcomes: batch.items.map((item) => outcomes.get(item) ?? { poisoned: poisoned.get(item) }),
  }
}

/** Null when a command cannot even be looked at: it is decided no more, and its neighbours are looked at again. */
function needsIn(ports: Ports, items: readonly Item[], lessons: Lessons): Needs[] | null {
  const needsFor = (accountId: AccountId, own: readonly Item[]) =>
    needsOf(
      accountId,
      own.map(({ command }) => command),
    )
  try {
    const accounts = [...Map.groupBy(items, ({ command }) => command.accountId)]
    return accounts.map(([accountId, own]) => withLessons(needsFor(accountId, own), lessons))
  } catch (mistake) {
    const before = lessons.poisoned.size
    for (const item of items) {
      try {
        needsFor(item.command.accountId, [item])
      } catch (own) {
        poison(ports, lessons.poisoned, item, own)
      }
    }
    if (lessons.poisoned.size === before) throw mistake
    return null
  }
}

function poison({ log }: Ports, poisoned: Lessons['poisoned'], item: Item, mistake: unknown): void {
  poisoned.set(item, mistake)
  const { command, origin } = item
  log.error(
    { err: mistake, command: command.kind, delivery: origin?.deliveryId ?? null },
    'A command could not be decided',
  )
}

function withLessons(named: Needs, { pairs, addresses, conversations }: Lessons): Needs {
  if (pairs.size + addresses.size + conversations.size === 0) return named
  const own = <Lesson extends { accountId: AccountId }>(all: ReadonlyMap<string, Lesson>) =>
    [...all.values()].filter(({ accountId }) => accountId === named.accountId)
  return {
    ...named,
    contacts: [...named.contacts, ...own(pairs)],
    conversations: [
      ...named.conversations,
      ...[...conversations].flatMap(([id, accountId]) => (accountId === named.accountId ? [id] : [])),
    ],
    addresses: [...named.addresses, ...own(addresses).map(({ address }) => ({ address, lineId: null }))],
  }
}

/**
 * Whether something was decided without having been looked at, and notes it, to be looked at: a contact we knew before
 * got a first conversation on a line because an earlier command of the batch led a later one to them, or an address that
 * nobody asked for.
 */
function reachesBeyond(needs: readonly Needs[], facts: readonly NewFact[], { pairs, addresses }: Lessons): boolean {
  const before = pairs.size + addresses.size
  let asked: Set<string> | null = null
  const added = new Set(facts.flatMap((fact) => (fact.kind === 'contact-added' ? [fact.contact.contactId] : [])))
  for (const fact of facts) {
    const { accountId } = fact
    if (fact.kind === 'conversation-opened' && !added.has(fact.contactId)) {
      const { contactId, lineId } = fact
      pairs.set(contactLineKey(contactId, lineId), { accountId, contactId, lineId })
    }
    if (fact.kind === 'address-added') {
      const { address } = fact
      const key = `${accountId} ${addressKey(address)}`
      asked ??= new Set(
        needs.flatMap((need) => need.addresses.map((one) => `${need.accountId} ${addressKey(one.address)}`)),
      )
      if (asked.has(key)) continue
      addresses.set(key, { accountId, address })
    }
  }
  return pairs.size + addresses.size > before
}

/** Whether conversations were sought that nobody had asked for, and notes them. What is not there then, is nowhere. */
function hasMissed(worlds: readonly World[], { conversations }: Lessons): boolean {
  const before = conversations.size
  for (const { accountId, missed } of worlds) for (const id of missed) conversations.set(id, accountId)
  return conversations.size > before
}

const contextAt = ({ ids, lines, channels, settings }: Ports, now: Instant): Context => ({
  now,
  ids,
  lineOf: lines.byId,
  consentSettings: settings.consent,
  rightsOf: settings.rights,
  check: (channel, content) => channels.get(channel)?.check(content) ?? [],
})

/** What came from outside is kept for a person; what a caller asked is only answered. */
function setAsideOf(poisoned: ReadonlyMap<Item, unknown>): SetAside[] {
  return [...poisoned].flatMap(([{ command, origin }, mistake]) =>
    origin === null
      ? []
      : [{ accountId: command.accountId, delivery: origin, reason: `core: ${String(mistake)}`, raw: command }],
  )
}
