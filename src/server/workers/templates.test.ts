import { afterEach, expect, test, vi } from 'vitest'
import { instant } from '#base/time.ts'
import { SALES } from '#core/loop/scene.ts'
import type { Line } from '#core/line/line.ts'
import { CUT_OFF_MS, createTemplateSync } from './templates.ts'

afterEach(() => void vi.useRealTimers())

const SUPPORT: Line = { ...SALES, lineId: `${SALES.lineId.slice(0, -1)}9` as Line['lineId'] }
const isCutOff = (line: Line): Line => ({ ...line, state: { kind: 'disconnected', reason: 'The token has expired' } })

/** Which lines asked for their business account's templates. */
function syncing(lines: () => readonly Line[]) {
  const asked: string[] = []
  const sync = createTemplateSync({
    directory: { allLines: lines, accessToken: () => 'token' },
    platform: { templates: { ask: () => ({}), read: () => ({ templates: [], after: null }) } },
    graph: { ask: async () => ({ kind: 'answered', status: 200, body: {}, retryAfterMs: null }) },
    registry: { templates: { replace: async () => false } },
    watchAccess: (line: Line) => void asked.push(line.lineId),
    loop: { onCommit: () => undefined },
    ledger: { effects: { take: async () => [] } },
    clock: { now: () => instant(0) },
    log: { warn: () => undefined },
  } as never)
  return { sync, asked }
}

test('of two lines of one business account, the connected one asks for its templates', async () => {
  vi.useFakeTimers()
  const { sync, asked } = syncing(() => [SUPPORT, isCutOff(SALES)])
  sync.start()
  await vi.advanceTimersByTimeAsync(1)
  expect(asked).toEqual([SUPPORT.lineId])
  await sync.stop()
})

test('a line cut off at any time asks every half minute, though another stands for its account', async () => {
  vi.useFakeTimers()
  let lines: readonly Line[] = [SALES, SUPPORT]
  const { sync, asked } = syncing(() => lines)
  sync.start()
  await vi.advanceTimersByTimeAsync(CUT_OFF_MS)
  asked.length = 0
  lines = [isCutOff(SALES), SUPPORT]
  await vi.advanceTimersByTimeAsync(CUT_OFF_MS)
  expect(asked).toEqual([SALES.lineId])
  lines = [SALES, SUPPORT]
  await vi.advanceTimersByTimeAsync(CUT_OFF_MS)
  expect(asked).toHaveLength(1)
  await sync.stop()
})
