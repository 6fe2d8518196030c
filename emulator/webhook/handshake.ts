import { randomInt } from 'node:crypto'
import { request } from 'undici'

export type Verified = { readonly ok: boolean; readonly status: number; readonly reason: string }

/** Asks a callback whether it knows the verify token: it must give the challenge back, bare, with 200. */
export async function verifyCallback(url: string, verifyToken: string): Promise<Verified> {
  const challenge = String(randomInt(1_000_000_000, 2_147_483_647))
  const address = new URL(url)
  address.searchParams.set('hub.mode', 'subscribe')
  address.searchParams.set('hub.challenge', challenge)
  address.searchParams.set('hub.verify_token', verifyToken)
  try {
    const response = await request(address, { headersTimeout: 10_000, bodyTimeout: 10_000 })
    const text = await response.body.text()
    const ok = response.statusCode === 200 && text === challenge
    const found = response.statusCode === 200 ? 'another text than the challenge' : `HTTP ${response.statusCode}`
    return { ok, status: response.statusCode, reason: ok ? '' : `The callback answered ${found}` }
  } catch (error) {
    return {
      ok: false,
      status: 0,
      reason: `The callback could not be reached: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}
