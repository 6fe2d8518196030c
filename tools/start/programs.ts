import path from 'node:path'
import { type Build, runBuilder } from './builds.ts'

const SHARED = ['src', 'package.json', 'package-lock.json', 'tools/start/bundle.ts']

/**
 * Server and emulator, each with its packages in one file (`bundle.ts`): Node has it in half the time of reading more
 * than a thousand files, and holds a quarter less. The sources run as they are, too: `node src/main.ts`.
 */
export const programs = (root: string, isDemo: boolean): readonly Build[] => [
  program(root, 'server', 'src/main.ts', []),
  ...(isDemo ? [program(root, 'emulator', 'emulator/main.ts', ['emulator'])] : []),
]

const program = (root: string, name: string, script: string, sources: readonly string[]): Build => ({
  name,
  sources: [...SHARED, ...sources],
  out: `dist/${name}`,
  make: (draft, signal) => runBuilder(root, 'tools/start/bundle.ts', [script, draft], signal),
})

/** What the launcher runs. */
export const programFile = (root: string, name: 'server' | 'emulator'): string =>
  path.join(root, 'dist', name, 'main.mjs')
