import type { MediaId } from '../account/account.ts'

/** A file in or on its way to our store. */
export type Media = {
  readonly mediaId: MediaId
  /** `waiting`: not fetched yet; `failed`: see `problem`. */
  readonly state: 'waiting' | 'stored' | 'failed'
  readonly mime: string
  readonly sizeBytes: number | null
  readonly filename: string | null
  /** Lower-case hex; null until stored. */
  readonly sha256: string | null
  /** Why it is not there, in a code of `refusal.ts`; null otherwise. */
  readonly problem: string | null
}

/** A file that travels with a contact's message and is not in our store yet. */
export type WireMedia = { readonly wireMediaId: string; readonly mime: string }
