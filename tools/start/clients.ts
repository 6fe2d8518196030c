import path from 'node:path'
import { type Build, runBuilder } from './builds.ts'
import { compressFiles } from './compress.ts'

const SHARED = [
  'src/base',
  'src/core',
  'src/contract',
  'package.json',
  'package-lock.json',
  'tools/start/compress.ts',
  'tools/split-words.ts',
]

/** The desk and the emulator's phone, which Vite builds from their folder and the rooms they share with the server. */
export const clients = (root: string): readonly Build[] => [
  client(root, 'web', 'web'),
  client(root, 'phone', 'emulator/phone'),
]

const client = (root: string, name: string, folder: string): Build => ({
  name,
  sources: [folder, ...SHARED],
  out: `dist/${name}`,
  make: async (draft, signal) => {
    const config = path.join(root, folder, 'vite.config.ts')
    const where = [path.join(root, folder), '--config', config, '--outDir', draft]
    await runBuilder(
      root,
      'node_modules/vite/bin/vite.js',
      ['build', ...where, '--emptyOutDir', '--logLevel', 'warn'],
      signal,
    )
    await compressFiles(draft)
  },
})
