import { between, type Duration, milliseconds, minutes, plus, seconds } from '#base/time.ts'
import type { AccountId, MessageId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import { facing } from '#core/contact/part.ts'
import type { Effect, EffectKind } from '#core/loop/effect.ts'
import { needsOf } from '#core/loop/needs.ts'
import type { Media } from '#core/message/content.ts'
import type { OutboundMessage } from '#core/message/message.ts'
import type { Copy } from './parts.ts'
import { lines, linesOf, templateOf } from './company.ts'
import type { Sim } from './parts.ts'

const KINDS: readonly EffectKind[] = [
  'deliver',
  'settle-send',
  'fetch-media',
  'mark-read',
  'sync-templates',
  'submit-template',
  'keep-notice',
  'add-history',
  'join-moved',
]
const HELD: Duration = minutes(2)
const POLL: Duration = milliseconds(500)
/** A request that does not leave this soon after its claim leaves no more: the right to send may have ended. */
export const LEAVE_WITHIN: Duration = seconds(10)
const SETTLE_TRIES = 5

type OfKind<Kind extends EffectKind> = Extract<Effect, { kind: Kind }>

/** The workers of one copy: take effects, carry them out, tell the loop what came of it. */
export function startWorker(sim: Sim, copy: Copy) {
  const { stage } = sim
  let isRunning = true
  let busy = 0
  let endSleep: (() => void) | null = null

  async function run(): Promise<void> {
    while (isRunning) {
      try {
        const now = copy.now()
        const effects = await copy.ledger.effects.take(KINDS, now, plus(now, HELD), 20)
        for (const effect of effects) void carryOut(effect)
        if (effects.length > 0) continue
      } catch {
        // The store is away: look again later.
      }
      await new Promise<void>((resolve) => {
        endSleep = resolve
        stage.timer(copy, POLL, resolve)
      })
    }
  }

  async function carryOut(effect: Effect): Promise<void> {
    busy += 1
    try {
      if (effect.kind === 'deliver') await deliver(effect)
      else if (effect.kind === 'settle-send') await expire(effect)
      else if (effect.kind === 'fetch-media') await fetchMedia(effect)
      else if (effect.kind === 'add-history') await addHistory(effect)
      else {
        if (effect.kind === 'join-moved') await join(effect)
        if (effect.kind === 'keep-notice') await sim.templates.hearNotice(copy, effect)
        if (effect.kind === 'sync-templates') await sim.templates.readList(copy, effect)
        await copy.ledger.effects.finish([effect])
      }
    } catch {
      // The store is away: the effect is taken again when nobody holds it any more.
    }
    busy -= 1
  }

  async function deliver(effect: OfKind<'deliver'>): Promise<void> {
    const { accountId, messageId } = effect
    const before = await look(accountId, messageId)
    if (!before) return
    const line = lines.byId(accountId, before.message.lineId)
    if (!line) return
    const template =
      before.message.content.kind === 'template' ? templateOf(line, before.message.content.template.name) : null
    const claimedAt = stage.now()
    const claim = {
      kind: 'begin-send' as const,
      accountId,
      messageId,
      effectId: effect.effectId,
      dueAt: effect.dueAt,
      priority: effect.priority,
      template,
    }
    const begun = await copy.submit(claim)
    if (!begun.ok) return sim.observer.claimRefused(begun.error)
    if (template) sim.templates.claimed(messageId, template, claimedAt)
    const found = await look(accountId, messageId)
    if (!found) return
    const rendered = sim.channel.render(found.message, found.contact, line, new Map())
    const { attempts: attempt } = found.message
    const settle = (outcome: Parameters<typeof submitSettle>[2]) => submitSettle(effect, attempt, outcome)
    if (rendered.kind !== 'request') {
      return settle({ kind: 'refused', problem: { code: 'cannot', title: 'It cannot be rendered', details: null } })
    }
    const answer =
      between(claimedAt, stage.now()) > LEAVE_WITHIN
        ? { kind: 'not-sent' as const, reason: 'It took too long to leave' }
        : await sim.meta.post(copy, line, rendered.request)
    return settle(sim.channel.interpret(answer, attempt, copy.now()))
  }

  /** The message as it is now, with whom it is for. */
  async function look(
    accountId: AccountId,
    messageId: MessageId,
  ): Promise<{ message: OutboundMessage; contact: Contact } | null> {
    const need = needsOf(accountId, [
      { kind: 'begin-send', accountId, messageId, effectId: '' as Effect['effectId'], priority: 0, template: null },
    ])
    const [world] = (await copy.ledger.load([need])).worlds
    const message = world?.messages.get(messageId)
    const conversation = message && world?.conversations.get(message.conversationId)
    const contact = conversation && world?.contacts.get(conversation.contactId)
    return message?.direction === 'out' && contact ? { message, contact: facing(contact, conversation.of) } : null
  }

  async function submitSettle(
    { accountId, messageId, lineId, priority }: OfKind<'deliver'>,
    attempt: number,
    outcome: ReturnType<Sim['channel']['interpret']>,
  ): Promise<void> {
    const about = { accountId, messageId, lineId, channel: 'whatsapp' as const, attempt, priority }
    for (let tries = 0; tries < SETTLE_TRIES; tries++) {
      const settled = await copy.submit({ kind: 'settle-send', ...about, outcome })
      if (settled.ok || settled.error[0]?.code !== 'unavailable') return
    }
  }

  async function expire(effect: OfKind<'settle-send'>): Promise<void> {
    const { accountId, messageId, attempt } = effect
    const found = await look(accountId, messageId)
    if (found) {
      const { lineId } = found.message
      const settled = await copy.submit({
        kind: 'settle-send',
        accountId,
        messageId,
        lineId,
        channel: 'whatsapp',
        attempt,
        priority: 0,
        outcome: { kind: 'unknown' },
      })
      if (!settled.ok && settled.error[0]?.code === 'unavailable') return
    }
    await copy.ledger.effects.finish([effect])
  }

  async function addHistory({ accountId, lineId, effectId, threads }: OfKind<'add-history'>): Promise<void> {
    const line = lines.byId(accountId, lineId)
    if (line) await copy.submit({ kind: 'add-history', accountId, effectId, line, threads })
  }

  async function join({ accountId, contactId, intoId }: OfKind<'join-moved'>): Promise<void> {
    const lineIds = linesOf(accountId).map(({ lineId }) => lineId)
    const how = { by: { kind: 'system' }, why: null, evidence: ['announced'] } as const
    await copy.submit({ kind: 'merge-contacts', accountId, contactId, intoId, lineIds, ...how })
  }

  async function fetchMedia(effect: OfKind<'fetch-media'>): Promise<void> {
    const { accountId, messageId, mediaId, mime, effectId } = effect
    const isThere = sim.dice.chance(0.9)
    const media: Media = isThere
      ? { mediaId, state: 'stored', mime, sizeBytes: 2_000, filename: null, sha256: 'ab'.repeat(32), problem: null }
      : { mediaId, state: 'failed', mime, sizeBytes: null, filename: null, sha256: null, problem: 'media-expired' }
    await copy.submit({ kind: 'settle-media', accountId, messageId, media, effectId })
  }

  void run()
  return {
    wake: () => endSleep?.(),
    isBusy: () => busy > 0,
    stop: () => {
      isRunning = false
    },
  }
}
