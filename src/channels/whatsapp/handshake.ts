import { createHash, timingSafeEqual } from 'node:crypto'

/** The answer to Meta's question whether this address is ours: the bare challenge with 200, or 403. */
export type Handshake =
  { readonly kind: 'challenge'; readonly challenge: string } | { readonly kind: 'refused'; readonly reason: string }

/** Answers `hub.mode`, `hub.verify_token` and `hub.challenge` of the query (cloud-api §2.1). Carries no signature. */
export function answerHandshake(query: Readonly<Record<string, unknown>>, verifyTokens: readonly string[]): Handshake {
  if (query['hub.mode'] !== 'subscribe') return refused('hub.mode is not "subscribe"')
  const token = query['hub.verify_token']
  if (typeof token !== 'string' || !verifyTokens.some((ours) => ours !== '' && isSame(ours, token))) {
    return refused('hub.verify_token is not ours')
  }
  const challenge = query['hub.challenge']
  // Meta sends digits; nothing that a browser could read as markup is given back.
  if (typeof challenge !== 'string' || !/^[\w.-]{1,200}$/.test(challenge)) {
    return refused('hub.challenge is not a plain word')
  }
  return { kind: 'challenge', challenge }
}

const refused = (reason: string): Handshake => ({ kind: 'refused', reason })

/** Hashes have one length, so that the comparison tells nothing about the token's. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(hashOf(a), hashOf(b))
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()
