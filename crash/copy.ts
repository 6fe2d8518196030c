import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Child, startChild } from '#tools/start/child.ts'

export const ROOT = path.resolve(import.meta.dirname, '..')

/** What a copy of the server is started with. Copies that differ in nothing are the same copy. */
export type CopyPlan = {
  /** The checkout whose `src/main.ts` runs. */
  readonly root: string
  readonly databaseUrl: string
  /** HILO_CRASH_AT of the first start; who comes back after the crash is not told again. */
  readonly crashAt: string | null
}

/** A copy of the server, kept alive by the launcher's own hands. */
export type Copy = {
  readonly plan: CopyPlan
  readonly port: number
  readonly child: Child
  /** How it ended, each time: "SIGKILL", "code 0" … */
  readonly ends: readonly string[]
}

export function startCopy(options: {
  readonly plan: CopyPlan
  readonly port: number
  readonly name: string
  readonly dataDir: string
  readonly env: NodeJS.ProcessEnv
}): Copy {
  const { plan, port, name, dataDir } = options
  const ends: string[] = []
  let isFirst = true
  const child = startChild({
    name,
    script: path.join(plan.root, 'src/main.ts'),
    get env() {
      const crashAt = isFirst ? plan.crashAt : null
      isFirst = false
      return { ...options.env, PORT: String(port), DATABASE_URL: plan.databaseUrl, HILO_CRASH_AT: crashAt ?? undefined }
    },
    readyUrl: `http://127.0.0.1:${port}/readyz`,
    logFile: logFileOf(dataDir, name),
    say: (line) => {
      const end = /ended unexpectedly \((.*?)\)/.exec(line)?.[1]
      if (end !== undefined) ends.push(end)
    },
  })
  return { plan, port, child, ends }
}

export const isSame = (one: CopyPlan, other: CopyPlan): boolean =>
  one.root === other.root && one.databaseUrl === other.databaseUrl && one.crashAt === other.crashAt

export function logFileOf(dataDir: string, name: string): string {
  const folder = path.join(dataDir, 'logs')
  mkdirSync(folder, { recursive: true })
  return path.join(folder, `${name}.log`)
}
