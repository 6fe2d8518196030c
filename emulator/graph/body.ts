import { type Fields, isFields } from '../json.ts'
import type { UploadedFile } from './call.ts'
import { GraphError } from './errors.ts'
import { parseMultipart } from './multipart.ts'

export type Body = { readonly fields: Fields; readonly files: Readonly<Record<string, UploadedFile>> }

/** Reads a request body in any of the forms Graph takes: JSON, form-encoded, multipart, or none. */
export function readBody(raw: Buffer | undefined, contentType: string | undefined): Body {
  if (raw === undefined || raw.length === 0) return { fields: {}, files: {} }
  const type = (contentType ?? '').toLowerCase()
  if (type.startsWith('multipart/form-data')) {
    const parsed = parseMultipart(raw, contentType ?? '')
    if (parsed === null) throw new GraphError(400, malformed('The multipart body could not be parsed'))
    return { fields: unpack(Object.entries(parsed.fields)), files: parsed.files }
  }
  const text = raw.toString('utf8')
  if (type.startsWith('application/json') || /^\s*[[{]/.test(text)) return { fields: parseJson(text), files: {} }
  return { fields: unpack(new URLSearchParams(text)), files: {} }
}

function parseJson(text: string): Fields {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new GraphError(400, malformed(`Could not parse the JSON request content`))
  }
  if (!isFields(value)) throw new GraphError(400, malformed('The request content must be a JSON object'))
  return value
}

const malformed = (message: string) => ({ message: `(#100) ${message}`, type: 'OAuthException', code: 100 })

/** Form fields: JSON inside a value is opened, and `text[body]=…` becomes an object. */
export function unpack(pairs: Iterable<readonly [string, string]>): Fields {
  const fields: Record<string, unknown> = Object.create(null)
  for (const [key, value] of pairs) {
    const [, outer = key, inner] = /^([^[\]]+)\[([^[\]]+)\]$/.exec(key) ?? []
    if (inner === undefined) fields[outer] = opened(value)
    else fields[outer] = { ...(isFields(fields[outer]) ? fields[outer] : {}), [inner]: opened(value) }
  }
  return { ...fields }
}

/** The JSON a text may hold, or the text. */
export function opened(value: string): unknown {
  if (!/^\s*[[{]/.test(value)) return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}
