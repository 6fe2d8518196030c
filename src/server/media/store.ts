import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { Instant } from '#base/time.ts'
import type { AccountId } from '#core/account/account.ts'

/** Where files are, by the hash of their content. On disk; another kind of storage is another implementation. */
export type MediaStore = {
  /** Takes the bytes in, at most `maxBytes`; null: there are more. The draft is kept or dropped by the caller. */
  readonly receive: (source: AsyncIterable<Uint8Array>, maxBytes: number) => Promise<Draft | null>
  /** A stream of the bytes, both ends included; null when the file is not there. */
  readonly read: (accountId: AccountId, sha256: string, range?: ByteRange) => Promise<Readable | null>
  /** The first `count` bytes; null when the file is not there. */
  readonly head: (accountId: AccountId, sha256: string, count: number) => Promise<Uint8Array | null>
  /**
   * Takes a file away, unless `isUsed` still answers yes when it lies aside: somebody may bring the same content meanwhile.
   * One that is not there is no mistake.
   */
  readonly remove: (accountId: AccountId, sha256: string, isUsed: () => Promise<boolean>) => Promise<void>
  /** Removes drafts that a crash left behind, last written before this instant; answers how many. */
  readonly removeAbandoned: (before: Instant) => Promise<number>
  /** The whole file, for sending it on. */
  readonly path: (accountId: AccountId, sha256: string) => string
}
export type ByteRange = { readonly start: number; readonly end: number }

/** A file that has arrived whole and belongs to nobody yet. */
export type Draft = {
  readonly path: string
  readonly sizeBytes: number
  /** Lower-case hex. */
  readonly sha256: string
  /** Makes it durable as a file of the account; the same content is stored once. */
  readonly keep: (accountId: AccountId) => Promise<void>
  readonly drop: () => Promise<void>
}

/** `<folder>/<account>/<first two digits>/<sha256>`; drafts wait beside, in `incoming`. */
export function createMediaStore(folder: string): MediaStore {
  const incoming = path.join(folder, 'incoming')
  const pathOf = (accountId: AccountId, sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256) || !/^[0-9a-f-]{36}$/.test(accountId)) {
      throw new Error('A file is found by an account and a hash, nothing else')
    }
    return path.join(folder, accountId, sha256.slice(0, 2), sha256)
  }

  return {
    path: pathOf,
    receive: async (source, maxBytes) => {
      await mkdir(incoming, { recursive: true })
      const draftPath = path.join(incoming, randomUUID())
      const written = await write(draftPath, source, maxBytes).catch(async (error: unknown) => {
        await rm(draftPath, { force: true })
        throw error
      })
      const drop = () => rm(draftPath, { force: true })
      if (!written) {
        await drop()
        return null
      }
      return {
        path: draftPath,
        ...written,
        drop,
        keep: async (accountId) => {
          const target = pathOf(accountId, written.sha256)
          await mkdir(path.dirname(target), { recursive: true })
          await rename(draftPath, target)
          await syncFolder(path.dirname(target))
        },
      }
    },
    remove: async (accountId, sha256, isUsed) => {
      const target = pathOf(accountId, sha256)
      if (!(await exists(target))) return
      await mkdir(incoming, { recursive: true })
      const aside = path.join(incoming, randomUUID())
      await rename(target, aside)
      if (await isUsed()) return rename(aside, target)
      await rm(aside, { force: true })
      await syncFolder(path.dirname(target))
    },
    removeAbandoned: async (before) => {
      const drafts = await readdir(incoming).catch(() => [])
      let removed = 0
      for (const name of drafts) {
        const draft = path.join(incoming, name)
        const found = await stat(draft).catch(() => null)
        if (!found || found.mtimeMs >= before) continue
        await rm(draft, { force: true })
        removed++
      }
      return removed
    },
    read: async (accountId, sha256, range) => {
      const target = pathOf(accountId, sha256)
      if (!(await exists(target))) return null
      return createReadStream(target, range ?? {})
    },
    head: async (accountId, sha256, count) => {
      const target = pathOf(accountId, sha256)
      if (!(await exists(target))) return null
      const file = await open(target)
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0)
        return buffer.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
  }
}

/** Writes, counts and hashes in one pass, and puts it on disk for good; null when there are more than `maxBytes`. */
async function write(
  target: string,
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<{ sizeBytes: number; sha256: string } | null> {
  const file = await open(target, 'wx', 0o600)
  const hash = createHash('sha256')
  let sizeBytes = 0
  try {
    for await (const chunk of source) {
      sizeBytes += chunk.length
      if (sizeBytes > maxBytes) return null
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sizeBytes, sha256: hash.digest('hex') }
}

/** A rename is durable once the folder it changed is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const exists = async (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  )
