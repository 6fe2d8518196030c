import path from 'node:path'

/** What the launcher itself must know; the server reads and checks everything else in `src/server/config.ts`. */
export type Settings = {
  readonly port: number
  readonly emulatorPort: number
  readonly dataDir: string
  /** A PostgreSQL that somebody else runs; null: our own. */
  readonly databaseUrl: string | null
  /** With the emulator of Meta's platform and a ready-made company. */
  readonly demo: boolean
}

/** Reads the environment; throws one error that names every wrong value. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const problems: string[] = []
  const port = readPort(env, 'PORT', 4000, problems)
  const emulatorPort = readPort(env, 'EMULATOR_PORT', 4001, problems)
  const demo = env['HILO_DEMO'] || '1'
  if (demo !== '0' && demo !== '1') problems.push(`HILO_DEMO is "${demo}"; expected 1 or 0.`)
  if (demo === '1' && port === emulatorPort)
    problems.push(`PORT and EMULATOR_PORT are both ${port}; expected two ports.`)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return {
    port,
    emulatorPort,
    dataDir: path.resolve(env['HILO_DATA'] || '.hilo'),
    databaseUrl: env['DATABASE_URL'] || null,
    demo: demo === '1',
  }
}

function readPort(env: NodeJS.ProcessEnv, name: string, standard: number, problems: string[]): number {
  const text = env[name]
  if (!text) return standard
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  problems.push(`${name} is "${text}"; expected a port from 1 to 65535.`)
  return standard
}
