import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/** One import, export-from, `import()` or `import('…').Type` in a file. */
export type Import = {
  readonly specifier: string
  /** The file of ours it means, relative to the root; null: a package, or a file that is not there. */
  readonly target: string | null
  readonly line: number
}

/** A reading of the clock, a throw of dice or a timer. */
export type Impurity = { readonly what: string; readonly line: number }

export type SourceFile = {
  /** Relative to the root, with slashes. */
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
  readonly impurities: readonly Impurity[]
  /** A test, a helper of tests (`test-world.ts`), a contract suite or the settings of a tool: may use what it likes. */
  readonly isWorkshop: boolean
}

const SKIPPED = new Set(['node_modules', 'dist', 'coverage'])
const WORKSHOP = /\.(test|contract|config)\.tsx?$|(^|\/)test-[a-z0-9-]+\.tsx?$/
const TIMERS = new Set(['setTimeout', 'setInterval', 'setImmediate'])
const CLOCKS = new Set(['Date.now', 'performance.now', 'process.hrtime', 'Math.random', 'crypto.randomUUID'])

/** All files below these folders, relative to the root, sorted; hidden folders and what is made by tools left out. */
export function listFiles(root: string, folders: readonly string[]): string[] {
  const walk = (folder: string): string[] => {
    const full = path.join(root, folder)
    if (!existsSync(full)) return []
    return readdirSync(full, { withFileTypes: true }).flatMap((entry) => {
      if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) return []
      const file = `${folder}/${entry.name}`
      return entry.isDirectory() ? walk(file) : [file]
    })
  }
  return folders.flatMap(walk).sort()
}

export const isCode = (file: string): boolean => /\.(ts|tsx|mts|mjs|js)$/.test(file)

/** Reads a file of code; throws where it cannot be parsed. */
export function readSource(root: string, file: string): SourceFile {
  const text = readFileSync(path.join(root, file), 'utf8')
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length
  const parsed = parseSync(file, text)
  const problem = parsed.errors[0]
  if (problem) throw new Error(`${file}: ${problem.message}`)

  const named: { specifier: string; start: number }[] = [
    ...parsed.module.staticImports.map((found) => ({ specifier: found.moduleRequest.value, start: found.start })),
    ...parsed.module.staticExports.flatMap((found) =>
      found.entries.flatMap(({ moduleRequest }) =>
        moduleRequest ? [{ specifier: moduleRequest.value, start: found.start }] : [],
      ),
    ),
  ]
  const impurities: Impurity[] = []
  const impure = (what: string, start: number) => impurities.push({ what, line: lineAt(start) })
  new Visitor({
    ImportExpression({ source, start }) {
      if (source.type === 'Literal' && typeof source.value === 'string') named.push({ specifier: source.value, start })
    },
    TSImportType({ source, start }) {
      named.push({ specifier: source.value, start })
    },
    NewExpression({ callee, arguments: args, start }) {
      if (callee.type === 'Identifier' && callee.name === 'Date' && args.length === 0) impure('new Date()', start)
    },
    CallExpression({ callee, start }) {
      if (callee.type === 'Identifier' && (TIMERS.has(callee.name) || callee.name === 'Date')) {
        impure(`${callee.name}()`, start)
      }
    },
    MemberExpression({ object, property, start }) {
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return
      const name = `${object.name}.${property.name}`
      if (CLOCKS.has(name)) impure(name, start)
    },
  }).visit(parsed.program)

  const imports = named.map(({ specifier, start }) => ({
    specifier,
    target: resolve(root, file, specifier),
    line: lineAt(start),
  }))
  return { path: file, text, imports, impurities, isWorkshop: WORKSHOP.test(file) }
}

/** `./x.ts` from the file's own folder, `#room/x.ts` through the `imports` of package.json. */
function resolve(root: string, file: string, specifier: string): string | null {
  const [plain = ''] = specifier.split('?')
  if (plain.startsWith('.')) return onDisk(root, path.posix.join(path.posix.dirname(file), plain))
  if (!plain.startsWith('#')) return null
  const slash = plain.indexOf('/')
  const folder = importMap(root)[`${plain.slice(0, slash)}/*`]
  return folder === undefined ? null : onDisk(root, folder.replace('./', '').replace('*', plain.slice(slash + 1)))
}

function onDisk(root: string, file: string): string {
  const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
  const found = endings.find((ending) => isCode(file + ending) && existsSync(path.join(root, file + ending)))
  return file + (found ?? '')
}

const importMaps = new Map<string, Record<string, string>>()

function importMap(root: string): Record<string, string> {
  const known = importMaps.get(root)
  if (known) return known
  const text = readFileSync(path.join(root, 'package.json'), 'utf8')
  const { imports = {} } = JSON.parse(text) as { imports?: Record<string, string> }
  importMaps.set(root, imports)
  return imports
}
