import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ok } from '#base/result.ts'
import { toMediaView } from '#contract/convert.ts'
import type { AccountId, MediaId } from '#core/account/account.ts'
import type { Media } from '#core/message/content.ts'
import type { StoredMedia } from '#store/registry.ts'
import { createLinkReader, type LinkReader } from '../media/link.ts'
import { boundaryOf, decoded, type FilePart, firstFile } from '../media/multipart.ts'
import { isInline, pixelsOfFile, typeOfFile } from '../media/type.ts'
import { type ApiParts, type Call, type Handlers, no } from './call.ts'

/** The largest file any kind of message takes: a document (cloud-api §1.3). */
export const LARGEST_FILE_BYTES = 100 * 1024 * 1024

/** Files up and down. */
export function mediaHandlers(parts: ApiParts): Handlers<'uploadMedia' | 'importMedia' | 'getMedia'> {
  const links = createLinkReader()
  return {
    uploadMedia: (call) => upload(parts, call),
    importMedia: (call) => importFrom(links, parts, call),
    getMedia: (call) => download(parts, call),
  }
}

async function upload(parts: ApiParts, { caller, request }: Call<'uploadMedia'>) {
  const asked = await fileIn(request)
  if (!asked) return no('malformed', { field: 'body', expected: 'a file, or a form with one file' })
  return takeFile(parts, caller.accountId, asked, 'body')
}

async function importFrom(links: LinkReader, parts: ApiParts, { caller, body }: Call<'importMedia'>) {
  const file = await links.read(body.link)
  if (!file.ok) {
    const { error } = file
    const about = { field: 'link', expected: 'a file on the public internet' }
    if (error.kind === 'refused-host') return no('media-address-refused', { ...about, found: error.host })
    return no('media-link-unreachable', { ...about, found: error.kind === 'gone' ? 'HTTP 404' : error.reason })
  }
  const { body: bytes, mime, sizeBytes } = file.value
  const filename = body.filename ?? decoded(new URL(body.link).pathname)
  const media = await takeFile(parts, caller.accountId, { mime, filename, bytes, sizeBytes }, 'link')
  if (!media.ok) bytes.destroy()
  return media
}

type Coming = Omit<FilePart, 'filename'> & {
  readonly filename: string | null
  /** As announced; what is shorter broke on the way. */
  readonly sizeBytes?: number | null
}

/** `types` null: whatever a file may be. */
export type FileLimits = { readonly mostBytes: number; readonly types: ReadonlySet<string> | null }
const ANY_FILE: FileLimits = { mostBytes: LARGEST_FILE_BYTES, types: null }

/** Takes a file in and tells what it is; nothing of it stays when it cannot be taken. */
export async function takeFile(
  { media: store, registry, ids, clock }: Pick<ApiParts, 'media' | 'registry' | 'ids' | 'clock'>,
  accountId: AccountId,
  coming: Coming,
  field: string,
  limits: FileLimits = ANY_FILE,
) {
  const tooLarge = { field, expected: `≤ ${limits.mostBytes} bytes` }
  if ((coming.sizeBytes ?? 0) > limits.mostBytes) return no('media-too-large', tooLarge)
  const draft = await store.receive(coming.bytes, limits.mostBytes).catch((error: unknown) => {
    if (isOurs(error)) throw error
    return 'broken' as const
  })
  if (draft === 'broken') return no('media-cut', { field, expected: 'the whole file' })
  if (!draft) return no('media-too-large', tooLarge)
  try {
    if (draft.sizeBytes < (coming.sizeBytes ?? 0)) return no('media-cut', { field, found: `${draft.sizeBytes} bytes` })
    if (draft.sizeBytes === 0) return no('media-missing', { field, found: '0 bytes', expected: 'a file' })
    const mime = await typeOfFile(draft.path, coming.mime)
    if (limits.types !== null && !limits.types.has(mime)) {
      return no('media-type-not-allowed', { field, found: mime, expected: [...limits.types].join(', ') })
    }
    const media: Media = {
      mediaId: ids.next(clock.now()) as MediaId,
      state: 'stored',
      mime,
      sizeBytes: draft.sizeBytes,
      filename: cleanName(coming.filename),
      sha256: draft.sha256,
      problem: null,
      ...(await pixelsOfFile(draft.path, mime)),
    }
    await draft.keep(accountId)
    await registry.media.put({ accountId, media, createdAt: clock.now() })
    return ok(toMediaView(media))
  } finally {
    await draft.drop()
  }
}

