import type { UploadedFile } from './call.ts'

export type Multipart = {
  readonly fields: Record<string, string>
  readonly files: Record<string, UploadedFile>
}

/** Reads a multipart/form-data body (RFC 7578). `null` when it is not one. */
export function parseMultipart(body: Buffer, contentType: string): Multipart | null {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  const mark = boundary?.[1] ?? boundary?.[2]
  if (mark === undefined) return null
  const delimiter = Buffer.from(`--${mark}`)
  const result: Multipart = { fields: {}, files: {} }
  let start = body.indexOf(delimiter)
  if (start < 0) return null
  for (;;) {
    start += delimiter.length
    if (body.subarray(start, start + 2).toString('latin1') === '--') return result
    const end = body.indexOf(Buffer.concat([Buffer.from('\r\n'), delimiter]), start)
    if (end < 0) return null
    readPart(body.subarray(start, end), result)
    start = end + 2
  }
}

function readPart(part: Buffer, result: Multipart): void {
  const gap = part.indexOf('\r\n\r\n')
  if (gap < 0) return
  const headers = headersOf(part.subarray(0, gap).toString('utf8'))
  const disposition = headers.get('content-disposition') ?? ''
  const name = attribute(disposition, 'name')
  if (name === null) return
  const bytes = part.subarray(gap + 4)
  const filename = attribute(disposition, 'filename')
  if (filename === null && name !== 'file') result.fields[name] = bytes.toString('utf8')
  else result.files[name] = { bytes, mime: headers.get('content-type') ?? null, filename }
}

function headersOf(text: string): Map<string, string> {
  const headers = new Map<string, string>()
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return headers
}

/** `name="…"`, `name=…` or the RFC 8187 form `name*=UTF-8''…`. */
function attribute(disposition: string, name: string): string | null {
  const extended = new RegExp(`[;\\s]${name}\\*=UTF-8''([^;\\s]+)`, 'i').exec(disposition)?.[1]
  if (extended !== undefined) return decodeURIComponent(extended)
  const plain = new RegExp(`[;\\s]${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(disposition)
  const value = plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2]
  return value ?? null
}
