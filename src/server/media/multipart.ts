/** One file taken out of a multipart body while it streams by. */
export type FilePart = {
  readonly mime: string
  readonly filename: string | null
  /** To be read to its end; then the rest of the body is read away. */
  readonly bytes: AsyncIterable<Uint8Array>
}

const LARGEST_HEAD = 16 * 1024
const CRLF = Buffer.from('\r\n')

/** The boundary of a `multipart/form-data` content type (RFC 7578); null when it is something else. */
export function boundaryOf(contentType: string): string | null {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return null
  const match = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType)
  return match?.[1] ?? match?.[2] ?? null
}

/** The first part that has a file name; null when the body ends without one or is not multipart at all. */
export async function firstFile(source: AsyncIterable<Uint8Array>, boundary: string): Promise<FilePart | null> {
  const reader = createReader(source)
  const mark = Buffer.from(`--${boundary}`)
  if (!(await skip(reader.until(mark)))) return null
  for (;;) {
    const head = await readHead(reader)
    if (head === null) return null
    const disposition = head.get('content-disposition') ?? ''
    const end = Buffer.concat([CRLF, mark])
    if (/;\s*filename\*?=/i.test(disposition)) {
      const bytes = (async function* () {
        yield* reader.until(end)
        if (!reader.isFound()) throw new MultipartCut('The multipart body ends within its file')
        await skip(reader.until(null))
      })()
      return { mime: head.get('content-type') ?? 'application/octet-stream', filename: filenameIn(disposition), bytes }
    }
    if (!(await skip(reader.until(end)))) return null
  }

  async function skip(chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
    for await (const _ of chunks);
    return reader.isFound()
  }
}
export class MultipartCut extends Error {}

type Reader = {
  /** Everything before `mark`, which is consumed too; null: everything there is. */
  readonly until: (mark: Buffer | null) => AsyncGenerator<Uint8Array>
  /** Whether the last `until` found its mark. */
  readonly isFound: () => boolean
}

function createReader(source: AsyncIterable<Uint8Array>): Reader {
  const chunks = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  let found = false
  return {
    isFound: () => found,
    until: async function* (mark) {
      found = false
      for (;;) {
        const at = mark === null ? -1 : held.indexOf(mark)
        if (mark !== null && at >= 0) {
          found = true
          const before = held.subarray(0, at)
          held = held.subarray(at + mark.length)
          if (before.length > 0) yield before
          return
        }
        // The mark may lie across two chunks: what could be its beginning stays.
        const safe = held.length - (mark === null ? 0 : mark.length - 1)
        if (safe > 0) {
          const before = held.subarray(0, safe)
          held = held.subarray(safe)
          yield before
        }
        const next = await chunks.next()
        if (next.done) {
          if (held.length > 0) yield held
          held = Buffer.alloc(0)
          return
        }
        held = Buffer.concat([held, next.value])
      }
    },
  }
}

/** The headers of a part, lower-case names; null after the closing boundary, or when they are too long. */
async function readHead(reader: Reader): Promise<Map<string, string> | null> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of reader.until(Buffer.from('\r\n\r\n'))) {
    size += piece.length
    if (size > LARGEST_HEAD) return null
    pieces.push(piece)
  }
  if (!reader.isFound()) return null
  const text = Buffer.concat(pieces).toString('utf8')
  if (text.startsWith('--')) return null
  const lines = text.split('\r\n').filter((line) => line.includes(':'))
  return new Map(lines.map((line) => [nameIn(line), line.slice(line.indexOf(':') + 1).trim()]))
}

const nameIn = (line: string): string => line.slice(0, line.indexOf(':')).trim().toLowerCase()

function filenameIn(disposition: string): string | null {
  const extended = /;\s*filename\*=utf-8''([^;]+)/i.exec(disposition)?.[1]
  if (extended !== undefined) return decoded(extended)
  const match = /;\s*filename=(?:"((?:[^"\\]|\\.)*)"|([^\s;]+))/i.exec(disposition)
  const name = match?.[1]?.replaceAll(/\\(.)/g, '$1').replaceAll('%22', '"') ?? match?.[2]
  return name === undefined || name === '' ? null : name
}

/** Percent-encoded text; as it stands when it is not. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
