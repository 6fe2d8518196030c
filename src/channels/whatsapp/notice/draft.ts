import type { Instant } from '#base/time.ts'
import type { Notice } from '#core/notice/notice.ts'
import { instantOf, type Json, textOf } from '../json.ts'

type Draft = Pick<Notice, 'code' | 'about'> & Partial<Notice>

/** What is left out was not said. */
export const noticeOf = (given: Draft): Notice => ({
  from: null,
  to: null,
  details: [],
  until: null,
  standing: [],
  ...given,
})

/** A number is named by the digits customers see; else the notice is about the number it came under. */
export const lineIn = (value: Json): Notice['about'] => ({
  kind: 'line',
  address: textOf(value['display_phone_number'])?.replace(/\D/g, '') ?? null,
})

export const present = (...values: readonly (string | null)[]): readonly string[] =>
  values.filter((value) => value !== null)

/** Unix seconds, or a text such as "April 17, 2025" or an ISO date (cloud-api §2.5 has all three). */
export function momentOf(value: unknown): Instant | null {
  const known = instantOf(value)
  if (known !== null || typeof value !== 'string') return known
  return instantOf(Math.floor(Date.parse(value) / 1000))
}

/** What is no known name on Meta's list keeps the notice honest: it is shown as something Hilo does not know. */
export const unheard = (about: Notice['about'], field: string, event: string | null): Notice =>
  noticeOf({ code: 'unknown', about, details: [event === null ? field : `${field}: ${event}`] })
