import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { findCycles } from './cycles.ts'
import { isCode, type SourceFile } from './modules.ts'
import { roomOf, whyNoPackage, whyNot } from './rooms.ts'

/** Something that is not as the house wants it. A warning is printed; an error fails the check. */
export type Finding = {
  readonly level: 'error' | 'warning'
  readonly file: string
  /** Null: the file as a whole. */
  readonly line: number | null
  readonly message: string
}

/** What the rules look at: every file of ours, and the code among them, parsed. */
export type House = {
  readonly root: string
  readonly files: readonly string[]
  readonly sources: readonly SourceFile[]
}

type Rule = (house: House) => Finding[]

const LONG_LINES = 400
const TOO_LONG_LINES = 500
const README_LINES = 20

const error = (file: string, message: string, line: number | null = null): Finding => ({
  level: 'error',
  file,
  line,
  message,
})

/** Who may import whom, and which packages. Tests may import everything. */
const imports: Rule = ({ sources }) =>
  sources.flatMap((source) => {
    const room = roomOf(source.path)
    if (room === null || source.isWorkshop) return []
    return source.imports.flatMap(({ specifier, target, line }) => {
      const why = target === null ? whyNoPackage(room, specifier) : whyNot(room, target)
      return why === null ? [] : [error(source.path, `imports ${specifier}: ${why}.`, line)]
    })
  })

/** No file reaches itself through its imports, also not through types alone. */
const cycles: Rule = ({ sources }) => {
  const known = new Set(sources.map((source) => source.path))
  const graph = new Map(
    sources.map((source) => [
      source.path,
      source.imports.flatMap(({ target }) => (target !== null && known.has(target) ? [target] : [])),
    ]),
  )
  return findCycles(graph).map((way) => error(way[0] ?? '', `imports itself in a circle: ${way.join(' → ')}.`))
}

/** Pure rooms are handed the time, ids and dice. */
const purity: Rule = ({ sources }) =>
  sources
    .filter((source) => !source.isWorkshop && roomOf(source.path)?.clock === false)
    .flatMap(({ path: file, impurities }) =>
      impurities.map(({ what, line }) =>
        error(file, `uses ${what}; it must be handed in, so that a simulation can replay it.`, line),
      ),
    )

const names: Rule = ({ files }) =>
  files
    .filter((file) => isCode(file) && !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(path.posix.basename(file)))
    .map((file) => error(file, 'is not named in kebab-case, as in service-window.ts.'))

const lengths: Rule = ({ sources }) =>
  sources
    .filter(({ path: file, isWorkshop }) => !isWorkshop && !/(^|\/)(data|samples|locales)\/|\.data\.ts$/.test(file))
    .flatMap(({ path: file, text }): Finding[] => {
      const lines = text.trimEnd().split('\n').length
      if (lines > TOO_LONG_LINES) return [error(file, `has ${lines} lines; split it, ${TOO_LONG_LINES} is the limit.`)]
      if (lines <= LONG_LINES) return []
      return [{ level: 'warning', file, line: null, message: `has ${lines} lines; over ${LONG_LINES} is long.` }]
    })

const readmes: Rule = ({ root }) => {
  const src = path.join(root, 'src')
  if (!existsSync(src)) return []
  const rooms = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return rooms.flatMap(({ name }) => {
    const file = `src/${name}/README.md`
    if (!existsSync(path.join(root, file))) return [error(file, 'is missing: say in ten lines what the room is.')]
    const lines = readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n').length
    return lines > README_LINES ? [error(file, `has ${lines} lines; ${README_LINES} is the limit.`)] : []
  })
}

/** Unfinished work is an issue, not a remark. */
const remarks: Rule = ({ root, files }) => {
  const unfinished = /\b(T[O]DO|FIX[M]E)\b|(\/\/|\*|--|#).*\bfor now\b/
  return files
    .filter((file) => isCode(file) || /\.(sql|css|md|html)$/.test(file))
    .flatMap((file) =>
      readFileSync(path.join(root, file), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          unfinished.test(line)
            ? [error(file, 'names unfinished work: finish it, or write it up as an issue.', index + 1)]
            : [],
        ),
    )
}

/** Each number once, in four digits. A number may be missing: steps that are built side by side have theirs from the start. */
const migrations: Rule = ({ root, files }) => {
  const scripts = files.filter((file) => /^migrations\/[^/]+\.sql$/.test(file))
  return scripts.flatMap((file, index) => {
    const number = /^migrations\/(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1]
    const before = scripts[index - 1]?.slice('migrations/'.length, 'migrations/'.length + 4)
    const text = readFileSync(path.join(root, file), 'utf8')
    return [
      ...(number === undefined
        ? [error(file, 'must be named by four digits and words in lower case, as in 0001-accounts.sql.')]
        : number === before
          ? [error(file, `has the number ${number}, which ${scripts[index - 1]} has already.`)]
          : []),
      ...(/^(--|\/\*)/.test(text) ? [] : [error(file, 'must begin with a comment that says what it is for.', 1)]),
    ]
  })
}

/** Every text has a translation in every language: a catalogue has no empty `msgstr` but its header's. */
const translations: Rule = ({ root, files }) =>
  files
    .filter((file) => file.endsWith('.po') && !file.endsWith('/en.po'))
    .flatMap((file) => {
      const entries = readFileSync(path.join(root, file), 'utf8').split(/\n\s*\n/)
      return entries
        .map((entry) => entry.split('\n').filter((line) => !line.startsWith('#')))
        .filter((lines) => !/^msgid ""$/m.test(lines.join('\n')) || lines.some((line) => /^"[^"]/.test(line)))
        .filter((lines) => !lines.join('\n').includes('Content-Type:'))
        .filter((lines) =>
          lines.some((line, at) => /^msgstr(\[\d\])? ""$/.test(line) && !lines[at + 1]?.startsWith('"')),
        )
        .map((lines) => error(file, `has no translation of ${lines.find((line) => line.startsWith('msgid')) ?? '?'}.`))
    })

export const RULES: readonly Rule[] = [
  imports,
  cycles,
  purity,
  names,
  lengths,
  readmes,
  remarks,
  migrations,
  translations,
]
