import type { AccountId } from '#core/account/account.ts'
import type { ChannelId } from '#core/line/line.ts'
import type { Template } from '#core/template/template.ts'

/**
 * What a platform with signed webhooks and templates knows besides sending and receiving: how its door is kept, and how
 * its template list reads. Pure, like a channel.
 */
export type Platform = {
  readonly channel: ChannelId
  /** Whether the header is the signature of exactly these bytes under this secret; false when it is missing. */
  readonly isSigned: (body: Uint8Array, signature: string | undefined, secret: string) => boolean
  /** The header that carries the signature, lower case. */
  readonly signatureHeader: string
  /** The text to answer a subscription's handshake with; null: the token is not ours, or it is no handshake. */
  readonly handshake: (query: Readonly<Record<string, unknown>>, verifyTokens: readonly string[]) => string | null
  /** The lines (phone-number ids) and groups (WABA ids) a parsed body speaks of. Never throws. */
  readonly keysOf: (body: unknown) => { readonly lines: readonly string[]; readonly groups: readonly string[] }
  /** Where a group's templates are listed, and how one page of the answer reads. */
  readonly templates: {
    readonly path: (groupKey: string, after: string | null) => string
    /** `after` is the cursor of the next page; null on the last. Null: not a page of templates. */
    readonly read: (
      accountId: AccountId,
      groupKey: string,
      page: unknown,
    ) => { readonly templates: readonly Template[]; readonly after: string | null } | null
  }
}
