import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const room = fileURLToPath(new URL('.', import.meta.url))

/** Relative addresses, so the emulator may serve the phone under any path; nothing inlined, so a strict CSP holds. */
export default defineConfig({
  root: room,
  base: './',
  plugins: [react(), tailwindcss()],
  build: {
    outDir: fileURLToPath(new URL('../../dist/phone', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/control': 'http://127.0.0.1:4001' } },
})
