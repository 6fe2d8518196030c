import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What is made from our sources: a client for browsers, or a program as one file. */
export type Build = {
  readonly name: string
  /** Folders and files it is made from; when one differs from those of the last time, it is made again. */
  readonly sources: readonly string[]
  /** Folder it is put in. */
  readonly out: string
  /** Makes it in the folder `draft`, which is not there yet. */
  readonly make: (draft: string, signal: AbortSignal | undefined) => Promise<void>
}

export type BuildOptions = {
  readonly root: string
  readonly say: (line: string) => void
  readonly signal?: AbortSignal
}

/** By name of the build. `seen`: how its sources looked from outside, `hash`: what was in them. */
type Stamps = Readonly<Record<string, { readonly seen: string; readonly hash: string }>>
const STAMP = 'dist/.stamp'

/**
 * Makes what differs from the last time, side by side. Each is made in a folder of its own and put in place whole, so
 * that a running server never serves half of a client.
 */
export async function buildStale(builds: readonly Build[], { root, say, signal }: BuildOptions): Promise<void> {
  const stamps = readStamps(root)
  const look = createLook(root)
  const looked = builds.map((build) => ({ build, seen: look(build.sources) }))
  const touched = looked
    .filter(({ build, seen }) => stamps[build.name]?.seen !== seen || !existsSync(path.join(root, build.out)))
    .map((one) => ({ ...one, hash: hashSources(root, one.build.sources) }))
  if (touched.length === 0) return
  const stale = touched.filter(
    ({ build, hash }) => stamps[build.name]?.hash !== hash || !existsSync(path.join(root, build.out)),
  )
  if (stale.length > 0) say(`Building ${new Intl.ListFormat('en').format(stale.map(({ build }) => build.name))} …`)
  const built = await Promise.allSettled(stale.map(({ build }) => makeInPlace(root, build, signal)))
  const failed = new Set(stale.filter((_, index) => built[index]?.status === 'rejected'))
  const made = touched.filter((one) => !failed.has(one)).map(({ build, seen, hash }) => [build.name, { seen, hash }])
  mkdirSync(path.join(root, 'dist'), { recursive: true })
  writeFileSync(
    path.join(root, STAMP),
    `${JSON.stringify({ ...readStamps(root), ...Object.fromEntries(made) }, null, 2)}\n`,
  )
  const failure = built.find((result) => result.status === 'rejected')
  if (failure) throw failure.reason
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

/**
 * Names, sizes and times of the same files: ten times as fast, and different whenever a file was written. Builds share
 * most of their sources; each is looked at once.
 */
function createLook(root: string): (places: readonly string[]) => string {
  const files = new Map<string, readonly string[]>()
  const looks = new Map<string, string>()
  const lookAt = (file: string): string => {
    const { size, mtimeNs } = statSync(path.join(root, file), { bigint: true })
    return `${file}\0${size}\0${mtimeNs}\0`
  }
  return (places) => {
    const hash = createHash('sha256')
    for (const place of places) {
      for (const file of kept(files, place, () => filesBelow(root, place))) {
        hash.update(kept(looks, file, () => lookAt(file)))
      }
    }
    return hash.digest('hex')
  }
}

function kept<Value>(all: Map<string, Value>, key: string, make: () => Value): Value {
  const found = all.get(key)
  if (found !== undefined) return found
  const made = make()
  all.set(key, made)
  return made
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

async function makeInPlace(
  root: string,
  { name, out: place, make }: Build,
  signal: AbortSignal | undefined,
): Promise<void> {
  const draft = path.join(root, 'dist', `.${name}-${process.pid}`)
  const out = path.join(root, place)
  try {
    await make(draft, signal)
    const old = `${draft}-old`
    if (existsSync(out)) renameSync(out, old)
    renameSync(draft, out)
    rmSync(old, { recursive: true, force: true })
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Runs a script that builds under our own Node; rejects with all it said when it fails. */
export function runBuilder(
  root: string,
  script: string,
  args: readonly string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(root, script), ...args], {
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
      code === 0 ? resolve() : reject(new Error(`${script} ${args[0]} failed (code ${code}):\n${output}`)),
    )
  })
}

function readStamps(root: string): Stamps {
  try {
    return JSON.parse(readFileSync(path.join(root, STAMP), 'utf8')) as Stamps
  } catch {
    return {}
  }
}
