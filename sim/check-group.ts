import type { AccountId, ContactId } from '#core/account/account.ts'
import { addressOf, type Contact } from '#core/contact/contact.ts'
import { present } from '#core/group/group.ts'
import type { Fact } from '#core/loop/fact.ts'
import type { InboundMessage } from '#core/message/message.ts'
import type { Shadow, Sim } from './parts.ts'
import type { Group, Person } from './truth.ts'

type Received = Extract<Fact, { kind: 'message-received' }> & { readonly message: InboundMessage }
const isReceived = (fact: Fact | null): fact is Received =>
  fact?.kind === 'message-received' && fact.message.direction === 'in'

/** What is said in a group is kept there and touches nothing of those who say it. Looks before the fact is folded in. */
export function checkGroupFact(sim: Sim, shadow: Shadow, fact: Fact, previous: Fact | null): void {
  checkUntouched(sim, fact, previous)
  if (fact.kind === 'contacts-merged') for (const id of [fact.contactId, fact.intoId]) mix(shadow, id)
  if (!isReceived(fact)) return
  if (fact.message.content.kind === 'group-event') return checkNews(sim, shadow, fact.message)
  const { truth, violate, rare } = sim
  const { message } = fact
  const issued = truth.issued.get(message.wireId)
  const contact = contactOf(shadow, message)
  const group = contact && addressOf(contact, 'group')?.value
  if (issued?.group !== group)
    violate(`${message.wireId} was written in ${issued?.group ?? 'no group'}, not in ${group}`)
  if (!issued || group === undefined) return
  if (!contact?.group?.participants.some(({ at }) => at > 0) || contact.group.subject.at === 0)
    rare.saw('written in a group before anything was told of it')
  if (message.writerId === undefined) return violate(`nobody knows who wrote ${message.wireId} in a group`)
  recognize(sim, shadow, message.writerId, issued.person, message.wireId)
}

const contactOf = ({ world }: Shadow, { conversationId }: InboundMessage): Contact | undefined =>
  world.contacts.get(world.conversations.get(conversationId)?.contactId ?? ('' as ContactId))

/** Who is one of several in a contact nobody can tell any more. */
function mix(shadow: Shadow, contactId: ContactId): void {
  shadow.mixed.add(contactId)
  for (const person of [shadow.persons.get(contactId), shadow.participants.get(contactId)])
    if (person) shadow.mixed.add(person)
}

/** Whoever it is said of, or says it, is the person it was. */
function recognize({ violate }: Sim, shadow: Shadow, contactId: ContactId, person: Person, what: string): void {
  if (shadow.world.contacts.get(contactId)?.group) violate(`${what} is of a group, as if it were one of its people`)
  if (shadow.mixed.has(contactId)) return void shadow.mixed.add(person)
  const known = shadow.persons.get(contactId) ?? shadow.participants.get(contactId)
  if (known && known !== person) violate(`${what} of ${person.name} was given to ${known.name} in a group`)
  shadow.participants.set(contactId, person)
}

/** Told of the group by Meta, at its time, once. */
function checkNews(sim: Sim, shadow: Shadow, message: InboundMessage): void {
  const { truth, violate, rare } = sim
  const { content, at, lineId } = message
  if (content.kind !== 'group-event') return
  const contact = contactOf(shadow, message)
  const id = contact && addressOf(contact, 'group')?.value
  const group = id === undefined ? undefined : truth.groups.get(id)
  const news = group?.news.find((each) => each.event === content.event && each.at === at)
  if (!group || !news) return violate(`nobody told that the group ${id} was ${content.event} at ${at}`)
  if (group.line.lineId !== lineId) violate(`news of the group ${id} is on another line`)
  const ofGroup = [...shadow.world.messages.values()].filter(
    (other) => other.conversationId === message.conversationId && other.content.kind === 'group-event',
  )
  const isSame = (other: (typeof ofGroup)[number]) =>
    other.at === at && other.content.kind === 'group-event' && other.content.event === content.event
  if (ofGroup.some(isSame)) violate(`that the group ${id} was ${content.event} at ${at} is kept twice`)
  if (ofGroup.some((other) => other.at > at)) rare.saw('older news of a group after younger')
  const [who] = content.who
  if (who !== undefined && news.person) recognize(sim, shadow, who, news.person, `news of the group ${id}`)
}

/** No conversation is opened with somebody, and no word of theirs heeded, for what they said before others. */
function checkUntouched({ violate }: Sim, fact: Fact, previous: Fact | null): void {
  if (isReceived(fact) && fact.message.writerId !== undefined && previous?.kind === 'conversation-opened') {
    if (previous.contactId === fact.message.writerId)
      violate(`${fact.message.wireId} in a group opened a conversation with ${previous.contactId}`)
  }
  if (fact.kind !== 'consent-recorded' || !isReceived(previous) || previous.message.writerId === undefined) return
  violate(`${previous.message.wireId} in a group was heeded as a word to us`)
}

