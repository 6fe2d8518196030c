import { plus } from '#base/time.ts'
import { failed, ok, type Result } from '#base/result.ts'
import type { Loop } from '#app/loop.ts'
import { type Content, type Media, mediaOf } from '#core/message/content.ts'
import { essenceOf } from '#core/message/media.ts'
import type { RefusalCode } from '#core/refusal/refusal.ts'
import type { Erasures } from '#store/erasures.ts'
import type { Registry } from '#store/registry.ts'
import type { Views } from '#store/views/views.ts'
import type { Directory } from '../directory.ts'
import type { Graph } from '../graph.ts'
import type { Draft, MediaStore } from '../media/store.ts'
import { pixelsOfFile, typeOfFile } from '../media/type.ts'
import { backOff, createWorker, type Done, type EffectOf, type Worker, type WorkerParts } from './worker.ts'

export type FetchMediaParts = WorkerParts & {
  readonly loop: Loop
  readonly views: Pick<Views, 'message'>
  readonly registry: Pick<Registry, 'media'>
  readonly directory: Directory
  readonly graph: Graph
  readonly media: MediaStore
  readonly erasures: Pick<Erasures, 'isUsed'>
}

type Fetch = EffectOf<'fetch-media'>
type Problem = Extract<RefusalCode, 'media-expired' | 'media-unreachable' | 'media-too-large' | 'media-address-refused'>

/** Meta forwards files of up to 100 MB (cloud-api §1.5). */
const LARGEST_BYTES = 100 * 1024 * 1024
/** Over an hour, with the pauses of `backOff`: a file that cannot be had now is not lost, Meta keeps it for days. */
const MOST_TRIES = 10

/** Brings the contacts' files into our store: resolved, fetched, checked against Meta's hash, kept. */
export function createFetchMedia(parts: FetchMediaParts): Worker {
  const { loop, views, registry, clock } = parts

  return createWorker(parts, {
    kind: 'fetch-media',
    capacity: 8,
    run: async (effect): Promise<Done> => {
      const { accountId, messageId, mediaId, effectId, attempts } = effect
      const message = await views.message(accountId, messageId)
      const waiting = message && mediaIn(message.content)
      if (!waiting || waiting.mediaId !== mediaId || waiting.state === 'stored') return { kind: 'done' }
      const fetched = await fetchFile(parts, effect)
      if (!fetched.ok && fetched.error === 'media-unreachable' && attempts + 1 < MOST_TRIES) {
        return { kind: 'again', dueAt: plus(clock.now(), backOff(attempts + 1)), isFailure: false }
      }
      const media: Media = fetched.ok
        ? { ...waiting, state: 'stored', problem: null, ...fetched.value }
        : { ...waiting, state: 'failed', problem: fetched.error }
      if (fetched.ok) await registry.media.put({ accountId, media, createdAt: clock.now() })
      const settled = await loop.submit({ kind: 'settle-media', accountId, messageId, media, effectId })
      if (settled.ok) return { kind: 'settled' }
      // Whoever sent it was erased while it was fetched.
      const sha256 = settled.error.some(({ code }) => code === 'message-missing') ? media.sha256 : null
      if (sha256 !== null) {
        await registry.media.remove(accountId, mediaId)
        await parts.media.remove(accountId, sha256, () => parts.erasures.isUsed(accountId, sha256))
      }
      const isAway = settled.error.some(({ code }) => code === 'unavailable')
      return isAway
        ? { kind: 'again', dueAt: plus(clock.now(), backOff(attempts)), isFailure: false }
        : { kind: 'done' }
    },
  })
}

type Fetched = Pick<Media, 'mime' | 'sizeBytes' | 'sha256' | 'pixels'>

/** An address lives five minutes, and may have run out while it waited for its turn: it is asked for anew, once. */
async function fetchFile(parts: FetchMediaParts, effect: Fetch): Promise<Result<Fetched, Problem>> {
  const first = await fetchOnce(parts, effect)
  const fetched = first.ok || first.error !== 'gone' ? first : await fetchOnce(parts, effect)
  return fetched.ok ? fetched : failed(fetched.error === 'gone' ? 'media-unreachable' : fetched.error)
}

async function fetchOnce(parts: FetchMediaParts, effect: Fetch): Promise<Result<Fetched, Problem | 'gone'>> {
  const { directory, graph, media: store, log } = parts
  const { accountId, lineId, wireMediaId } = effect
  const line = directory.byId(accountId, lineId)
  const token = directory.accessToken(accountId, lineId)
  if (!line || token === null) return failed('media-unreachable')
  const path = `/${encodeURIComponent(wireMediaId)}?phone_number_id=${line.key}`
  const answer = await graph.ask(token, { method: 'GET', path, body: null }, 'media')
  if (answer.kind !== 'answered') return failed('media-unreachable')
  const about = (answer.body ?? {}) as About
  // Graph answers 400 with code 100 for an id it no longer knows; after 7 days none lives (cloud-api §1.5).
  if (answer.status !== 200)
    return failed(answer.status < 500 && answer.status !== 429 ? 'media-expired' : 'media-unreachable')
  if (typeof about.url !== 'string') return failed('media-unreachable')
  if (Number(about.file_size) > LARGEST_BYTES) return failed('media-too-large')

  const download = await graph.download(token, about.url)
  if (!download.ok) {
    const { error } = download
    if (error.kind === 'gone') return failed('gone')
    if (error.kind !== 'refused-host') return failed('media-unreachable')
    log.warn({ host: error.host }, 'A file is on a host we do not ask')
    return failed('media-address-refused')
  }
  const draft = await store.receive(download.value.body, LARGEST_BYTES).catch(() => 'broken' as const)
  if (draft === 'broken') return failed('media-unreachable')
  if (draft === null) {
    download.value.body.destroy()
    return failed('media-too-large')
  }
  try {
    if (!isWhole(draft, about, download.value.sizeBytes)) return failed('media-unreachable')
    const mime = await typeOfFile(draft.path, effect.mime)
    const pixels = await pixelsOfFile(draft.path, mime)
    await draft.keep(accountId)
    return ok({ mime: withCodec(mime, effect.mime), sizeBytes: draft.sizeBytes, sha256: draft.sha256, ...pixels })
  } finally {
    await draft.drop()
  }
}

/** What Graph answers about a file (cloud-api §1.5). */
type About = { readonly url?: unknown; readonly sha256?: unknown; readonly file_size?: unknown }

/**
 * Whether the bytes are all there, by the answer's length, by the size and by the hash Meta tells. It writes the hash in hex
 * in its REST answers and in base64 in webhooks [K]; both are understood.
 */
function isWhole(draft: Draft, { sha256, file_size }: About, announcedBytes: number | null): boolean {
  if (announcedBytes !== null && announcedBytes !== draft.sizeBytes) return false
  if (Number(file_size) > draft.sizeBytes) return false
  if (typeof sha256 !== 'string' || sha256 === '') return true
  const hex = /^[0-9a-f]{64}$/i.test(sha256) ? sha256.toLowerCase() : Buffer.from(sha256, 'base64').toString('hex')
  return hex === draft.sha256
}

/** The codec a channel names (`audio/ogg; codecs=opus`) stays where the content is of that type. */
const withCodec = (mime: string, claimed: string): string => (essenceOf(claimed) === essenceOf(mime) ? claimed : mime)

const mediaIn = (content: Content): Media | null =>
  content.kind === 'edit' ? mediaIn(content.content) : mediaOf(content)
