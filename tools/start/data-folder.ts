import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The right to use a data folder, held by one launcher at a time. */
export type DataFolder = { release(): void }

/**
 * Creates the folder, readable by us alone, and takes its lock. The lock is SQLite's lock on a file: the operating system
 * gives it up when we end, however we end, so there is never a stale one to judge.
 */
export function claimDataFolder(folder: string): DataFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  const pidFile = path.join(folder, 'launcher.pid')
  const lock = new DatabaseSync(path.join(folder, 'launcher.lock'))
  try {
    lock.exec('pragma journal_mode = memory; pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode !== 5) throw error
    throw new Error(
      `Hilo already runs on ${folder} (process ${readFileSync(pidFile, 'utf8').trim()}). ` +
        'Stop it first, or set HILO_DATA, PORT and EMULATOR_PORT to run a second one beside it.',
      { cause: error },
    )
  }
  writeFileSync(pidFile, `${process.pid}\n`)
  return { release: () => lock.close() }
}
