import { describe, expect, test } from 'vitest'
import { hours, type Instant, instant, minutes, plus, seconds } from '#base/time.ts'
import { codeOnItsWay, triesOf } from './attempts.ts'
import type { GuideEvent } from './guide.ts'

const T0 = instant(1_796_000_000_000)
const asked = (at: Instant): GuideEvent => ({ kind: 'code-asked', method: 'sms', at, by: null })
const wrong = (at: Instant): GuideEvent => ({ kind: 'code-wrong', at, by: null })
const registering = (at: Instant): GuideEvent => ({ kind: 'registering', at, by: null })
const at = (after: number): Instant => plus(T0, seconds(after))

describe('tries that Meta counts', () => {
  test('the first code may be asked for at once', () => {
    expect(triesOf([], 'code', T0)).toEqual({ left: 4, notBefore: null })
  })
  test('the second waits half a minute', () => {
    expect(triesOf([asked(T0)], 'code', at(10))).toEqual({ left: 3, notBefore: at(30) })
    expect(triesOf([asked(T0)], 'code', at(30))).toEqual({ left: 3, notBefore: null })
  })
  test('the fifth waits until the first is an hour old', () => {
    const events = [0, 60, 120, 180].map((after) => asked(at(after)))
    expect(triesOf(events, 'code', at(300))).toEqual({ left: 0, notBefore: plus(T0, hours(1)) })
    expect(triesOf(events, 'code', plus(T0, hours(1)))).toEqual({ left: 1, notBefore: null })
  })
  test('wrong codes count since the code was sent, and a new one begins anew', () => {
    const events = [asked(T0), wrong(at(5)), wrong(at(6)), wrong(at(7)), wrong(at(8))]
    expect(triesOf(events, 'wrong-code', at(9)).left).toBe(0)
    expect(triesOf([...events, asked(at(40))], 'wrong-code', at(41)).left).toBe(4)
  })
  test('Meta’s tenth registration in 72 hours is left to Meta', () => {
    const events = Array.from({ length: 9 }, (_, index) => registering(at(index * 10)))
    expect(triesOf(events, 'registration', at(100))).toEqual({ left: 0, notBefore: plus(T0, hours(72)) })
  })
})

describe('a code on its way', () => {
  test('is good for ten minutes', () => {
    expect(codeOnItsWay([asked(T0)], at(599))).toEqual({ method: 'sms', until: plus(T0, minutes(10)) })
    expect(codeOnItsWay([asked(T0)], plus(T0, minutes(10)))).toBeNull()
  })
  test('is none once the number is verified', () => {
    expect(codeOnItsWay([asked(T0), { kind: 'verified', at: at(9), by: null }], at(10))).toBeNull()
  })
})
