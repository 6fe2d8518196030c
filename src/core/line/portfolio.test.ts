import { expect, test } from 'vitest'
import type { LineId } from '../account/account.ts'
import { linesSharing } from './portfolio.ts'

const line = (lineId: string, portfolioKey?: string) => ({
  lineId: lineId as LineId,
  ...(portfolioKey === undefined ? {} : { group: { name: 'Aurora', portfolioKey, portfolioName: 'Aurora' } }),
})
const [north, south, east, unread] = [line('north', 'A'), line('south', 'A'), line('east', 'B'), line('unread')]

test.each([
  ['one portfolio has every line', [north, south], 'north', null],
  ['another portfolio has others', [north, south, east], 'north', ['north', 'south']],
  ['and its own', [north, south, east], 'east', ['east']],
  ['a line that is not read yet counts with each', [north, east, unread], 'north', ['north', 'unread']],
  ['and with all', [north, east, unread], 'unread', null],
] as const)('who shares a limit: %s', (_, lines, lineId, sharing) => {
  expect(linesSharing(lines, lineId as LineId)).toEqual(sharing)
})
