import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Who signed a webhook: the one of `candidates` whose secret made the `X-Hub-Signature-256` of exactly these bytes, or
 * null. No header, more than one, or one not shaped `sha256=` and 64 lower-case hex digits: null. So is an empty list of
 * candidates, and an empty secret never matches. Every candidate is tried in constant time. Source: cloud-api §2.1.
 */
export function signerOf<Candidate extends { readonly secret: string }>(
  rawBody: Uint8Array,
  header: string | readonly string[] | undefined,
  candidates: readonly Candidate[],
): Candidate | null {
  const digits = typeof header === 'string' ? /^sha256=([0-9a-f]{64})$/.exec(header)?.[1] : undefined
  if (digits === undefined) return null
  const claimed = Buffer.from(digits, 'hex')
  let signer: Candidate | null = null
  for (const candidate of candidates) {
    if (candidate.secret === '') continue
    const expected = createHmac('sha256', candidate.secret).update(rawBody).digest()
    if (timingSafeEqual(expected, claimed)) signer ??= candidate
  }
  return signer
}
