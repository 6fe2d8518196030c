import { createHash, randomFillSync, randomInt } from 'node:crypto'

/**
 * A message id as Meta's look: base64 of the other side's address, a byte for the direction and a random hexadecimal
 * part. Receivers must treat it as opaque (Cloud API reference, Messages, 2026-05).
 */
export function newWamid(address: string, from: 'customer' | 'business'): string {
  const random = dice(from === 'customer' ? 10 : 9)
    .toString('hex')
    .toUpperCase()
  const other = Buffer.from(address, 'latin1').subarray(0, 60)
  const bytes = Buffer.concat([
    Buffer.from([0x1c, 0x18, other.length]),
    other,
    Buffer.from([0x15, 0x02, 0x00, from === 'customer' ? 0x12 : 0x11, 0x18, random.length]),
    Buffer.from(random, 'latin1'),
    Buffer.from([0x00]),
  ])
  return `wamid.${bytes.toString('base64')}`
}

/** A hash of the key of a customer's device, as Meta tells it. */
export const newIdentity = (): string => dice(9).toString('base64')

/** Numeric ids of media, templates and the like: 16 digits, below 2^53 since webhooks write template ids as integers. */
export const newNumericId = (): string => `1${digits(15)}`

export const newTraceId = (): string => `A${dice(16).toString('base64url').slice(0, 22)}`

/** A fresh business-scoped user id: country, a full stop, digits (Meta, Business-scoped user IDs, 2026-05). */
export const newUserId = (country: string): string => `${country}.${randomInt(1, 10)}${digits(17)}`

/** The user id of a phone: always the same for one portfolio and one phone number. */
export function userIdFor(country: string, portfolio: string, waId: string): string {
  const hash = createHash('sha256').update(`${portfolio}/${waId}`).digest('hex')
  return `${country}.${BigInt(`0x1${hash.slice(0, 15)}`)}`
}

const digits = (count: number): string => dice(8).readBigUInt64BE().toString().padStart(20, '0').slice(-count)

/** Thrown many at a time: each call to the system costs as much as the rest of a message. */
const thrown = Buffer.alloc(8_192)
let used = thrown.length

function dice(count: number): Buffer {
  if (used + count > thrown.length) {
    randomFillSync(thrown)
    used = 0
  }
  used += count
  return Buffer.from(thrown.subarray(used - count, used))
}
