import { expect, it } from 'vitest'
import { barCount, guessedPeaks, peaksOf } from './waveform.ts'

it('scales the loudest stretch to 1 and silence to 0', () => {
  expect(peaksOf([0, 0, 0.5, -0.5, 0.25, -0.25], 3)).toEqual([0, 1, 0.5])
})

it('survives a recording shorter than its bars', () => {
  expect(peaksOf([], 4)).toEqual([0, 0, 0, 0])
})

it('guesses the same bars for the same recording', () => {
  const bars = guessedPeaks('wamid.1', barCount)
  expect(bars).toEqual(guessedPeaks('wamid.1', barCount))
  expect(bars.every((bar) => bar > 0 && bar <= 1)).toBe(true)
})
