import type { Ids } from '#base/ids.ts'
import { failed, ok, type Result } from '#base/result.ts'
import type { Instant } from '#base/time.ts'
import type { AccountId, ContactId, ConversationId, EffectId, LineId, MessageId } from '../account/account.ts'
import type { ConsentSettings } from '../consent/settings.ts'
import type { ChannelId, Line } from '../line/line.ts'
import type { OutboundContent } from '../message/content.ts'
import type { Rights } from '../policy/rights.ts'
import type { Refusal } from '../refusal/refusal.ts'
import { apply } from './apply.ts'
import type { Command } from './command.ts'
import type { EffectBody, NewEffect } from './effect.ts'
import type { FactBody, NewFact } from './fact.ts'
import { type WireRef, wireKey, type World } from './world.ts'

/** What a decision may ask besides the world. All of it is handed in. */
export type Context = {
  readonly now: Instant
  readonly ids: Ids
  readonly lineOf: (accountId: AccountId, lineId: LineId) => Line | null
  /** What holds for the company when it writes to people, besides its rows. */
  readonly rightsOf: (accountId: AccountId) => Rights
  readonly consentSettings: (accountId: AccountId) => ConsentSettings
  /** The channel's own limits on content. */
  readonly check: (channel: ChannelId, content: OutboundContent) => readonly Refusal[]
}

/** What a caller learns when its command is on disk. */
export type Answer = {
  readonly conversationId: ConversationId | null
  readonly messageId: MessageId | null
  readonly contactId: ContactId | null
  /** True when an earlier command with the same key or wire id had done it already. */
  readonly repeated: boolean
}

export type Outcome = Result<Answer, readonly Refusal[]>

/** What came of one command. A refusal may still carry facts: a message refused at the last moment is one. */
export type Decision = {
  readonly facts: readonly NewFact[]
  readonly effects: readonly NewEffect[]
  readonly finished: readonly EffectId[]
  readonly outcome: Outcome
}

/** The pen of one decision: every fact is folded into the world as it is written, so the next line sees it. */
export type Step = {
  readonly world: World
  readonly context: Context
  readonly fact: (body: FactBody) => void
  readonly effect: (body: EffectBody, dueAt?: Instant) => void
  readonly finish: (effectId: EffectId) => void
  /** What is decided holds only while nobody else changes this contact. */
  readonly rely: (contactId: ContactId) => void
  /** Lets a command wait for the message with this id on the wire. The same command waits once. */
  readonly park: (ref: WireRef, command: Command) => void
  /** What waited for it; it waits no longer. */
  readonly unpark: (ref: WireRef) => readonly Command[]
  readonly decided: (outcome: Outcome) => Decision
}

export function stepIn(world: World, context: Context): Step {
  const facts: NewFact[] = []
  const effects: NewEffect[] = []
  const finished: EffectId[] = []
  const { accountId } = world
  return {
    world,
    context,
    fact: (body) => {
      const fact: NewFact = { ...body, accountId, at: context.now }
      facts.push(fact)
      apply(world, fact)
    },
    effect: (body, dueAt = context.now) => effects.push({ ...body, accountId, dueAt }),
    finish: (effectId) => finished.push(effectId),
    rely: (contactId) => void world.relied.add(contactId),
    park: (ref, command) => park(world, ref, command),
    unpark: (ref) => unpark(world, ref),
    decided: (outcome) => ({ facts, effects, finished, outcome }),
  }
}

function park(world: World, ref: WireRef, command: Command): void {
  const key = wireKey(ref)
  const waiting = world.parked.get(key) ?? []
  const text = JSON.stringify(command)
  if (waiting.some((other) => JSON.stringify(other) === text)) return
  world.parked.set(key, [...waiting, command])
  const change = world.changed.parked.get(key) ?? { ref, taken: false, added: [] }
  world.changed.parked.set(key, { ...change, added: [...change.added, command] })
}

function unpark(world: World, ref: WireRef): readonly Command[] {
  const key = wireKey(ref)
  const waiting = world.parked.get(key)
  if (!waiting || waiting.length === 0) return []
  world.parked.delete(key)
  world.changed.parked.set(key, { ref, taken: true, added: [] })
  return waiting
}

export const answer = (about: Partial<Answer> = {}): Outcome =>
  ok({ conversationId: null, messageId: null, contactId: null, repeated: false, ...about })

export const refused = (...reasons: readonly Refusal[]): Outcome => failed(reasons)
