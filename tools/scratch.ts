import { mkdtempSync, statfsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Linux keeps files there in memory. */
const MEMORY = '/dev/shm'
/** The servers of all tests at once take less; containers often have 64 MB. */
const ROOM_BYTES = 4 * 1024 ** 3

/** A new folder for what no test has to survive: in memory where there is room, for making databases is mostly making files. */
export function scratchFolder(prefix: string): string {
  return mkdtempSync(path.join(hasRoom() ? MEMORY : os.tmpdir(), prefix))
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= ROOM_BYTES
  } catch {
    return false
  }
}
