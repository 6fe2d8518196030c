import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { findCycles } from './tidy/cycles.ts'
import { tidy } from './tidy.ts'

const roots: string[] = []

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

/** Builds a small house from its files and returns what tidy says about it, one line per finding. */
function findingsIn(files: Record<string, string>): string[] {
  const root = mkdtempSync(path.join(os.tmpdir(), 'hilo-tidy-'))
  roots.push(root)
  const imports = { '#base/*': './src/base/*', '#core/*': './src/core/*', '#store/*': './src/store/*' }
  const house: Record<string, string> = { 'package.json': JSON.stringify({ imports }), ...files }
  for (const room of new Set(Object.keys(files).flatMap((file) => /^src\/[^/]+(?=\/)/.exec(file) ?? []))) {
    house[`${room}/README.md`] ??= '# A room\n'
  }
  for (const [file, text] of Object.entries(house)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  return tidy(root).map(({ level, file, line, message }) => `${level} ${file}:${line ?? ''} ${message}`)
}

test('a house in order has no findings', () => {
  const found = findingsIn({
    'src/base/time.ts': 'export type Instant = number\n',
    'src/core/window/window.ts':
      "import type { Instant } from '#base/time.ts'\nexport const at = (now: Instant) => now\n",
    'src/store/ledger.ts':
      "import pg from 'pg'\nimport { at } from '#core/window/window.ts'\nexport const x = [pg, at]\n",
    'migrations/0001-accounts.sql': '-- Who uses the house.\ncreate table account ();\n',
  })
  expect(found).toEqual([])
})

test.each([
  ['import', "import { x } from '#store/ledger.ts'\nexport const y = x\n"],
  ['import type', "import type { x } from '#store/ledger.ts'\nexport type Y = typeof x\n"],
  ['export from', "export { x } from '#store/ledger.ts'\n"],
  ['export type * from', "export type * from '../store/ledger.ts'\n"],
  ['import()', "export const y = import('#store/ledger.ts')\n"],
  ["import('…').Type", "export type Y = typeof import('#store/ledger.ts')\n"],
])('the core may not reach the store by %s', (_, text) => {
  const found = findingsIn({ 'src/core/rule.ts': text, 'src/store/ledger.ts': 'export const x = 1\n' })
  expect(found).toHaveLength(1)
  expect(found[0]).toContain('src/core/rule.ts:1 imports')
  expect(found[0]).toContain('core may import src/base')
})

test('tests may import everything', () => {
  const text = "import { x } from '#store/ledger.ts'\nexport const y = x\n"
  expect(findingsIn({ 'src/core/rule.test.ts': text, 'src/store/ledger.ts': 'export const x = 1\n' })).toEqual([])
})

test('the core has no packages, a browser has none of Node, and the server does not choose where data is kept', () => {
  const found = findingsIn({
    'src/core/rule.ts': "import { readFileSync } from 'node:fs'\nexport const y = readFileSync\n",
    'web/page.ts': "import 'react'\nimport 'node:fs'\n",
    'src/server/door.ts': "import { p } from '#store/postgres/pool.ts'\nexport const q = p\n",
    'src/store/postgres/pool.ts': 'export const p = 1\n',
  })
  expect(found).toEqual([
    'error src/core/rule.ts:1 imports node:fs: core may use no package at all.',
    'error src/server/door.ts:1 imports #store/postgres/pool.ts: src/store/postgres is closed to server; only src/main.ts knows it.',
    'error web/page.ts:2 imports node:fs: web runs in a browser.',
  ])
})

test('a circle is found, also through types alone', () => {
  const found = findingsIn({
    'src/base/one.ts': "import type { Two } from './two.ts'\nexport type One = Two\n",
    'src/base/two.ts': "import type { Three } from './three.ts'\nexport type Two = Three\n",
    'src/base/three.ts': "import type { One } from './one.ts'\nexport type Three = One | 0\n",
  })
  expect(found).toEqual([
    'error src/base/one.ts: imports itself in a circle: src/base/one.ts → src/base/two.ts → src/base/three.ts → src/base/one.ts.',
  ])
})

test('every knot is found once, and a file that imports itself is one', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['a', 'c']],
    ['c', ['c']],
    ['d', ['a', 'e']],
    ['e', []],
  ])
  expect(findCycles(graph).sort()).toEqual([
    ['a', 'b', 'a'],
    ['c', 'c'],
  ])
})

test.each(['Date.now()', 'new Date()', 'Math.random()', 'setTimeout(() => {}, 1)', 'performance.now()'])(
  'the core may not say %s',
  (words) => {
    const found = findingsIn({ 'src/core/rule.ts': `export const y = () => ${words}\n` })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('src/core/rule.ts:1 uses')
  },
)

test('a date of a given instant is pure, and words in texts and comments do not count', () => {
  const text =
    "export const y = (at: number) => new Date(at)\n// Date.now() is not for us\nexport const z = 'Math.random()'\n"
  expect(findingsIn({ 'src/core/rule.ts': text })).toEqual([])
})

test('names, lengths, readmes, remarks and migrations', () => {
  const found = findingsIn({
    'src/base/someThing.ts': 'export const a = 1\n',
    'src/base/long.ts': 'export {}\n'.repeat(450),
    'src/base/longer.ts': 'export {}\n'.repeat(501),
    'src/base/longer.test.ts': 'export {}\n'.repeat(501),
    'src/base/README.md': 'line\n'.repeat(21),
    'src/base/later.ts': `// ${'T'}ODO: more\n/** enough ${'for'} now */\nexport const text = 'for'\n`,
    'migrations/0001-accounts.sql': 'create table account ();\n',
    'migrations/0003-contacts.sql': '-- People.\n',
    'migrations/0003-lines.sql': '-- Numbers.\n',
    'migrations/4-Lines.sql': '-- Numbers.\n',
  })
  expect(found.map((line) => line.split(' ').slice(0, 4).join(' '))).toEqual([
    'error src/base/someThing.ts: is not',
    'warning src/base/long.ts: has 450',
    'error src/base/longer.ts: has 501',
    'error src/base/README.md: has 21',
    'error src/base/later.ts:1 names unfinished',
    'error src/base/later.ts:2 names unfinished',
    'error migrations/0001-accounts.sql:1 must begin',
    'error migrations/0003-lines.sql: has the',
    'error migrations/4-Lines.sql: must be',
  ])
})

test('a text without translation is found; the header of a catalogue is not one', () => {
  const header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
  const found = findingsIn({
    'web/locales/es.po': `${header}\n#: web/inbox.tsx:3\nmsgid "Send"\nmsgstr "Enviar"\n\nmsgid "Close"\nmsgstr ""\n`,
    'web/locales/pt-BR.po': `${header}\nmsgid "Long"\nmsgstr ""\n"Comprido"\n`,
    'web/locales/en.po': `${header}\nmsgid "Send"\nmsgstr ""\n`,
  })
  expect(found).toEqual(['error web/locales/es.po: has no translation of msgid "Close".'])
})
