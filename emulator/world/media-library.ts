import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Clock, days } from '#base/time.ts'
import { newNumericId } from './ids.ts'
import type { Media, Side } from './model.ts'
import type { Store } from './store.ts'

export type MediaLibrary = {
  readonly add: (file: NewMedia) => Promise<Media>
  /** `undefined` also once Meta would have thrown it away. */
  readonly get: (id: string) => Media | undefined
  readonly bytes: (id: string) => Buffer | undefined
  readonly remove: (id: string) => void
}

export type NewMedia = {
  readonly bytes: Buffer
  readonly mime: string
  readonly owner: Side
  readonly number: string | null
  readonly filename: string | null
}

/** Uploads live 30 days, media of customers 7 days (Cloud API reference, Media, 2025-11). */
const lifetimes: Record<Side, number> = { business: days(30), customer: days(7) }

/** Media as rows in the store and files in `directory`; `null` keeps the bytes in memory. */
export function openMedia(store: Store, directory: string | null, clock: Clock): MediaLibrary {
  const table = store.table<Media>('media')
  const memory = new Map<string, Buffer>()
  const fileOf = (id: string): string => join(directory ?? '', id)
  if (directory !== null) mkdirSync(directory, { recursive: true })
  return {
    add: async ({ bytes, mime, owner, number, filename }) => {
      const { fileTypeFromBuffer } = await import('file-type') // large, and many a start needs none of it
      const sniffed = (await fileTypeFromBuffer(bytes))?.mime ?? null
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const id = newNumericId()
      if (directory === null) memory.set(id, bytes)
      else writeFileSync(fileOf(id), bytes)
      const media = {
        id,
        owner,
        number,
        mime,
        sniffed,
        sizeBytes: bytes.length,
        sha256,
        filename,
        createdAt: clock.now(),
      }
      table.put(id, media)
      return media
    },
    get: (id) => {
      const media = table.get(id)
      return media !== undefined && clock.now() - media.createdAt < lifetimes[media.owner] ? media : undefined
    },
    bytes: (id) => {
      if (table.get(id) === undefined) return undefined
      if (directory === null) return memory.get(id)
      return existsSync(fileOf(id)) ? readFileSync(fileOf(id)) : undefined
    },
    remove: (id) => {
      table.remove(id)
      if (directory === null) memory.delete(id)
      else rmSync(fileOf(id), { force: true })
    },
  }
}
