import { constants, createCipheriv, createDecipheriv, privateDecrypt } from 'node:crypto'
import { failed, ok, type Result } from '#base/result.ts'
import type { WireRequest } from '#channels/channel.ts'
import type { FormRequest, OpenedForm } from '#channels/platform.ts'
import { type Json, objectOf, textOf } from './json.ts'

/*
 * How a form on the telephone speaks with our server (cloud-api §1.9, Flows endpoint): an AES-128 key for this one
 * request, sealed for us with RSA-OAEP and SHA-256; the body in AES-GCM under it; the answer under the same key, with
 * every bit of the initial vector turned.
 */

/** The key and vector of a request, for its answer. */
type Seal = { readonly key: Buffer; readonly vector: Buffer }

const KEY_BYTES = 16
const VECTOR_BYTES = 16
const TAG_BYTES = 16

export function openForm(body: Uint8Array, privateKey: string): Result<OpenedForm, 'another-key' | 'malformed'> {
  const sealed = parsed(Buffer.from(body).toString('utf8'))
  const [data, key, vector] = ['encrypted_flow_data', 'encrypted_aes_key', 'initial_vector'].map((name) =>
    bytesOf(sealed?.[name]),
  )
  if (!data || !key || vector?.length !== VECTOR_BYTES || data.length <= TAG_BYTES) return failed('malformed')
  const aesKey = keyOf(key, privateKey)
  if (aesKey === null) return failed('another-key')
  const seal = { key: aesKey, vector }
  const text = opened(data, seal)
  if (text === null) return failed('another-key')
  const request = readRequest(parsed(text))
  return request === null ? failed('malformed') : ok({ request, seal: (answer) => sealAnswer(answer, seal) })
}

/** The key of this one request; null: it was sealed for another of ours, or for somebody else. */
function keyOf(sealed: Buffer, privateKey: string): Buffer | null {
  try {
    const oaep = { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
    const key = privateDecrypt(oaep, sealed)
    return key.length === KEY_BYTES ? key : null
  } catch {
    return null
  }
}

/** Null: it was changed on the way. */
function opened(data: Buffer, { key, vector }: Seal): string | null {
  const decipher = createDecipheriv('aes-128-gcm', key, vector, { authTagLength: TAG_BYTES })
  decipher.setAuthTag(data.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(data.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** The answer as the telephone wants it: base64. */
function sealAnswer(answer: unknown, { key, vector }: Seal): string {
  const turned = Buffer.from(vector.map((byte) => ~byte & 0xff))
  const cipher = createCipheriv('aes-128-gcm', key, turned, { authTagLength: TAG_BYTES })
  const parts = [cipher.update(JSON.stringify(answer), 'utf8'), cipher.final(), cipher.getAuthTag()]
  return Buffer.concat(parts).toString('base64')
}

function readRequest(request: Json | null): FormRequest | null {
  const action = textOf(request?.['action'])
  if (request === null || action === null) return null
  if (action === 'ping') return { kind: 'ping' }
  const data = objectOf(request['data']) ?? {}
  const error = textOf(data['error'])
  if (error !== null) return { kind: 'fault', error }
  return { kind: 'ask', action, screen: textOf(request['screen']), data, token: textOf(request['flow_token']) ?? '' }
}

function parsed(text: string): Json | null {
  try {
    return objectOf(JSON.parse(text))
  } catch {
    return null
  }
}

const bytesOf = (value: unknown): Buffer | null => (typeof value === 'string' ? Buffer.from(value, 'base64') : null)

/** Gives Meta the key with which the forms of a number write to us (cloud-api §1.1). */
export const publishKey = (lineKey: string, publicKey: string): WireRequest => ({
  method: 'POST',
  path: `/${encodeURIComponent(lineKey)}/whatsapp_business_encryption`,
  body: { business_public_key: publicKey },
})
