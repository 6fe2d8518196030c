import { expect, test } from 'vitest'
import { gatherPeaks } from './waveform.ts'

test('bars are the loudest samples of equal stretches, scaled to the loudest, whatever pieces they come in', () => {
  const gathered = gatherPeaks(6, 3)
  gathered.add(4, Float32Array.from([0, 0]), 1)
  gathered.add(0, Float32Array.from([0, 0.1, -0.5, 0.25]), 1)
  expect(gathered.peaks()).toEqual([0.2, 1, 0].map((value) => expect.closeTo(value, 5)))
})

test('silence, and samples beyond the length that was told, are no error', () => {
  expect(gatherPeaks(10, 2).peaks()).toEqual([0, 0])
  const gathered = gatherPeaks(1, 2)
  gathered.add(5, Float32Array.from([0.5]), 1)
  expect(gathered.peaks()).toEqual([0, 1])
})
