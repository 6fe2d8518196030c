import { expect, test } from 'vitest'
import { peaksOf } from './waveform.ts'

test('bars are the loudest samples of equal stretches, scaled to the loudest', () => {
  expect(peaksOf(Float32Array.from([0, 0.1, -0.5, 0.25, 0, 0]), 3)).toEqual(
    [0.2, 1, 0].map((value) => expect.closeTo(value, 5)),
  )
})

test('silence, and a sound shorter than its bars, are no error', () => {
  expect(peaksOf(new Float32Array(10), 5)).toEqual([0, 0, 0, 0, 0])
  expect(peaksOf(Float32Array.from([1]), 3)).toEqual([1, 0, 0])
})
