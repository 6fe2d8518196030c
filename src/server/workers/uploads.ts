import { openAsBlob } from 'node:fs'
import { type Clock, days, plus } from '#base/time.ts'
import type { Line } from '#core/line/line.ts'
import type { Media } from '#core/message/content.ts'
import type { SendProblem } from '#core/message/status.ts'
import type { Registry } from '#store/registry.ts'
import type { Graph } from '../graph.ts'
import type { MediaStore } from '../media/store.ts'

/** Our files at the platform: uploaded once per line, and used again while their id lives. */
export type Uploads = {
  readonly wireIdOf: (line: Line, token: string, media: Media) => Promise<Uploaded>
}
export type Uploaded =
  | { readonly kind: 'uploaded'; readonly wireMediaId: string }
  | { readonly kind: 'again'; readonly problem: SendProblem }
  | { readonly kind: 'cannot'; readonly problem: SendProblem }

/** Ids of uploads live 30 days (cloud-api §1.5); a day less for clocks and queues. */
const ID_LIVES = days(29)

export function createUploads(parts: {
  readonly registry: Pick<Registry, 'media'>
  readonly media: MediaStore
  readonly graph: Graph
  readonly clock: Clock
}): Uploads {
  const { registry, media: store, graph, clock } = parts
  return {
    wireIdOf: async (line, token, media) => {
      const { accountId, lineId } = line
      const known = await registry.media.wireId(accountId, media.mediaId, lineId, clock.now())
      if (known !== null) return { kind: 'uploaded', wireMediaId: known }
      const file = media.sha256 === null ? null : await blobOf(store.path(accountId, media.sha256), media.mime)
      if (!file) return { kind: 'cannot', problem: { code: 'media-missing', title: 'media-missing', details: null } }
      const answer = await graph.upload(token, line.key, file, media.filename ?? media.mediaId)
      if (answer.kind !== 'answered') return { kind: 'again', problem: problemOf('media-unreachable', answer.reason) }
      const id = (answer.body as { id?: unknown } | null)?.id
      if (answer.status === 200 && (typeof id === 'string' || typeof id === 'number')) {
        const wireMediaId = String(id)
        await registry.media.putWireId(accountId, media.mediaId, lineId, wireMediaId, plus(clock.now(), ID_LIVES))
        return { kind: 'uploaded', wireMediaId }
      }
      const isPassing = answer.status >= 500 || answer.status === 429
      return { kind: isPassing ? 'again' : 'cannot', problem: graphProblem(answer.body, answer.status) }
    },
  }
}

const blobOf = (path: string, type: string): Promise<Blob | null> => openAsBlob(path, { type }).catch(() => null)

const problemOf = (code: string, details: string | null): SendProblem => ({ code, title: code, details })

/** A value that is not accepted; of an upload only the file is one that varies. */
const BAD_VALUE = '100'
/** What Meta calls the same file when it fetches it itself (cloud-api §6); its words are those of whoever attached one. */
const FILE_NOT_TAKEN = '131053'

function graphProblem(body: unknown, status: number): SendProblem {
  const error = (body as { error?: { code?: unknown; message?: unknown } } | null)?.error
  const words = typeof error?.message === 'string' ? error.message : `HTTP ${status}`
  const code = String(error?.code ?? 'media-unreachable')
  return { code: code === BAD_VALUE ? FILE_NOT_TAKEN : code, title: words, details: null }
}
