import { open } from 'node:fs/promises'
import { isUtf8 } from 'node:buffer'
import { essenceOf, type Pixels } from '#core/message/media.ts'
import { PIXELS_WITHIN_BYTES, pixelsIn } from '#core/message/pixels.ts'

/** Types a browser may show in place. Everything else is only ever downloaded: SVG and HTML can carry scripts. */
const INLINE: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'audio/aac',
  'audio/amr',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'audio/wav',
  'audio/webm',
  'video/mp4',
  'video/3gpp',
  'video/webm',
  'application/pdf',
])
export const isInline = (mime: string): boolean => INLINE.has(essenceOf(mime))

/** What the content detector calls differently than Meta and browsers do. */
const SPELLINGS: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/vnd.wave': 'audio/wav',
  'audio/opus': 'audio/ogg; codecs=opus',
  // Meta and telephones want to know that it is Opus (cloud-api §1.3).
  'audio/ogg; codecs=opus': 'audio/ogg; codecs=opus',
  'video/x-m4v': 'video/mp4',
  'application/x-cfb': 'application/x-cfb',
}

/** Formats whose container says little: the claim is believed when it is one of those that use the container. */
const CONTAINERS: Readonly<Record<string, readonly string[]>> = {
  'application/x-cfb': ['application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint'],
  'video/mp4': ['audio/mp4', 'audio/aac', 'video/3gpp'],
  'audio/mp4': ['audio/aac', 'video/mp4'],
  'video/webm': ['audio/webm'],
  'video/3gpp': ['audio/3gpp', 'video/mp4'],
}
const TEXTS: ReadonlySet<string> = new Set(['text/plain', 'text/csv', 'text/vcard', 'text/x-vcard', 'application/json'])

/**
 * The type of a file by its content; the claim only chooses among what the content allows. Text is what is UTF-8 without
 * control characters; what looks like markup is named so, whatever was claimed.
 */
export async function typeOfFile(path: string, claimed: string): Promise<string> {
  const claim = essenceOf(claimed)
  const { fileTypeFromFile } = await import('file-type') // large, and many a day brings no file
  const found = await fileTypeFromFile(path)
  if (found) {
    const mime = SPELLINGS[found.mime] ?? essenceOf(found.mime)
    return CONTAINERS[mime]?.includes(claim) ? claim : mime
  }
  const text = textIn(await headOf(path, TEXT_HEAD_BYTES))
  if (text === null) return 'application/octet-stream'
  if (/<svg[\s>]/i.test(text)) return 'image/svg+xml'
  if (/^\s*(?:<!doctype\s+html|<html|<head|<body|<script|<!--)/i.test(text)) return 'text/html'
  return TEXTS.has(claim) ? claim : 'text/plain'
}

const TEXT_HEAD_BYTES = 64 * 1024

/** The beginning as text; null when it is not text. */
function textIn(bytes: Buffer): string | null {
  let head = bytes
  // The cut may go through a character: at most three bytes of one.
  for (let cut = 0; cut < 4 && bytes.length === TEXT_HEAD_BYTES && !isUtf8(head); cut++) head = head.subarray(0, -1)
  if (!isUtf8(head)) return null
  const text = head.toString('utf8')
  return /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? null : text
}

/** How large a picture is, told by its header alone; `{}` for everything else. */
export async function pixelsOfFile(path: string, mime: string): Promise<{ readonly pixels?: Pixels }> {
  if (!mime.startsWith('image/')) return {}
  const pixels = pixelsIn(await headOf(path, PIXELS_WITHIN_BYTES))
  return pixels ? { pixels } : {}
}

async function headOf(path: string, count: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
