import type { Instant } from '#base/time.ts'
import type { NoticeCode } from './codes.ts'

/** Something the platform told us about a line, an account, a template or a person that is not a message. */
export type Notice = {
  readonly code: NoticeCode
  readonly about: NoticeAbout
  /** Before and after, as the platform writes them: `TIER_250`, `GREEN`; null where nothing of the kind was said. */
  readonly from: string | null
  readonly to: string | null
  /** More the platform said: names of its lists or whole sentences. */
  readonly details: readonly string[]
  /** When it ends, or when what it announces happens. */
  readonly until: Instant | null
  /** What is so from now on with the line, or with every line of the group. */
  readonly standing: readonly Standing[]
  /** What it warned of was over by itself. */
  readonly isOver?: true
}

export type NoticeAbout =
  /** The line the notice came under, or the one with this address (digits) in the same group. */
  | { readonly kind: 'line'; readonly address: string | null }
  | { readonly kind: 'group' }
  | { readonly kind: 'template'; readonly name: string; readonly language: string }
  | { readonly kind: 'contact'; readonly userId: string | null; readonly phone: string | null }

/** How a line stands with the platform: one value per aspect, the newest the platform spoke of. */
export const ASPECTS = ['quality', 'limit', 'name', 'access', 'throughput'] as const
export type Aspect = (typeof ASPECTS)[number]
export type Standing = { readonly aspect: Aspect; readonly value: string; readonly until: Instant | null }
