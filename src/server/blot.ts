import type { WireAnswer, WireRequest } from '#channels/channel.ts'

/** Under these names a request carries what nobody else may read (cloud-api §1.1, §1.13). */
const SECRET_NAMES = ['access_token', 'appsecret_proof', 'client_secret', 'code', 'input_token', 'pin', 'verify_token']
/** Shorter ones would be found in every other word. */
const SHORTEST = 4
const BLOT = '•••'

/** What of a request must not come back in words: the token, and what its body and its address hold under such names. */
export function secretsOf(token: string, { path, body }: WireRequest): readonly string[] {
  const inBody = typeof body === 'object' && body !== null ? new Map<string, unknown>(Object.entries(body)) : null
  const inPath = new URLSearchParams(path.split('?')[1] ?? '')
  const named = SECRET_NAMES.flatMap((name) => [inBody?.get(name), inPath.get(name)])
  // The token of an app is its id and its secret.
  const all = [token, ...token.split('|').slice(1), ...named].filter((each) => typeof each === 'string')
  return all.flatMap((each) => [each, encodeURIComponent(each)]).filter(({ length }) => length >= SHORTEST)
}

/**
 * An answer that says no, and why: what it repeats of the secrets it was sent is blotted out before anybody keeps, logs or
 * shows its words. A yes comes through as it is.
 */
export function blotted(answer: WireAnswer, secrets: readonly string[]): WireAnswer {
  if (answer.kind !== 'answered') return { ...answer, reason: blot(answer.reason, secrets) }
  const saysNo = answer.status >= 300 || (isObject(answer.body) && 'error' in answer.body)
  return saysNo ? { ...answer, body: blotIn(answer.body, secrets) } : answer
}

function blotIn(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return blot(value, secrets)
  if (Array.isArray(value)) return value.map((each) => blotIn(each, secrets))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [blot(name, secrets), blotIn(each, secrets)]))
}

const blot = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((rest, secret) => rest.replaceAll(secret, BLOT), text)

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
