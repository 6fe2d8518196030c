import type { Random } from './random.ts'
import type { Instant } from './time.ts'

/** Makes ids that sort by the time they were made (UUID version 7, RFC 9562 §5.7). */
export type Ids = { readonly next: (at: Instant) => string }

/**
 * UUIDv7 from a clock reading and dice. Ids of one maker rise strictly, also within a millisecond: the twelve bits after
 * the version count up, and a full counter borrows the next millisecond.
 */
export function uuidv7(random: Random): Ids {
  let lastMs = -1
  let counter = 0
  return {
    next: (at) => {
      if (at > lastMs) {
        lastMs = at
        counter = Math.floor(random.next() * 0x400)
      } else if (++counter > 0xfff) {
        lastMs += 1
        counter = 0
      }
      const tail = random.bytes(8)
      tail[0] = ((tail[0] ?? 0) & 0x3f) | 0x80
      const time = lastMs.toString(16).padStart(12, '0')
      const low = [...tail].map((byte) => byte.toString(16).padStart(2, '0')).join('')
      const count = (0x7000 | counter).toString(16)
      return `${time.slice(0, 8)}-${time.slice(8)}-${count}-${low.slice(0, 4)}-${low.slice(4)}`
    },
  }
}

export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
