import { afterEach, expect, test, vi } from 'vitest'
import type { Channel } from '#channels/channel.ts'
import { whatsapp } from '#channels/whatsapp/index.ts'
import type { conversationAfter } from '#core/conversation/reduce.ts'
import type { Command } from '#core/loop/command.ts'
import type { decide } from '#core/loop/decide.ts'
import { wireKey, type World } from '#core/loop/world.ts'
import type { Ledger } from '#store/ledger.ts'
import type { Run, Variant } from './sim.ts'

const SEEDS = 60
const STEPS = 100

type Decide = typeof decide
type Reduce = typeof conversationAfter

afterEach(() => {
  vi.doUnmock('#core/loop/decide.ts')
  vi.doUnmock('#core/message/status.ts')
  vi.doUnmock('#core/conversation/reduce.ts')
  vi.doUnmock('#core/policy/may-send.ts')
  vi.resetModules()
})

/** The first seed in which the bug shows; null when none of them finds it. */
async function caught(variant: Variant = {}): Promise<Run | null> {
  const { runSeed } = await import('./sim.ts')
  for (let seed = 1; seed <= SEEDS; seed++) {
    const run = await runSeed(seed, STEPS, variant)
    if (run.violation !== null) return run
  }
  return null
}

/** Puts a bug in front of the core's decisions. */
function decideWith(change: (real: Decide) => Decide): void {
  vi.doMock('#core/loop/decide.ts', async (original) => ({
    decide: change((await original<{ decide: Decide }>()).decide),
  }))
}

/** Puts a bug into the fold of a conversation, in the ledger, the browser and the checkers alike. */
function reduceWith(change: (real: Reduce) => Reduce): void {
  vi.doMock('#core/conversation/reduce.ts', async (original) => {
    const real = await original<{ conversationAfter: Reduce }>()
    return { ...real, conversationAfter: change(real.conversationAfter) }
  })
}

const changing = (change: (command: Command, world: World, now: number) => Command) =>
  decideWith((real) => (world, command, context) => real(world, change(command, world, context.now), context))

const channelWith = (change: Partial<Channel>): Channel => ({ ...whatsapp, ...change })

test('a message id is not remembered, so a repetition is kept twice', async () => {
  changing((command, world) => {
    if (command.kind === 'receive-message') {
      world.messageByWireId.delete(wireKey({ lineId: command.line.lineId, wireId: command.wireId }))
    }
    return command
  })
  expect((await caught())?.violation?.what).toContain('kept twice')
})

test('the last status to arrive wins', async () => {
  vi.doMock('#core/message/status.ts', async (original) => ({
    ...(await original<object>()),
    furtherStatus: (_: string, heard: string) => heard,
  }))
  expect((await caught())?.violation?.what).toContain('went back')
})

test('a status that comes before its message is known is dropped', async () => {
  decideWith((real) => (world, command, context) => {
    const before = new Map(world.changed.parked)
    const decision = real(world, command, context)
    world.parked.clear()
    for (const key of world.changed.parked.keys()) if (!before.has(key)) world.changed.parked.delete(key)
    return decision
  })
  expect(await caught()).not.toBeNull()
})

test('a worker sends without asking for the right to', async () => {
  expect((await caught({ claims: false }))?.violation?.what).toContain('claims')
})

test('a message whose answer was lost is sent again', async () => {
  const interpret: Channel['interpret'] = (answer, attempt, now) =>
    whatsapp.interpret(answer.kind === 'lost' ? { kind: 'not-sent', reason: answer.reason } : answer, attempt, now)
  expect((await caught({ channel: channelWith({ interpret }) }))?.violation?.what).toContain('Meta accepted')
})

test('a claim nobody ends is forgotten', async () => {
  decideWith((real) => (world, command, context) => {
    const decision = real(world, command, context)
    return { ...decision, effects: decision.effects.filter(({ kind }) => kind !== 'settle-send') }
  })
  expect((await caught())?.violation?.what).toContain('without an answer')
})

test('the window is counted from the arrival of a message', async () => {
  reduceWith((real) => (conversation, fact, at) => {
    const next = real(conversation, fact, at)
    return fact.kind === 'message-received' && next.customerWroteAt !== conversation.customerWroteAt
      ? { ...next, customerWroteAt: at }
      : next
  })
  expect((await caught())?.violation?.what).toContain('outside the window')
})

test('a worker may claim until the last moment of the window', async () => {
  vi.doMock('#core/policy/may-send.ts', async (original) => ({ ...(await original<object>()), SEND_MARGIN: 0 }))
  expect((await caught())?.violation?.what).toContain('outside the window')
})

test('only the first part of a body is read', async () => {
  const receive: Channel['receive'] = (body) => {
    const received = whatsapp.receive(body)
    return received.kind === 'ours' ? { ...received, inbound: received.inbound.slice(0, 1) } : received
  }
  expect((await caught({ channel: channelWith({ receive }) }))?.violation?.what).toContain('not there')
})

test('people are known by their phone alone', async () => {
  changing((command) =>
    command.kind === 'receive-message' && command.sender.phone !== null
      ? { ...command, sender: { ...command.sender, userId: null } }
      : command,
  )
  expect(await caught()).not.toBeNull()
})

test('a webhook is answered before it is stored', async () => {
  const wrap = (store: Ledger): Ledger => {
    let count = 0
    const append: Ledger['deliveries']['append'] = (list) =>
      ++count % 20 === 0 ? Promise.resolve() : store.deliveries.append(list)
    return { ...store, deliveries: { ...store.deliveries, append } }
  }
  expect((await caught({ wrap }))?.violation?.what).toContain('was acknowledged and is not there')
})

test('the key of a caller is not looked at', async () => {
  let number = 0
  changing((command) =>
    command.kind === 'send-message' ? { ...command, clientKey: `${command.clientKey}#${++number}` } : command,
  )
  expect(await caught()).not.toBeNull()
})

test('looking at a conversation does not make it read', async () => {
  reduceWith(
    (real) => (conversation, fact, at) =>
      fact.kind === 'conversation-seen' ? conversation : real(conversation, fact, at),
  )
  expect((await caught())?.violation?.what).toContain('unread')
})
