import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Database, openDatabase } from '../database.ts'
import { type Fault, NotHere } from '../fault.ts'

const DISK = 'size=320m'
const FULL_MS = 3_000
/** Pages that were free before take some time to fill. */
const NOTICED_WITHIN_MS = 15_000

type Disk = { readonly folder: string; readonly database: Database }
let disk: Disk | null = null
let disks = 0

/**
 * A database on a small disk of its own, in memory (the superuser's right), which somebody fills to the last byte: tables
 * cannot grow, and by dice the log cannot either, which ends PostgreSQL until there is room.
 */
export const diskFull: Fault = {
  kind: 'disk-full',
  weight: 4,
  isCheap: false,
  recoverWithinMs: 30_000,
  sparesServer: true,
  arrange: async ({ house }) => {
    const folder = path.join(house.folder, `disk-${++disks}`)
    mkdirSync(folder)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', DISK, 'hilo-crash', folder], { encoding: 'utf8' })
    if (mounted.status !== 0) throw new NotHere(`a small disk cannot be mounted: ${mounted.stderr.trim()}`)
    await house.arrange({ copies: 0 })
    disk = { folder, database: await openDatabase(path.join(folder, 'postgres')) }
    const place = { database: disk.database, name: 'hilo-full' }
    await place.database.create(place.name)
    await house.arrange({ copies: 1, place })
  },
  strike: async ({ dice, load, note, wrong, house }) => {
    if (!disk) return
    const refused = (): number => load.answers.get(503) ?? 0
    const before = refused()
    const filler = path.join(disk.folder, 'filler')
    const isLogFull = dice.chance(0.5)
    fillUp(filler)
    const keepFull = setInterval(() => fillUp(filler), 20)
    try {
      if (isLogFull) await house.ask('select pg_switch_wal()').catch(() => undefined)
      const until = Date.now() + NOTICED_WITHIN_MS
      while (refused() === before && Date.now() < until) await pause(50)
      await pause(FULL_MS)
    } finally {
      clearInterval(keepFull)
      rmSync(filler, { force: true })
    }
    note(`${isLogFull ? 'log, ' : ''}${refused() - before} × 503`)
    if (refused() === before) wrong('the door never noticed that the disk was full')
  },
  clear: async ({ house }) => {
    if (!disk) return
    await house.arrange({ copies: 0 })
    await disk.database.close()
    spawnSync('umount', [disk.folder])
    disk = null
  },
}

/** Also what is given free meanwhile. */
function fillUp(filler: string): void {
  const { bavail, bsize } = statfsSync(path.dirname(filler))
  if (bavail === 0) return
  try {
    writeFileSync(filler, Buffer.alloc(bavail * bsize), { flag: 'a' })
  } catch {
    return // somebody was faster
  }
}