/** A full or failing disk, as against a sender who broke off. */
const isOurs = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && ['open', 'write', 'fsync', 'mkdir'].includes(String(error.syscall))

async function fileIn(request: FastifyRequest): Promise<Coming | null> {
  const body = request.body as Readable | undefined
  if (!body) return null
  const contentType = request.headers['content-type'] ?? 'application/octet-stream'
  const boundary = boundaryOf(contentType)
  if (boundary !== null) return firstFile(body, boundary)
  const name = request.headers['x-filename']
  const sizeBytes = Number(request.headers['content-length'] ?? 0)
  return { mime: contentType, filename: typeof name === 'string' ? decoded(name) : null, bytes: body, sizeBytes }
}

/** The last part of a path, without control characters and marks that turn the reading direction; at most 200 long. */
export function cleanName(name: string | null): string | null {
  const last = name
    ?.split(/[/\\]/)
    .at(-1)
    ?.replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  // A character cut in half can be neither stored nor put into a header.
  return last ? last.slice(-200).replace(/^[\udc00-\udfff]/, '') : null
}

async function download({ media: store, registry }: ApiParts, { caller, params, request, reply }: Call<'getMedia'>) {
  const file = await registry.media.get(caller.accountId, params.id as MediaId)
  if (!file) return no('not-found', { field: 'id', found: params.id, expected: 'the id of one of your files' })
  const { sha256, sizeBytes, state } = file.media
  if (state === 'failed') return no('media-expired', { field: 'id', found: params.id })
  if (state !== 'stored' || sha256 === null || sizeBytes === null) return no('media-not-ready', { field: 'id' })

  setFileHeaders(reply, file, isDownloadAsked(request))
  const etag = `"${sha256}"`
  if (request.headers['if-none-match']?.includes(etag)) {
    void reply.code(304).send()
    return ok(undefined)
  }
  const mayBePart = request.headers['if-range'] === undefined || request.headers['if-range'] === etag
  const range = mayBePart ? rangeIn(request.headers.range, sizeBytes) : null
  if (range === 'unsatisfiable') {
    void reply.code(416).header('content-range', `bytes */${sizeBytes}`).send()
    return ok(undefined)
  }
  const stream = await store.read(caller.accountId, sha256, range ?? undefined)
  if (!stream) return no('media-missing', { field: 'id', found: params.id })
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${sizeBytes}`)
  void reply.header('content-length', range ? range.end - range.start + 1 : sizeBytes).send(stream)
  return ok(undefined)
}

const isDownloadAsked = (request: FastifyRequest): boolean =>
  typeof request.query === 'object' && request.query !== null && 'download' in request.query

function setFileHeaders(reply: FastifyReply, { media }: StoredMedia, asAttachment: boolean): void {
  const inline = isInline(media.mime) && !asAttachment
  const name = media.filename ?? `${media.mediaId}.${extensionOf(media.mime)}`
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  reply.headers({
    'content-type': media.mime,
    'content-disposition': `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': media.mime === 'application/pdf' ? FRAMED : `${FRAMED}; sandbox; default-src 'none'`,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'accept-ranges': 'bytes',
    etag: `"${media.sha256 ?? ''}"`,
    'cache-control': 'private, max-age=31536000, immutable',
  })
}

/** Chromium's viewer of PDFs does not work in a sandbox; it runs no script of the file with our origin either way. */
const FRAMED = "frame-ancestors 'self'"

const extensionOf = (mime: string): string => /\/(?:x-)?([a-z0-9]{1,10})/.exec(mime)?.[1] ?? 'bin'

/** One range, as media players ask for; several at once are answered whole. */
export function rangeIn(header: string | undefined, sizeBytes: number) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match) return null
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return null
  const start = first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first)
  const end = first === '' || last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1)
  return start > end || start >= sizeBytes ? ('unsatisfiable' as const) : { start, end }
}
