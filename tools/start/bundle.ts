import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { rolldown } from 'rolldown'

/**
 * Puts a program of ours and its packages into one file: `node tools/start/bundle.ts src/main.ts <folder>`. Names and lines
 * stay, so that a stack leads to something that can be read.
 */
const ROOT = path.resolve(import.meta.dirname, '../..')
/** With machine code of their own, or sought by packages that do without. */
const LEFT_OUT = ['@node-rs/argon2', 'pg-native', 'bufferutil', 'utf-8-validate']

const [script = '', folder = ''] = process.argv.slice(2)

/** Where a module's file lies is told from the file it went into: what lies beside the sources is found all the same. */
const placesOfSources = {
  name: 'places-of-sources',
  transform: {
    filter: { id: /\.ts$/, code: /import\.meta\.(url|dirname)/ },
    handler: (code: string, id: string): string => {
      const source = path.relative(folder, id)
      return code
        .replaceAll('import.meta.url', `new URL(${JSON.stringify(source)}, import.meta.url).href`)
        .replaceAll('import.meta.dirname', `(import.meta.dirname + ${JSON.stringify(`/${path.dirname(source)}`)})`)
    },
  },
}

const bundle = await rolldown({
  input: path.join(ROOT, script),
  cwd: ROOT,
  platform: 'node',
  external: LEFT_OUT,
  plugins: [placesOfSources],
})
await bundle.write({ dir: folder, entryFileNames: 'main.mjs', chunkFileNames: '[name].mjs' })
for (const name of readdirSync(folder)) {
  const file = path.join(folder, name)
  writeFileSync(file, inAscii(readFileSync(file, 'utf8')))
}

/**
 * One letter beyond Latin, and Node would hold every letter of the file in two bytes. An escape means the same wherever such a
 * letter may stand; a backslash before it meant nothing.
 */
function inAscii(code: string): string {
  const escape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  // eslint-disable-next-line no-control-regex
  return code.replaceAll(
    /(\\*)([^\0-\x7f])/g,
    (_, before: string, unit: string) => before.slice(before.length % 2) + escape(unit),
  )
}
