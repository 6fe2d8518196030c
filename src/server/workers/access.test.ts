import { expect, test } from 'vitest'
import type { WireAnswer } from '#channels/channel.ts'
import { SALES } from '#core/loop/scene.ts'
import { GIVEN_BACK, type Line, type LineState } from '#core/line/line.ts'
import { createAccessWatch } from './access.ts'

const answered = (status: number, body: unknown = {}): WireAnswer => ({
  kind: 'answered',
  status,
  body,
  retryAfterMs: null,
})
const expired = answered(401, { error: { code: 190, message: 'The token has expired' } })

function watched(first: Line = SALES) {
  let line = first
  const states: LineState[] = []
  const told: string[] = []
  const watch = createAccessWatch({
    registry: {
      lines: { setState: async (_: unknown, __: unknown, state: LineState) => void states.push(state) },
      announce: async (what: string) => void told.push(what),
    } as never,
    directory: {
      byId: () => line,
      reload: async () => {
        line = { ...line, state: states.at(-1) ?? line.state }
      },
    },
    loop: { submit: async (command: { kind: string }) => void told.push(command.kind) } as never,
    log: { warn: () => undefined } as never,
  })
  const see = async (answer: WireAnswer) => {
    watch(SALES, answer)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return { see, states, told }
}

test('a refused token disconnects the line once, with Meta’s words', async () => {
  const { see, states, told } = watched()
  await see(expired)
  await see(expired)
  expect(states).toEqual([{ kind: 'disconnected', reason: 'The token has expired' }])
  expect(told).toEqual(['lines', 'note-line'])
})

test('the next success connects it again; other refusals and lost answers say nothing', async () => {
  const { see, states } = watched()
  await see(answered(400))
  await see({ kind: 'lost', reason: 'time-out' })
  await see(expired)
  await see(answered(500))
  expect(states).toHaveLength(1)
  await see(answered(200))
  expect(states.at(-1)).toEqual({ kind: 'connected' })
})

test('a number that was given back stays so, though its token still works', async () => {
  const { see, states } = watched({ ...SALES, state: { kind: 'disconnected', reason: GIVEN_BACK } })
  await see(answered(200))
  await see(expired)
  expect(states).toEqual([])
})
