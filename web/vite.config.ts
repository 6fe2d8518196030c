import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { getConfig } from '@lingui/conf'
import { lingui } from '@lingui/vite-plugin'
import babel, { defineRolldownBabelPreset } from '@rolldown/plugin-babel'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { splitWords } from '../tools/split-words.ts'

const root = import.meta.dirname
const emojibase = path.dirname(fileURLToPath(import.meta.resolve('emojibase-data/package.json')))
const linguiPlace = { cwd: root, configPath: `${root}/lingui.config.ts` }
/** Lingui's macros, only in files that use them. */
const macros = defineRolldownBabelPreset({
  preset: () => ({ plugins: [['@lingui/babel-plugin-lingui-macro', { linguiConfig: getConfig(linguiPlace) }]] }),
  rolldown: { filter: { code: /from ['"]@lingui\/(core|react)\/macro['"]/ } },
})

/** Names and groups of emoji, served by ourselves: nobody else learns who answers whom. */
const emojiData = (): Plugin => ({
  name: 'hilo-emoji-data',
  generateBundle() {
    for (const locale of ['es', 'en', 'pt']) {
      for (const file of ['data.json', 'messages.json']) {
        this.emitFile({
          type: 'asset',
          fileName: `emoji/${locale}/${file}`,
          source: readFileSync(`${emojibase}/${locale}/${file}`, 'utf8'),
        })
      }
    }
  },
})

/** What pdf.js fetches when a file needs it: fonts a file names but does not hold, character maps, and decoders. */
const pdfParts = (): Plugin => ({
  name: 'hilo-pdf-parts',
  generateBundle() {
    const folder = path.dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))
    for (const part of ['cmaps', 'standard_fonts', 'wasm']) {
      const files = readdirSync(`${folder}/${part}`).filter((file) => part !== 'wasm' || file.includes('nowasm'))
      for (const file of files) {
        this.emitFile({
          type: 'asset',
          fileName: `pdf/${part}/${file}`,
          source: readFileSync(`${folder}/${part}/${file}`),
        })
      }
    }
  },
})

/** What the desk needs at once is one file: thirty small ones are larger together and come later. */
const firstLoad = { name: 'desk', tags: ['$initial' as const], includeDependenciesRecursively: false }

export default defineConfig({
  root,
  base: '/',
  plugins: [
    react(),
    babel({ presets: [macros] }),
    lingui(linguiPlace),
    splitWords(`${root}/main.tsx`),
    tailwindcss(),
    emojiData(),
    pdfParts(),
  ],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2024',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // No module of these rooms does anything by being imported: what of it is not used is left out.
      treeshake: { moduleSideEffects: [{ test: /\/src\/(?:base|core|contract)\//, sideEffects: false }] },
      output: { codeSplitting: { groups: [firstLoad] } },
    },
  },
})
