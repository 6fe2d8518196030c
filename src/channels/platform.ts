import type { Result } from '#base/result.ts'
import type { ChannelId } from '#core/line/line.ts'
import type { PlatformTemplate } from '#core/template/life/heard.ts'
import type { WireRequest } from './channel.ts'

/**
 * What a platform with signed webhooks and templates knows besides sending and receiving: how its door is kept, and how
 * its template list reads. Pure, like a channel.
 */
export type Platform = {
  readonly channel: ChannelId
  /** The header that carries the signature, lower case. */
  readonly signatureHeader: string
  /** The candidate whose secret signed exactly these bytes; null when none did, or nothing was signed. */
  readonly signerOf: <Candidate extends { readonly secret: string }>(
    body: Uint8Array,
    signature: string | readonly string[] | undefined,
    candidates: readonly Candidate[],
  ) => Candidate | null
  /** The text to answer a subscription's handshake with; null: the token is not ours, or it is no handshake. */
  readonly handshake: (query: Readonly<Record<string, unknown>>, verifyTokens: readonly string[]) => string | null
  /** The lines (phone-number ids) and groups (WABA ids) a body speaks of, or why it is none of this platform's. */
  readonly keysOf: (body: Uint8Array) => Result<PlatformKeys, string>
  readonly templates: {
    /** Asks for one page of a group's templates; `after` continues an earlier page. */
    readonly ask: (groupKey: string, after: string | null) => WireRequest
    /** Reads the answer; null: it is no page of templates, and nothing may be concluded from what is absent. */
    readonly read: (answer: unknown) => TemplatePage | null
  }
}

export type PlatformKeys = { readonly lines: readonly string[]; readonly groups: readonly string[] }
/** `after` is the cursor of the next page; null on the last. */
export type TemplatePage = {
  readonly templates: readonly PlatformTemplate[]
  readonly after: string | null
  /** Rows that could not be understood, kept whole for a person. */
  readonly setAside: readonly { readonly reason: string; readonly raw: unknown }[]
}
export type { PlatformTemplate }
