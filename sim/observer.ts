import type { AccountId, ContactId, MessageId } from '#core/account/account.ts'
import { addressKey } from '#core/contact/contact.ts'
import { variantsOf } from '#core/contact/phone-variants.ts'
import { apply } from '#core/loop/apply.ts'
import type { Fact } from '#core/loop/fact.ts'
import { emptyWorld } from '#core/loop/world.ts'
import { mediaOf } from '#core/message/content.ts'
import type { Message, OutboundMessage } from '#core/message/message.ts'
import { opensWindow } from '#core/message/reduce.ts'
import type { Changes, Committed } from '#store/ledger.ts'
import { createContactChecks } from './check-contact.ts'
import { checkFact } from './check-fact.ts'
import { checkGroupFact } from './check-group.ts'
import { ACCOUNTS } from './company.ts'
import { POISON } from './poison.ts'
import type { Observer, Shadow, Sim, Word } from './parts.ts'

export function createObserver(sim: Sim): Observer {
  const { rare, truth, stage, violate } = sim
  const shadows = new Map<AccountId, Shadow>(ACCOUNTS.map((accountId) => [accountId, emptyShadow(accountId)]))
  const contactChecks = createContactChecks(sim)
  let wasReopened: string | null = null
  const acceptedKeys = new Map<string, string>()
  const promises = new Map<string, { readonly messageId: MessageId; readonly asked: string }>()

  function committed({ loaded, setAside }: Changes, result: Committed): void {
    if (result.kind === 'conflict') return rare.saw('two copies in conflict')
    if (result.kind === 'fenced') return rare.saw('lease passed to another copy in the middle of a batch')
    for (const { reason } of setAside) {
      if (!reason.includes(POISON)) continue
      if (reason.startsWith('channel:')) rare.saw('delivery set aside because its channel stumbled')
      else if (reason.startsWith('core:')) rare.saw('command set aside because the core stumbled')
      else rare.saw('command set aside because it cannot be stored')
    }
    for (const { changed } of loaded.worlds) for (const { added } of changed.parked.values()) added.forEach(noteParked)
    result.facts.forEach((fact, index) => take(fact, result.facts[index - 1] ?? null))
    for (const { dueAt } of result.effects) if (dueAt > stage.now()) stage.at(dueAt, () => undefined)
  }

  function noteParked(
    command: Changes['loaded']['worlds'][number]['parked'] extends Map<string, (infer One)[]> ? One : never,
  ) {
    rare.saw('status or touch waited for its message')
    if (command.kind !== 'touch-message') return
    if (command.touch.kind === 'edit') rare.saw('edit before its target')
    else if (command.touch.kind === 'revoke') rare.saw('revocation before its target')
    else rare.saw('reaction before its target')
  }

  function take(fact: Fact, previous: Fact | null): void {
    const shadow = shadows.get(fact.accountId)
    if (!shadow) return violate(`a fact of an account nobody has: ${fact.accountId}`)
    if (fact.seq !== shadow.seq + 1) violate(`fact ${fact.seq} follows ${shadow.seq} in account ${fact.accountId}`)
    shadow.seq = fact.seq
    noteRare(shadow, fact, previous)
    checkFact(sim, shadow, fact)
    checkGroupFact(sim, shadow, fact, previous)
    contactChecks.checkFact(shadow, fact)
    apply(shadow.world, fact)
    count(shadow, fact)
  }

  /** The last word counts; of two at once the stop. */
  function hear({ words }: Shadow, contactId: ContactId, about: string, word: Word): void {
    const own = words.get(contactId) ?? new Map<string, Word>()
    words.set(contactId, own)
    const known = own.get(about)
    const isLast = known === undefined || known.at < word.at || (known.at === word.at && word.isStop)
    if (isLast) own.set(about, word)
  }

  /** Counts by hand what the reducers count, to compare. */
  function count(shadow: Shadow, fact: Fact): void {
    if (fact.kind === 'message-received' && fact.message.direction === 'in' && opensWindow(fact.message)) {
      const isAbove = shadow.world.conversations.get(fact.conversationId)?.continuedBy !== undefined
      if (!isAbove) shadow.unread.set(fact.conversationId, (shadow.unread.get(fact.conversationId) ?? 0) + 1)
      const { at, receivedAt } = fact.message
      const known = shadow.wroteAt.get(fact.conversationId)
      const wroteAt = at < receivedAt ? at : receivedAt
      if (known === undefined || known < wroteAt) shadow.wroteAt.set(fact.conversationId, wroteAt)
    }
    if (
      fact.kind === 'consent-recorded' &&
      (fact.entry.purpose === 'collections' || fact.entry.purpose === 'marketing')
    ) {
      const { at, address, change, purpose } = fact.entry
      hear(shadow, fact.contactId, `${purpose} ${address}`, { at, isStop: change === 'withdrawn' })
    }
    if (fact.kind === 'merge-undone') {
      // What the part said meanwhile was written down with the contact it was merged into.
      for (const [about, word] of shadow.words.get(fact.intoId) ?? []) hear(shadow, fact.contactId, about, word)
    }
    if (fact.kind === 'conversation-seen') shadow.unread.set(fact.conversationId, 0)
    if (fact.kind === 'conversation-arranged' && fact.continuedBy !== null) {
      const [carried, known] = [fact.conversationId, fact.continuedBy].map((id) => shadow.unread.get(id) ?? 0)
      shadow.unread.set(fact.continuedBy, (known ?? 0) + (carried ?? 0))
      shadow.unread.delete(fact.conversationId)
    }
    if (fact.kind === 'message-queued') {
      const ids = shadow.ours.get(fact.conversationId) ?? new Set()
      shadow.ours.set(fact.conversationId, ids.add(fact.message.messageId))
    }
    if (fact.kind === 'message-progressed' || fact.kind === 'message-postponed') {
      if (outbound(shadow, fact.messageId)?.status !== 'sending') shadow.sendingSince.delete(fact.messageId)
      else if (!shadow.sendingSince.has(fact.messageId)) shadow.sendingSince.set(fact.messageId, stage.now())
    }
  }

  function noteRare(shadow: Shadow, fact: Fact, previous: Fact | null): void {
    if (fact.kind === 'message-progressed') noteProgress(shadow, fact)
    if (fact.kind === 'conversation-reopened' && previous?.kind === 'message-received') {
      rare.saw('resolved conversation opened by its contact')
    }
    if (fact.kind === 'contact-added' && fact.contact.addresses.every(({ kind }) => kind === 'user-id')) {
      rare.saw('contact known by user id alone')
    }
    if (fact.kind === 'address-added' && fact.address.kind === 'phone') {
      const others = shadow.world.contacts.get(fact.contactId)?.addresses ?? []
      const spellings = variantsOf(fact.address.value)
      if (others.some(({ value }) => spellings.includes(value))) rare.saw('known by a variant of the phone')
    }
    if (fact.kind === 'identity-settled') {
      rare.saw(
        fact.isSame ? 'somebody made sure that it is the same person' : 'somebody made sure that it is another person',
      )
    }
    if (fact.kind === 'contacts-merged') noteMerge(shadow, fact)
    if (fact.kind === 'merge-undone') rare.saw('two contacts became two again')
    if (fact.kind === 'conversation-arranged' && previous?.kind === 'conversation-arranged') {
      const isTurn =
        fact.continuedBy === null && previous.continuedBy === fact.conversationId && fact.of !== previous.of
      if (isTurn && fact.contactId === previous.contactId) rare.saw('thread went on from another number of the person')
    }
    if (fact.kind === 'conversation-reopened') wasReopened = fact.conversationId
    else if (fact.kind === 'message-queued' && wasReopened === fact.conversationId) {
      rare.saw('agent wrote into a resolved conversation')
    } else wasReopened = null
    noteTouch(shadow, fact)
    if (fact.kind === 'conversation-opened') {
      const isElsewhere = [...shadow.world.conversations.values()].some(({ contactId }) => contactId === fact.contactId)
      if (isElsewhere) rare.saw('contact wrote to two lines of one account')
    }
    if (fact.kind === 'message-received') {
      const newest = shadow.world.conversations.get(fact.conversationId)?.customerWroteAt ?? null
      if (newest !== null && fact.message.at < newest) rare.saw('message came after a younger one')
      notePast(shadow, fact.message)
    }
  }

  function noteTouch({ world }: Shadow, fact: Fact): void {
    const message = 'messageId' in fact ? world.messages.get(fact.messageId) : undefined
    if (!message) return
    if (fact.kind === 'message-edited') {
      if (message.editedAt !== null && message.editedAt > fact.editedAt) rare.saw('older edit came after a younger one')
      if (message.revokedAt !== null) rare.saw('edited although revoked')
    }
    if (fact.kind === 'message-reacted') {
      const known = message.reactions.find(({ by }) => by === fact.by)
      if (known && known.at > fact.reactedAt) rare.saw('older reaction came after a younger one')
    }
    if (fact.kind === 'media-settled' && mediaOf(message.content)?.state !== 'waiting') rare.saw('file settled twice')
  }

  function noteMerge({ world }: Shadow, fact: Extract<Fact, { kind: 'contacts-merged' }>): void {
    rare.saw('two contacts became one')
    if (!fact.evidence.includes('announced')) return
    const linesOf = (id: ContactId) =>
      new Set([...world.conversations.values()].flatMap((one) => (one.contactId === id ? [one.lineId] : [])))
    if (!linesOf(fact.contactId).isDisjointFrom(linesOf(fact.intoId)))
      rare.saw('two threads became one by a changed number')
    if ((world.contacts.get(fact.contactId)?.addresses.length ?? 0) > 0) {
      rare.saw('address went along with whoever was merged by a changed number')
    }
  }

  function notePast({ world }: Shadow, { wireId, at }: Message): void {
    const value = wireId === null ? null : (truth.issued.get(wireId)?.shown.phone ?? null)
    if (value === null) return
    const key = addressKey({ channel: 'whatsapp', kind: 'phone', value })
    const contactId = world.contactByPastAddress.get(key)
    const past = contactId && world.contacts.get(contactId)?.past?.find((address) => addressKey(address) === key)
    if (past && at < past.until) rare.saw('message came late from a number that was given up')
  }

  function noteProgress(shadow: Shadow, fact: Extract<Fact, { kind: 'message-progressed' }>): void {
    const message = outbound(shadow, fact.messageId)
    if (!message) return
    const isReport = REPORTED.has(fact.status)
    if (isReport && message.status === 'sending') rare.saw('status before the send returned')
    if (isReport && message.status === 'unknown') rare.saw('unknown settled by a status')
    if (isReport && message.supersededBy !== null) rare.saw('late report about a superseded message')
    if (isReport && fact.after !== fact.status) rare.saw('statuses came out of order')
    if (fact.status === 'accepted' && message.status === 'unknown')
      rare.saw('answer came after the message was unknown')
    if (fact.status === 'unknown' && (truth.requests.get(fact.messageId) ?? 0) < message.attempts) {
      rare.saw('message became unknown because its worker died')
    }
  }

  const outbound = (shadow: Shadow, messageId: MessageId): OutboundMessage | null => {
    const message = shadow.world.messages.get(messageId)
    return message?.direction === 'out' ? message : null
  }

  const find = (messageId: MessageId): { shadow: Shadow; message: OutboundMessage } | null => {
    for (const shadow of shadows.values()) {
      const message = outbound(shadow, messageId)
      if (message) return { shadow, message }
    }
    return null
  }

  return {
    shadows,
    committed,
    requested: (messageId) => {
      const found = find(messageId)
      if (!found) return violate(`Meta was asked to send ${messageId}, which is not on disk`)
      const requests = truth.requests.get(messageId) ?? 0
      if (requests > found.message.attempts) {
        violate(`message ${messageId} was posted ${requests} times after ${found.message.attempts} claims`)
      }
    },
    accepted: (accepted) => {
      const { messageId, wireId, line } = accepted
      contactChecks.checkArrival(accepted)
      const found = find(messageId)
      if (!found) return violate(`Meta accepted ${messageId}, which is not on disk`)
      const { message } = found
      if (message.lineId !== line.lineId) violate(`message ${messageId} left by the line ${line.name}, not by its own`)
      const key = `${message.accountId} ${message.clientKey}`
      const earlier = acceptedKeys.get(key)
      if (earlier !== undefined) violate(`Meta accepted ${earlier} and ${wireId} for the key ${message.clientKey}`)
      acceptedKeys.set(key, wireId)
    },
    outsideWindow: ({ messageId, wireId }) => violate(`free text ${messageId} (${wireId}) left outside the window`),
    claimRefused: (reasons) => {
      if (reasons.some(({ code }) => code === 'window-closed')) rare.saw('window closed between writing and claiming')
      if (reasons.some(({ code }) => code === 'consent-withdrawn')) {
        rare.saw('template refused because its contact had said stop')
      }
      if (reasons.some(({ code }) => code === 'template-not-approved'))
        rare.saw('template stopped between writing and claiming')
      if (reasons.some(({ code }) => code === 'not-queued')) rare.saw('two workers after one message')
    },
    promised: ({ accountId, messageId, clientKey, asked }) => {
      const before = promises.get(clientKey)
      promises.set(clientKey, before ?? { messageId, asked })
      if (before && before.messageId !== messageId) violate(`${clientKey} was answered with two messages`)
      if (before && before.asked !== asked) violate(`two requests with the key ${clientKey} were both answered`)
      const message = outbound(shadows.get(accountId) ?? emptyShadow(accountId), messageId)
      if (message?.clientKey !== clientKey)
        violate(`a caller was promised ${messageId} for ${clientKey}; it is not on disk`)
    },
    logged: (about, message) => {
      // What something stumbles over on purpose is logged as it should be.
      if ('err' in about && String(about.err).includes(POISON)) return
      violate(`${message}: ${'err' in about ? String(about.err) : JSON.stringify(about)}`)
    },
  }
}

const REPORTED: ReadonlySet<string> = new Set(['sent', 'delivered', 'read', 'played', 'failed'])

function emptyShadow(accountId: AccountId): Shadow {
  const world = emptyWorld(accountId)
  return {
    accountId,
    world,
    seq: 0,
    unread: new Map(),
    wroteAt: new Map(),
    ours: new Map(),
    sendingSince: new Map(),
    words: new Map(),
    toldAway: new Set(),
    persons: new Map(),
    participants: new Map(),
    mixed: new Set(),
    touched: world.changed,
  }
}
