import { between, hours, milliseconds, plus, seconds } from '#base/time.ts'
import type { AgentId, MessageId } from '#core/account/account.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { variantsOf } from '#core/contact/phone-variants.ts'
import type { Command, CommandBody } from '#core/loop/command.ts'
import type { OutboundMessage } from '#core/message/message.ts'
import { needsAttention } from '#core/message/status.ts'
import { keyOf } from '#store/memory/rows.ts'
import type { Browser } from './browser.ts'
import { filled, LINES, lines, linesOf, templateOf } from './company.ts'
import { createIdentity } from './identity.ts'
import type { Copy, Promised, Sim } from './parts.ts'
import { poisonFor } from './poison.ts'

/** Somebody at the desk: knows what their browser shows, which may be old, and acts on it. */
export type Agent = { readonly agentId: AgentId; readonly browser: Browser; readonly act: () => void }

type Send = Extract<CommandBody, { kind: 'send-message' }>

export function seatAgent(sim: Sim, agentId: AgentId, browser: Browser): Agent {
  const { stage, dice, truth, rare } = sim
  const by = { kind: 'agent' as const, agentId }
  const { accountId } = browser
  const identity = createIdentity(sim, accountId, by, (body) => void ask(body))

  function act(): void {
    const known = [...browser.conversations.values()]
    const conversation = known.length > 0 ? dice.pick(known) : null
    if (!conversation) return writeCold()
    dice.weighted<() => void>([
      [40, () => answer(conversation)],
      [10, () => atTheLastMoment(known)],
      [5, () => answerGroup(known)],
      [10, () => sendAgain(known)],
      [6, () => cancel()],
      [6, () => writeCold()],
      [5, () => react(conversation)],
      [6, () => identity.makeSure()],
      [4, () => identity.mergeOrPart()],
      [6, () => void ask({ kind: 'resolve-conversation', conversationId: conversation.conversationId, by })],
      [3, () => void ask({ kind: 'reopen-conversation', conversationId: conversation.conversationId, by })],
      [
        8,
        () =>
          void ask({
            kind: 'see-conversation',
            conversationId: conversation.conversationId,
            by,
            typing: dice.chance(0.3),
          }),
      ],
      [
        5,
        () =>
          void ask({
            kind: 'assign-conversation',
            conversationId: conversation.conversationId,
            assigneeId: agentId,
            by,
          }),
      ],
    ])()
  }

  function answer(conversation: Conversation): void {
    const { conversationId } = conversation
    const own = threadOf(conversationId)
    const newest = own.at(-1) ?? null
    const isTemplate = dice.chance(0.15)
    const name = dice.pick(['recordatorio', 'cobro'] as const)
    const line = lines.byId(accountId, conversation.lineId)
    if (!line) return
    send({
      to: dice.chance(0.9)
        ? { kind: 'conversation', conversationId }
        : { kind: 'contact', line, contactId: conversation.contactId },
      content: isTemplate
        ? { kind: 'template', template: filled(name) }
        : {
            kind: 'text',
            text: dice.chance(0.01) ? poisonFor('store', 'of an agent') : `respuesta ${dice.int(1, 999)}`,
          },
      template: isTemplate ? templateOf(line, name) : null,
      replyToMessageId: newest !== null && dice.chance(0.1) ? newest : null,
      seenUpTo: dice.chance(0.5) ? newest : null,
    })
  }

  /** In one of the groups there are, if there are any. */
  function answerGroup(known: readonly Conversation[]): void {
    const ofGroups = known.filter(({ contactId }) => sim.rows.contacts.get(keyOf(accountId, contactId))?.row.group)
    if (ofGroups.length > 0) answer(dice.pick(ofGroups))
  }

  /** Waits until the window is nearly shut, then writes. */
  function atTheLastMoment(known: readonly Conversation[]): void {
    const now = stage.now()
    const open = known.filter(
      ({ customerWroteAt }) => customerWroteAt !== null && between(customerWroteAt, now) < hours(24),
    )
    if (open.length === 0) return
    const conversation = dice.pick(open)
    const closesAt = plus(conversation.customerWroteAt ?? now, hours(24))
    const before = milliseconds(
      dice.weighted([
        [3, dice.int(0, 120_000)],
        [1, dice.int(-40_000, 0)],
      ]),
    )
    stage.at(plus(closesAt, milliseconds(-before)), () => answer(conversation))
  }

  function react({ conversationId }: Conversation): void {
    const target = threadOf(conversationId).at(-1)
    const message = target && browser.messages.get(target)
    if (!message || message.wireId === null) return
    send({
      to: { kind: 'conversation', conversationId },
      content: { kind: 'reaction', targetWireId: message.wireId, emoji: dice.chance(0.8) ? '🙏' : null },
      target: message.messageId,
    })
  }

  /** To somebody by phone, as typed: in either spelling, maybe never heard of. */
  function writeCold(): void {
    const person = dice.pick(truth.people.filter(({ isGone }) => !isGone))
    const line = dice.pick(linesOf(accountId))
    const phone = dice.pick(variantsOf(person.phone))
    const name = dice.pick(['recordatorio', 'cobro'] as const)
    send({
      to: { kind: 'person', line, sender: { userId: null, phone, name: null, username: null } },
      content: { kind: 'template', template: filled(name) },
      template: templateOf(line, name),
    })
  }

  /** A message that failed, was refused or is unknown, once more. */
  function sendAgain(known: readonly Conversation[]): void {
    const ids = new Set(known.filter(({ failedSends }) => failedSends > 0).map(({ conversationId }) => conversationId))
    const failed = [...browser.messages.values()].filter(
      (message): message is OutboundMessage =>
        ids.has(message.conversationId) &&
        message.direction === 'out' &&
        needsAttention(message.status) &&
        message.supersededBy === null,
    )
    if (failed.length === 0) return
    const { messageId, lineId, content } = dice.pick(failed)
    const line = LINES.find((each) => each.lineId === lineId)
    const template = line && content.kind === 'template' ? templateOf(line, content.template.name) : null
    const times = dice.chance(0.2) ? 2 : 1
    for (let time = 0; time < times; time++) {
      void ask((copy) => ({
        kind: 'retry-message',
        messageId,
        newMessageId: copy.ids.next(copy.now()) as MessageId,
        by,
        template,
      }))?.then(
        (result) => {
          if (result.ok) return rare.saw('retried by a person')
          if (result.error.some(({ code }) => code === 'window-closed'))
            rare.saw('sent again after the window had closed: refused')
          if (result.error.some(({ code }) => code === 'not-retryable')) rare.saw('sent again by somebody else already')
        },
        () => undefined,
      )
    }
  }

  /** What this browser last saw waiting, its own or a colleague's; it may have been claimed meanwhile. */
  function cancel(): void {
    const waiting = [...browser.messages.values()].filter(
      (message) => message.direction === 'out' && message.status === 'queued',
    )
    if (waiting.length === 0) return
    const { messageId } = dice.pick(waiting)
    void ask({ kind: 'cancel-message', messageId, by, mayAny: dice.chance(0.5) })?.then(
      (result) => {
        if (result.ok) return rare.saw('cancelled before it left')
        if (result.error.some(({ code }) => code === 'message-not-waiting')) rare.saw('cancelled too late')
      },
      () => undefined,
    )
  }

  const threadOf = (conversationId: Conversation['conversationId']): MessageId[] =>
    [...browser.messages.values()]
      .filter((message) => message.conversationId === conversationId)
      .map(({ messageId }) => messageId)
      .sort()

  /** Sends; a nervous hand sends twice with the same key, a faulty caller something else with it. */
  function send(about: Pick<Send, 'to' | 'content'> & Partial<Send>): void {
    const clientKey = `key-${sim.nextKey()}`
    const commandAt = (copy: Copy, fingerprint: string): CommandBody => ({
      kind: 'send-message',
      messageId: copy.ids.next(copy.now()) as MessageId,
      by,
      target: null,
      template: null,
      replyToMessageId: null,
      seenUpTo: null,
      priority: 0,
      ...about,
      clientKey,
      clientFingerprint: fingerprint,
    })
    const times = dice.weighted([
      [8, 1],
      [2, 2],
    ] as const)
    for (let time = 0; time < times; time++) {
      const fingerprint = time > 0 && dice.chance(0.2) ? 'other' : 'same'
      if (dice.chance(0.5)) trySend({ clientKey, asked: fingerprint }, (copy) => commandAt(copy, fingerprint), 1)
      else
        stage.at(plus(stage.now(), milliseconds(dice.int(1, 5_000))), () =>
          trySend({ clientKey, asked: fingerprint }, (copy) => commandAt(copy, fingerprint), 1),
        )
    }
  }

  /** Tries until there is an answer: a caller that heard nothing asks again with the same key. */
  function trySend(
    request: Pick<Promised, 'clientKey' | 'asked'>,
    commandAt: (copy: Copy) => CommandBody,
    tries: number,
  ): void {
    const copy = sim.someCopy()
    if (!copy || tries > 6) return
    let isAnswered = false
    stage.at(plus(stage.now(), seconds(15)), () => {
      if (!isAnswered) trySend(request, commandAt, tries + 1)
    })
    void copy.submit(withAccount(commandAt(copy))).then((result) => {
      if (!result.ok && result.error.some(({ code }) => code === 'unavailable')) return
      isAnswered = true
      if (!result.ok) {
        if (result.error.some(({ code }) => code === 'idempotency-key-reused'))
          rare.saw('same key with another request refused')
        if (result.error.some(({ code }) => code === 'consent-withdrawn'))
          rare.saw('template refused because its contact had said stop')
        if (result.error.some(({ code }) => code === 'thread-moved-on')) rare.saw('thread moved on')
        if (result.error.some(({ code }) => code === 'group-content')) rare.saw('refused what no group takes')
        if (result.error.some(({ code }) => code === 'group-closed')) rare.saw('refused while the group was suspended')
        return
      }
      if (result.value.repeated) rare.saw('same key twice, one message')
      if (result.value.repeated && tries > 1) rare.saw('caller heard nothing, asked again and got the first message')
      if (result.value.messageId) sim.observer.promised({ accountId, messageId: result.value.messageId, ...request })
    }, heardMistake)

    function heardMistake(): void {
      isAnswered = true
      rare.saw('caller heard that it can never be stored')
    }
  }

  function ask(body: CommandBody | ((copy: Copy) => CommandBody)): ReturnType<Copy['submit']> | undefined {
    const copy = sim.someCopy()
    return copy?.submit(withAccount(typeof body === 'function' ? body(copy) : body))
  }

  const withAccount = (body: CommandBody): Command => ({ ...body, accountId })

  return { agentId, browser, act }
}
