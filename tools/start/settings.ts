import { readFileSync } from 'node:fs'
import path from 'node:path'
import { printProblems, readConfig } from '#server/config.ts'

/** What the launcher itself must know. */
export type Settings = {
  readonly port: number
  readonly emulatorPort: number
  readonly dataDir: string
  /** A PostgreSQL that somebody else runs; null: our own. */
  readonly databaseUrl: string | null
  /** With the emulator of Meta's platform and a ready-made company. */
  readonly demo: boolean
}

/** Reads the environment as the server will; throws one error that names every wrong value, before anything starts. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = env['DATABASE_URL'] || (env['DATABASE_URL_FILE'] && read(env['DATABASE_URL_FILE'])?.trim()) || null
  const isOurs = !env['DATABASE_URL'] && !env['DATABASE_URL_FILE']
  const checked = readConfig(isOurs ? { ...env, DATABASE_URL: 'postgres://ours' } : env, read)
  // The demo's file is written by the launcher, later.
  const problems = checked.ok ? [] : checked.error.filter(({ name }) => name !== 'HILO_DEMO_FILE')
  const port = Number(env['PORT'] || 4000)
  const emulatorPort = Number(env['EMULATOR_PORT'] || 4001)
  const demo = env['HILO_DEMO'] !== '0'
  const found = `"${env['EMULATOR_PORT']}"`
  if (!Number.isInteger(emulatorPort) || emulatorPort < 1 || emulatorPort > 65_535)
    problems.push({ name: 'EMULATOR_PORT', found, expected: 'a port from 1 to 65535' })
  else if (demo && port === emulatorPort)
    problems.push({ name: 'EMULATOR_PORT', found: `${port}, as PORT is`, expected: 'another one' })
  if (problems.length > 0) throw new Error(printProblems(problems))
  return { port, emulatorPort, dataDir: path.resolve(env['HILO_DATA'] || '.hilo'), databaseUrl: given, demo }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
