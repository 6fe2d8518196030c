import { expect, test } from 'vitest'
import { hours, instant, plus } from '#base/time.ts'
import type { AgentId, LineId } from '../account/account.ts'
import { type Block, blockOf, blocksAfter, mayBlock } from './block.ts'

const NOW = instant(Date.UTC(2026, 10, 29, 12))
const SALES = 'sales' as LineId
const SUPPORT = 'support' as LineId
const on = (lineId: LineId): Block => ({
  ...{ lineId, at: NOW, reason: 'Insultos' },
  by: { kind: 'agent', agentId: 'ana' as AgentId },
})

test('a contact is blocked on a line, once, and on no other', () => {
  const blocks = blocksAfter(blocksAfter([], SALES, on(SALES)), SALES, on(SALES))
  expect(blocks).toHaveLength(1)
  expect(blockOf({ blocks }, SALES)?.reason).toBe('Insultos')
  expect(blockOf({ blocks }, SUPPORT)).toBe(null)
  expect(blockOf({}, SALES)).toBe(null)
  expect(blocksAfter([...blocks, on(SUPPORT)], SALES, null)).toEqual([on(SUPPORT)])
})

test.each([
  ['who wrote a moment ago', plus(NOW, hours(-1)), true],
  ['who wrote a day ago', plus(NOW, hours(-24)), false],
  ['who never wrote', null, false],
])('%s may be blocked: %s', (_name, customerWroteAt, expected) => {
  expect(mayBlock({ customerWroteAt }, NOW)).toBe(expected)
})
