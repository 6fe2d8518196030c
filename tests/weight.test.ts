import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

/** What a browser fetches before the inbox with an open conversation is there, compressed; house rule of 2026-11-30. */
const BUDGET_KB = 230

const WEB = path.resolve(import.meta.dirname, '../dist/web')

test('the inbox is on the screen after 230 KB of code, style and words', () => {
  const files = firstFiles()
  const sizes = files.map((file) => gzipSync(readFileSync(path.join(WEB, file)), { level: 9 }).length / 1024)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const heaviest = files.map((file, at) => `${file}: ${sizes[at]?.toFixed(1)} KB`).join('\n')
  expect(total, `${heaviest}\nWhat the first screen does not need comes with later() or withWords()`).toBeLessThan(
    BUDGET_KB,
  )
})

/** What the page asks for, what that imports, and the words of one language; in order of their finding. */
function firstFiles(): readonly string[] {
  const page = readFileSync(path.join(WEB, 'index.html'), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '')
  const words = readdirSync(path.join(WEB, 'assets')).filter((file) => /^es\.po_first-.*\.js$/.test(file))
  expect(words, 'one catalogue of the first screen’s Spanish').toHaveLength(1)
  const found = new Set<string>()
  const open = [...named, ...words.map((file) => `assets/${file}`)]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue
    found.add(file)
    if (!file.endsWith('.js')) continue
    const code = readFileSync(path.join(WEB, file), 'utf8')
    const imported = [...code.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)]
    open.push(...imported.map(([, name]) => `assets/${name ?? ''}`))
  }
  return [...found]
}
