import { join } from 'node:path'

export type Config = {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly demoFile: string
  readonly logLevel: string
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** Reads the environment once. Throws one error that names everything that is wrong with it. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = []
  const port = Number(env['EMULATOR_PORT'] ?? '4001')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    problems.push(`EMULATOR_PORT is "${env['EMULATOR_PORT']}"; expected a port from 0 to 65535`)
  }
  const host = env['EMULATOR_HOST'] ?? '127.0.0.1'
  if (!/^[\w.:-]+$/.test(host)) problems.push(`EMULATOR_HOST is "${host}"; expected an address or a host name`)
  const logLevel = env['LOG_LEVEL'] ?? 'info'
  if (!logLevels.includes(logLevel))
    problems.push(`LOG_LEVEL is "${logLevel}"; expected one of ${logLevels.join(', ')}`)
  if (problems.length > 0) throw new Error(`The emulator cannot start:\n- ${problems.join('\n- ')}`)
  const home = env['HILO_DATA'] ?? '.hilo'
  return {
    port,
    host,
    dataDir: join(home, 'emulator'),
    demoFile: env['HILO_DEMO_FILE'] ?? join(home, 'demo.json'),
    logLevel,
  }
}
