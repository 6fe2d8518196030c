import path from 'node:path'
import { rolldown } from 'rolldown'

/**
 * Puts a program of ours and its packages into one file: `node tools/start/bundle.ts src/main.ts <folder>`. Names stay, so
 * that a stack can be read; lines do with `NODE_OPTIONS=--enable-source-maps`.
 */
const ROOT = path.resolve(import.meta.dirname, '../..')
/** With machine code of their own, or sought by packages that do without. */
const LEFT_OUT = ['@node-rs/argon2', 'pg-native', 'bufferutil', 'utf-8-validate']
const MINIFIED = { compress: true, mangle: false, codegen: { removeWhitespace: true } }

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
await bundle.write({
  dir: folder,
  entryFileNames: 'main.mjs',
  chunkFileNames: '[name].mjs',
  sourcemap: true,
  minify: MINIFIED,
})
