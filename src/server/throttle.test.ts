import { expect, test } from 'vitest'
import { instant, minutes } from '#base/time.ts'
import { createThrottle, networkOf } from './throttle.ts'

test('after the limit a key waits until its oldest try is forgotten', () => {
  let now = 1_000_000
  const throttle = createThrottle({ now: () => instant(now) }, 3, minutes(15))
  for (let tries = 0; tries < 3; tries++) {
    expect(throttle.waitSeconds('ana')).toBe(0)
    throttle.count('ana')
  }
  expect(throttle.waitSeconds('ana')).toBe(900)
  expect(throttle.waitSeconds('diego')).toBe(0)
  now += 15 * 60_000
  expect(throttle.waitSeconds('ana')).toBe(0)
})

test('a success forgets the tries', () => {
  const throttle = createThrottle({ now: () => instant(5) }, 1, minutes(1))
  throttle.count('ana')
  throttle.forget('ana')
  expect(throttle.waitSeconds('ana')).toBe(0)
})

test('an IPv6 attacker is one network, however many addresses it has', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
  expect(networkOf('2001:db8::9')).toBe('2001:db8:0:0')
  expect(networkOf('::1')).toBe('0:0:0:0')
  expect(networkOf('::ffff:10.0.0.1')).toBe('10.0.0.1')
  expect(networkOf('10.0.0.1')).toBe('10.0.0.1')
})
