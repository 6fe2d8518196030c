import { randomBytes } from 'node:crypto'
import { type Clock, days, hours } from '#base/time.ts'
import type { MediaLibrary } from './media-library.ts'
import type { Store } from './store.ts'

/** A resumable upload that was begun: what will come, and since when. */
export type UploadSession = {
  readonly id: string
  readonly filename: string
  readonly sizeBytes: number
  readonly mime: string
  readonly createdAt: number
}

type Handle = { readonly media: string; readonly createdAt: number }

export type Uploads = {
  readonly begin: (file: Pick<UploadSession, 'filename' | 'sizeBytes' | 'mime'>) => UploadSession
  /** `undefined` also once the session has run out. */
  readonly session: (id: string) => UploadSession | undefined
  readonly receivedBytes: (id: string) => number
  /** Adds bytes; gives the handle of the whole file with its last byte, and `null` before. */
  readonly append: (session: UploadSession, bytes: Buffer) => Promise<string | null>
  /** Whether a whole file, not yet forgotten, is behind a handle. */
  readonly knows: (handle: string) => boolean
  /** The id of the media behind a handle, however old. */
  readonly mediaBehind: (handle: string) => string | undefined
}

/** How long a session may rest and a handle may wait to be used: not documented; both are guesses. */
const SESSION_LIVES_MS = hours(24)
const HANDLE_LIVES_MS = days(30)

/** Resumable uploads (Graph API, Resumable Upload; cloud-api §1.5). Bytes of unfinished ones are lost in a restart. */
export function openUploads(store: Store, media: MediaLibrary, clock: Clock): Uploads {
  const sessions = store.table<UploadSession>('upload-sessions')
  const handles = store.table<Handle>('upload-handles')
  const parts = new Map<string, Buffer>()
  const isFresh = (createdAt: number, livesMs: number) => clock.now() - createdAt < livesMs
  return {
    begin: (file) => {
      const id = `MTphdHRhY2htZW50O${randomBytes(24).toString('base64url')}`
      const session = { ...file, id, createdAt: clock.now() }
      sessions.put(id, session)
      return session
    },
    session: (id) => {
      const session = sessions.get(id)
      return session !== undefined && isFresh(session.createdAt, SESSION_LIVES_MS) ? session : undefined
    },
    receivedBytes: (id) => parts.get(id)?.length ?? 0,
    append: async ({ id, sizeBytes, mime, filename }, bytes) => {
      const whole = Buffer.concat([parts.get(id) ?? Buffer.alloc(0), bytes])
      if (whole.length < sizeBytes) {
        parts.set(id, whole)
        return null
      }
      parts.delete(id)
      sessions.remove(id)
      const stored = await media.add({ bytes: whole, mime, owner: 'business', number: null, filename })
      const handle = `4::${Buffer.from(mime).toString('base64url')}:${randomBytes(30).toString('base64url')}`
      handles.put(handle, { media: stored.id, createdAt: clock.now() })
      return handle
    },
    knows: (handle) => {
      const found = handles.get(handle)
      return found !== undefined && isFresh(found.createdAt, HANDLE_LIVES_MS)
    },
    mediaBehind: (handle) => handles.get(handle)?.media,
  }
}
