import { describe, expect, test } from 'vitest'
import type { LineId } from '../account/account.ts'
import type { Line, OpeningRule } from './line.ts'
import { lineToOpen } from './opening.ts'

const line = (id: string, opening?: OpeningRule, isConnected = true): Line =>
  ({
    lineId: id as LineId,
    state: isConnected ? { kind: 'connected' } : { kind: 'disconnected', reason: '' },
    ...(opening ? { opening } : {}),
  }) as Line
const fallback = { isDefault: true, countries: [] }
const forPeru = { isDefault: false, countries: ['PE', 'BO'] }

describe('which number writes first', () => {
  test.each<[string, readonly Line[], string | null, string | null, (readonly string[])?]>([
    ['the only one', [line('a')], 'MX', 'a'],
    ['nobody decided between two', [line('a'), line('b')], 'MX', null],
    ['the one for the country', [line('a', fallback), line('b', forPeru)], 'PE', 'b'],
    ['the default for any other', [line('a', fallback), line('b', forPeru)], 'MX', 'a'],
    ['the default where the country is not known', [line('a', fallback), line('b', forPeru)], null, 'a'],
    ['not one that cannot send', [line('a', fallback), line('b', forPeru, false)], 'PE', 'a'],
    ['even so when none can', [line('a', fallback, false), line('b', forPeru, false)], 'PE', 'b'],
    ['none at all', [], 'MX', null],
    ['the one they wrote to last', [line('a', fallback), line('b', forPeru), line('c')], 'PE', 'c', ['c', 'a']],
    ['also where nobody decided', [line('a'), line('b')], 'MX', 'b', ['b']],
    [
      'the one they wrote to before, when the last one cannot send',
      [line('a'), line('b', fallback), line('c', fallback, false)],
      'MX',
      'a',
      ['c', 'a'],
    ],
    ['the rules, when what they wrote to is gone', [line('a', fallback), line('b', forPeru)], 'PE', 'b', ['gone']],
  ])('%s', (_name, lines, country, chosen, wroteTo = []) => {
    expect(lineToOpen(lines, { country, wroteTo: wroteTo as LineId[] })?.line.lineId ?? null).toBe(chosen)
  })

  test.each<[string, readonly Line[], string | null, readonly string[]]>([
    ['only', [line('a'), line('b', fallback, false)], 'MX', ['b']],
    ['wrote-to', [line('a', fallback), line('b', forPeru)], 'PE', ['a']],
    ['country', [line('a', fallback), line('b', forPeru)], 'PE', []],
    ['default', [line('a', fallback), line('b', forPeru)], null, []],
  ])('and why: %s', (because, lines, country, wroteTo) => {
    expect(lineToOpen(lines, { country, wroteTo: wroteTo as LineId[] })?.because).toBe(because)
  })
})
