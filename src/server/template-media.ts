import { open } from 'node:fs/promises'
import { failed, ok, type Result } from '#base/result.ts'
import type { WireAnswer } from '#channels/channel.ts'
import type { Platform } from '#channels/platform.ts'
import type { Line } from '#core/line/line.ts'
import type { Media } from '#core/message/content.ts'
import { type Refusal, refusal } from '#core/refusal/refusal.ts'
import type { Directory } from './directory.ts'
import type { Graph } from './graph.ts'
import type { MediaStore } from './media/store.ts'

/** So much goes in one request; what was lost is sent again from where Meta has it. */
const PART_BYTES = 4 * 1024 * 1024
/** Requests that may fail in a row before it is given up. */
const TRIES = 3

export type ExampleParts = {
  readonly graph: Graph
  readonly platform: Platform
  readonly media: Pick<MediaStore, 'path'>
  readonly directory: Directory
}

/** Gives Meta a stored file as a template's example; answers the handle that goes into `header_handle`. */
export async function uploadExample(
  parts: ExampleParts,
  line: Line,
  media: Media,
): Promise<Result<string, readonly Refusal[]>> {
  const { graph, platform, directory } = parts
  const { sha256, sizeBytes, mime } = media
  if (media.state !== 'stored' || sha256 === null || sizeBytes === null) {
    return failed([refusal('media-not-ready', { field: 'mediaId', found: media.state })])
  }
  const token = directory.accessToken(line.accountId, line.lineId)
  const appId = directory.appOf(line.accountId, line.lineId)
  if (token === null || appId === null) return failed([refusal('line-disconnected')])
  const { begin, read } = platform.uploads
  const begun = await graph.ask(
    token,
    begin(appId, { name: media.filename ?? media.mediaId, mime, sizeBytes }),
    'media',
  )
  const started = read(begun)
  if (started.kind !== 'begun') return failed([refusalOf(begun)])
  const file = await open(parts.media.path(line.accountId, sha256))
  try {
    let offset = 0
    for (let failures = 0; failures < TRIES;) {
      const bytes = Buffer.alloc(Math.min(PART_BYTES, sizeBytes - offset))
      await file.read(bytes, 0, bytes.length, offset)
      const answer = await graph.resume(token, started.session, offset, bytes)
      const added = read(answer)
      if (added.kind === 'done') return ok(added.handle)
      if (added.kind === 'reached' && added.offset > offset) {
        offset = added.offset
        failures = 0
        continue
      }
      if (answer.kind === 'answered' && answer.status < 500) return failed([refusalOf(answer)])
      failures++
      const where = read(await graph.resume(token, started.session, 0, null))
      if (where.kind === 'reached') offset = where.offset
    }
  } finally {
    await file.close()
  }
  return failed([refusal('unavailable', { expected: 'an answer from Meta' })])
}

function refusalOf(answer: WireAnswer): Refusal {
  if (answer.kind !== 'answered' || answer.status >= 500) {
    return refusal('unavailable', { expected: 'an answer from Meta' })
  }
  const error = (answer.body as { error?: { message?: unknown; error_user_msg?: unknown } } | null)?.error
  const words = error?.error_user_msg ?? error?.message
  return refusal('platform-refused', { field: 'mediaId', found: typeof words === 'string' ? words.slice(0, 300) : '' })
}