/** How people were named in news of groups, which is how they are seen there. */
export const seenInGroups = ({ truth }: Sim, accountId: AccountId) =>
  [...truth.groups.values()]
    .filter(({ line }) => line.accountId === accountId)
    .flatMap(({ news }) =>
      news.flatMap(({ person, shown, at }) => (person === null ? [] : [{ person, at, phone: shown?.phone ?? null }])),
    )

/** When the world has come to rest: every group is here as Meta has it, once, and so is how far ours came with each. */
export function checkGroups(sim: Sim): void {
  for (const group of sim.truth.groups.values()) checkGroup(sim, group)
  for (const shadow of sim.observer.shadows.values()) checkApart(sim, shadow)
  checkReceipts(sim)
}

function checkGroup(sim: Sim, group: Group): void {
  const { violate, observer } = sim
  for (const { event, isAcknowledged } of group.news)
    if (!isAcknowledged) violate(`that ${group.id} was ${event} was never acknowledged, though the world came to rest`)
  const shadow = observer.shadows.get(group.line.accountId)
  const here = [...(shadow?.world.contacts.values() ?? [])].filter((one) => addressOf(one, 'group')?.value === group.id)
  const [contact] = here
  if (!shadow || here.length !== 1 || !contact?.group)
    return violate(`the group ${group.id} is here ${here.length} times`)
  const { subject, state } = contact.group
  if (subject.value !== group.subject) violate(`${group.id} is called ${group.subject}, not ${subject.value}`)
  if ((state.value === 'suspended') !== group.isSuspended) violate(`${group.id} is ${state.value}, and should not be`)
  const kept = [...shadow.world.messages.values()].filter(
    ({ conversationId, content }) =>
      content.kind === 'group-event' && shadow.world.conversations.get(conversationId)?.contactId === contact.contactId,
  )
  if (kept.length !== group.news.length) violate(`${kept.length} of ${group.news.length} news of ${group.id} are kept`)
  const isIn = new Set(present(contact.group).map(({ contactId }) => personOf(shadow, contactId)))
  for (const person of group.members.keys())
    if (isSteady(shadow, person) && !isIn.has(person)) violate(`${person.name} is in ${group.id}, and is not here`)
  for (const person of group.former)
    if (!group.members.has(person) && isSteady(shadow, person) && isIn.has(person))
      violate(`${person.name} has left ${group.id}, and is in it here`)
}

const personOf = (shadow: Shadow, contactId: ContactId): Person | undefined =>
  shadow.participants.get(contactId) ?? shadow.persons.get(contactId)

/** Whoever changed number or id may be two contacts until somebody makes sure, and whoever was merged is one with others. */
const isSteady = ({ mixed }: Shadow, person: Person): boolean =>
  !person.wasPhoneAlone && !person.hasMoved && !mixed.has(person)

/** Groups of accounts are apart: none is in another's, by its id or by who is in it. */
function checkApart({ truth, violate }: Sim, { world, accountId }: Shadow): void {
  for (const contact of world.contacts.values()) {
    const id = addressOf(contact, 'group')?.value
    const group = id === undefined ? undefined : truth.groups.get(id)
    if (id !== undefined && group?.line.accountId !== accountId) violate(`${accountId} has the group ${id} of another`)
    for (const { contactId } of contact.group?.participants ?? [])
      if (!world.contacts.has(contactId)) violate(`${contactId} is in ${id} and is nobody of ${accountId}`)
  }
}

/** What is kept of each of a group is the furthest that was told of them, whichever came first. */
function checkReceipts({ truth, observer, violate, rare }: Sim): void {
  for (const { line, messageId, group, reports } of truth.accepted.values()) {
    if (!group) continue
    const shadow = observer.shadows.get(line.accountId)
    const message = shadow?.world.messages.get(messageId)
    if (!shadow || message?.direction !== 'out') continue
    if (reports.findIndex(({ participant }) => participant) < reports.findIndex(({ participant }) => !participant))
      rare.saw('status of one of a group before the others')
    const known = (message.receipts ?? []).filter(({ contactId }) => !shadow.mixed.has(contactId))
    // Whom Meta named once by phone and once by user id is two contacts until it names them by both.
    const byPerson = Map.groupBy(known, ({ contactId }) => personOf(shadow, contactId))
    for (const [person, receipts] of byPerson) {
      if (!person || !isSteady(shadow, person)) continue
      const kept = furthestOf(receipts)
      const told = furthestOf(reports.filter(({ participant }) => participant === person))
      if (kept !== told) violate(`${messageId} is ${kept} with ${person.name}; Meta's reports make it ${told}`)
    }
  }
}

const furthestOf = (list: readonly { readonly status: string }[]): string | undefined =>
  ['played', 'read', 'delivered', 'failed', 'sent'].find((each) => list.some(({ status }) => status === each))
