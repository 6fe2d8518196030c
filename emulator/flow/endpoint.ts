import { constants, createCipheriv, createDecipheriv, publicEncrypt, randomBytes } from 'node:crypto'
import { request as post } from 'undici'
import { type Fields, textOf } from '../json.ts'
import { signature } from '../webhook/signing.ts'
import type { BusinessNumber } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { readJson } from './flows.ts'

/** "10 seconds" (Flows, Endpoint, error handling; cloud-api §1.9 [K]). */
const ANSWER_WITHIN_MS = 10_000
const TAG_BYTES = 16

/** What came of asking a form's endpoint; `reason` is for people. */
export type EndpointAnswer =
  | { readonly kind: 'answered'; readonly body: Fields }
  /** 427: the form is of no use any more; the business may say why. */
  | { readonly kind: 'token-invalid'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }

/**
 * Asks the endpoint of a form as a telephone does: an AES key for this one request, sealed for the number's public key,
 * the body in AES-GCM under it, the answer under the same key with the vector's bits turned (Flows, Implementing your
 * endpoint, 2025-11). At 421 the key is fetched again and the request repeated once.
 */
export async function askEndpoint(
  world: World,
  numberId: string,
  url: string,
  request: Fields,
): Promise<EndpointAnswer> {
  const first = await askOnce(world, numberId, url, request)
  return first === 'another-key' ? orFailed(await askOnce(world, numberId, url, request)) : first
}

const orFailed = (answer: EndpointAnswer | 'another-key'): EndpointAnswer =>
  answer === 'another-key' ? { kind: 'failed', reason: 'The endpoint cannot open what is sealed for this key' } : answer

async function askOnce(world: World, numberId: string, url: string, request: Fields) {
  const publicKey = keyOf(world.numbers.get(numberId))
  if (publicKey === undefined) return failed('The number has no public key')
  const [key, vector] = [randomBytes(16), randomBytes(16)]
  const cipher = createCipheriv('aes-128-gcm', key, vector)
  const data = Buffer.concat([cipher.update(JSON.stringify(request), 'utf8'), cipher.final(), cipher.getAuthTag()])
  const oaep = { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
  const body = JSON.stringify({
    encrypted_flow_data: data.toString('base64'),
    encrypted_aes_key: publicEncrypt(oaep, key).toString('base64'),
    initial_vector: vector.toString('base64'),
  })
  try {
    // Not `fetch`: that repeats a 421 by itself, without the body.
    const { statusCode, body: answer } = await post(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature(body, world.app.secret) },
      body,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    const text = await answer.text()
    if (statusCode === 421) return 'another-key'
    if (statusCode === 427) {
      const why = textOf(readJson(text)?.['error_msg'])
      return { kind: 'token-invalid', reason: why ?? 'This form cannot be used any more' } as const
    }
    if (statusCode !== 200) return failed(`The endpoint answered ${statusCode}`)
    const opened = open(Buffer.from(text, 'base64'), key, vector)
    return opened === null ? failed('The answer cannot be opened') : ({ kind: 'answered', body: opened } as const)
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error))
  }
}

const failed = (reason: string) => ({ kind: 'failed', reason }) as const

function open(sealed: Buffer, key: Buffer, vector: Buffer): Fields | null {
  if (sealed.length <= TAG_BYTES) return null
  const decipher = createDecipheriv('aes-128-gcm', key, Buffer.from(vector.map((byte) => 255 - byte)))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  try {
    return readJson(Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8'))
  } catch {
    return null
  }
}

/** The key with which the forms of a number write to the business. */
export const keyOf = (number: BusinessNumber | undefined): string | undefined =>
  textOf(number?.settings['business_public_key'])

/** A number of the account whose forms can write to the business. */
export const numberWithKey = (world: World): BusinessNumber | undefined =>
  [...world.numbers.all()].find((number) => keyOf(number) !== undefined)
