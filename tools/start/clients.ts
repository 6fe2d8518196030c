import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { compressFiles } from './compress.ts'

/** A web client that Vite builds: from its folder, and from the rooms it shares with the server. */
type Client = { readonly name: string; readonly folder: string; readonly out: string }

const CLIENTS: readonly Client[] = [
  { name: 'web', folder: 'web', out: 'dist/web' },
  { name: 'phone', folder: 'emulator/phone', out: 'dist/phone' },
]
const SHARED = [
  'src/base',
  'src/core',
  'src/contract',
  'package.json',
  'package-lock.json',
  'tools/start/compress.ts',
  'tools/split-words.ts',
]
const STAMP = 'dist/.stamp'

type Options = { readonly root: string; readonly say: (line: string) => void; readonly signal?: AbortSignal }

/**
 * Builds the clients whose sources differ from those of the last build, side by side. A client is built in a folder of
 * its own and put in place whole, so that a running server never serves half of one.
 */
export async function buildClients({ root, say, signal }: Options): Promise<void> {
  const stamps = readStamps(root)
  const stale = CLIENTS.filter(({ folder }) => existsSync(path.join(root, folder, 'vite.config.ts')))
    .map((client) => ({ client, hash: hashSources(root, [client.folder, ...SHARED]) }))
    .filter(({ client, hash }) => stamps[client.name] !== hash || !existsSync(path.join(root, client.out)))
  if (stale.length === 0) return
  say(`Building ${stale.map(({ client }) => client.name).join(' and ')} …`)
  const built = await Promise.allSettled(stale.map(({ client }) => build(root, client, signal)))
  const done = stale.filter((_, index) => built[index]?.status === 'fulfilled')
  const made = Object.fromEntries(done.map(({ client, hash }) => [client.name, hash]))
  mkdirSync(path.join(root, 'dist'), { recursive: true })
  writeFileSync(path.join(root, STAMP), `${JSON.stringify({ ...readStamps(root), ...made }, null, 2)}\n`)
  const failed = built.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
}

/** One hash over names and contents of all files below these folders; tests do not count. */
export function hashSources(root: string, places: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of places.flatMap((place) => filesBelow(root, place))) {
    const content = readFileSync(path.join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function filesBelow(root: string, place: string): string[] {
  const start = path.join(root, place)
  if (!existsSync(start)) return []
  try {
    return readdirSync(start, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
      .filter((file) => !/(^|\/)(node_modules|dist)\//.test(file))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [place]
    throw error
  }
}

async function build(root: string, client: Client, signal: AbortSignal | undefined): Promise<void> {
  const draft = path.join(root, 'dist', `.${client.name}-${process.pid}`)
  const out = path.join(root, client.out)
  try {
    await runVite(root, client, draft, signal)
    await compressFiles(draft)
    const old = `${draft}-old`
    if (existsSync(out)) renameSync(out, old)
    renameSync(draft, out)
    rmSync(old, { recursive: true, force: true })
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

function runVite(root: string, client: Client, out: string, signal: AbortSignal | undefined): Promise<void> {
  const folder = path.join(root, client.folder)
  const config = path.join(folder, 'vite.config.ts')
  const vite = path.join(root, 'node_modules/vite/bin/vite.js')
  const args = ['build', folder, '--config', config, '--outDir', out, '--emptyOutDir', '--logLevel', 'warn']
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, ...args], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal ? { signal } : {}),
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`Building ${client.folder} failed (code ${code}):\n${output}`)),
    )
  })
}

function readStamps(root: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(path.join(root, STAMP), 'utf8')) as Record<string, string>
  } catch {
    return {}
  }
}
