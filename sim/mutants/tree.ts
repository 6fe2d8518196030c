import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Mutant } from './mutant.ts'

export const ROOT = path.resolve(import.meta.dirname, '../..')

/** A copy of the sources, in which one bug at a time is put in. The sources themselves are never touched. */
export type Tree = {
  readonly root: string
  /** Puts the bug in for as long as `work` lasts. */
  readonly having: <Outcome>(mutant: Mutant, work: () => Promise<Outcome>) => Promise<Outcome>
  readonly remove: () => void
}

const COPIED = [
  'src',
  'sim',
  'emulator',
  'tools',
  'web',
  'migrations',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
]
const NOT_COPIED = /(^|\/)(node_modules|dist|\.hilo[^/]*)(\/|$)/

export function copyTree(): Tree {
  const root = mkdtempSync(path.join(os.tmpdir(), 'hilo-mutant-'))
  for (const name of COPIED) {
    const from = path.join(ROOT, name)
    cpSync(from, path.join(root, name), {
      recursive: true,
      filter: (file) => !NOT_COPIED.test(path.relative(from, file)),
    })
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'))
  return {
    root,
    having: async (mutant, work) => {
      const file = path.join(root, mutant.file)
      const sound = readFileSync(file, 'utf8')
      writeFileSync(file, changed(sound, mutant))
      try {
        return await work()
      } finally {
        writeFileSync(file, sound)
      }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

/** Throws when the place is not there exactly once: then the list no longer fits the source. */
export function changed(source: string, { bug, file, find, put }: Mutant): string {
  const [before, after, ...more] = source.split(find)
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`“${bug}” cannot be put in: its place does not stand exactly once in ${file}: ${find}`)
  }
  return before + put + after
}
