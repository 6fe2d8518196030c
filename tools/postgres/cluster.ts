import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { chooseIdentity, type Identity } from './identity.ts'

/** One PostgreSQL data folder of ours and what is needed to run and reach it. */
export type Cluster = {
  /** PostgreSQL's own data folder. */
  readonly folder: string
  /** Holds the socket; short, because a socket's path may have 107 bytes at most. */
  readonly socketFolder: string
  readonly logFile: string
  readonly password: string
  readonly identity: Identity
}

const USER = 'hilo'
const DATABASE = 'hilo'
const LONGEST_SOCKET_PATH_BYTES = 107
export const SOCKET_FILE = '.s.PGSQL.5432'
const KEEP_LOG_BYTES = 10_000_000

/** Opens the cluster below `dataDir`; creates it when it is not there. A half-made one from a crash is made again. */
export function openCluster(dataDir: string, binaries: Binaries): Cluster {
  const base = path.resolve(dataDir)
  mkdirSync(base, { recursive: true, mode: 0o700 })
  const cluster: Cluster = {
    folder: path.join(base, 'cluster'),
    socketFolder: socketFolder(base),
    logFile: path.join(base, 'postgres.log'),
    password: password(path.join(base, 'password')),
    identity: chooseIdentity([base, binaries.postgres]),
  }
  trimLog(cluster.logFile)
  if (existsSync(path.join(cluster.folder, 'PG_VERSION'))) assumeOwner(cluster.folder, cluster.identity)
  else create(cluster, base, binaries)
  return cluster
}

/** Where clients find the cluster. Only the owner of the socket folder gets that far, and still needs the password. */
export const clusterUrl = ({ socketFolder, password }: Cluster, database = DATABASE): string =>
  `postgres://${USER}:${password}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`

/**
 * A quarter of the machine's memory, as PostgreSQL advises; touched only as far as there is data. Pages that do not fit
 * are written out and read again by those who answer webhooks. Servers of tests are many, and hold little.
 */
function sharedBuffersMb(disposable: boolean): number {
  if (disposable) return LEAST_BUFFERS_MB
  const quarter = Math.floor(os.totalmem() / 4 / 1024 / 1024)
  return Math.min(MOST_BUFFERS_MB, Math.max(LEAST_BUFFERS_MB, quarter))
}
const LEAST_BUFFERS_MB = 128
const MOST_BUFFERS_MB = 2_048

/** The server's command line. Everything is kept on disk before a commit returns, unless the data is disposable. */
export function serverCommand(cluster: Cluster, binaries: Binaries, disposable: boolean): string[] {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: cluster.socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: `${sharedBuffersMb(disposable)}MB`,
    max_wal_size: '2GB',
    wal_compression: 'on',
    recovery_init_sync_method: process.platform === 'linux' ? 'syncfs' : 'fsync',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    fsync: disposable ? 'off' : 'on',
    full_page_writes: disposable ? 'off' : 'on',
    synchronous_commit: 'on',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return [...cluster.identity.prefix, binaries.postgres, '-D', cluster.folder, ...flags]
}

/** Whether the product's database was created. */
export const hasDatabase = (cluster: Cluster): boolean => existsSync(databaseNote(cluster))
export const noteDatabase = (cluster: Cluster): void => writeFileSync(databaseNote(cluster), '', { mode: 0o600 })
/** In the cluster's own folder, so that it goes with it. */
const databaseNote = ({ folder }: Cluster): string => path.join(folder, 'hilo-database')

/** True once the server with this process id accepts connections. */
export function isReady(cluster: Cluster, pid: number): boolean {
  const lines = postmasterLines(cluster)
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

/**
 * Ends a server that an earlier, killed launcher left on this cluster and removes what it left behind. Whoever calls
 * this holds the lock of the data folder, so any server on it is an orphan of ours.
 */
export async function clearLeftover(cluster: Cluster): Promise<void> {
  const pid = Number(postmasterLines(cluster)[0])
  if (pid > 0) {
    for (const [signal, patienceMs] of [
      ['SIGINT', 15_000],
      ['SIGQUIT', 5_000],
      ['SIGKILL', 5_000],
    ] as const) {
      if (!serves(pid, cluster.folder)) break
      process.kill(pid, signal)
      for (let waitedMs = 0; waitedMs < patienceMs && serves(pid, cluster.folder); waitedMs += 20) await pause(20)
    }
  }
  rmSync(path.join(cluster.folder, 'postmaster.pid'), { force: true })
  rmSync(path.join(cluster.socketFolder, SOCKET_FILE), { force: true })
  rmSync(path.join(cluster.socketFolder, `${SOCKET_FILE}.lock`), { force: true })
}

/** The last lines the server wrote, for a person to read when it did not come up. */
export const logTail = ({ logFile }: Cluster, lines = 15): string =>
  existsSync(logFile) ? readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : ''

/** An environment without settings meant for other PostgreSQL clients and without a language. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

function create(cluster: Cluster, base: string, binaries: Binaries): void {
  const { folder, identity } = cluster
  const draft = path.join(base, 'cluster.new')
  const passwordFile = path.join(base, 'password.initdb')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 })
  assumeOwner(draft, identity)
  assumeOwner(passwordFile, identity)
  const [program = binaries.initdb, ...args] = [
    ...identity.prefix,
    binaries.initdb,
    `--pgdata=${draft}`,
    `--username=${USER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
  ]
  const made = spawnSync(program, args, { encoding: 'utf8', env: serverEnvironment() })
  rmSync(passwordFile, { force: true })
  if (made.status !== 0)
    throw new Error(`initdb could not create ${draft}:\n${made.stdout}${made.stderr}${made.error ?? ''}`)
  renameSync(draft, folder)
}

function password(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}

function socketFolder(base: string): string {
  const name = `hilo-${createHash('sha256').update(`${process.getuid?.()} ${base}`).digest('hex').slice(0, 16)}`
  const parent = [os.tmpdir(), '/tmp'].find(
    (folder) => Buffer.byteLength(path.join(folder, name, `${SOCKET_FILE}.lock`)) <= LONGEST_SOCKET_PATH_BYTES,
  )
  const folder = path.join(parent ?? '/tmp', name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  if (!found.isDirectory() || (process.getuid && found.uid !== process.getuid()) || (found.mode & 0o077) !== 0) {
    throw new Error(
      `${folder} must be a folder only we may enter, but somebody else made it. Remove it and start again.`,
    )
  }
  return folder
}

/** Gives the folder and everything in it to the identity, unless it has it already. */
function assumeOwner(target: string, { owner }: Identity): void {
  if (owner === null || statSync(target).uid === owner.uid) return
  const inside = statSync(target).isDirectory() ? readdirSync(target, { recursive: true, encoding: 'utf8' }) : []
  for (const name of ['', ...inside]) chownSync(path.join(target, name), owner.uid, owner.gid)
}

function trimLog(file: string): void {
  if (existsSync(file) && statSync(file).size > KEEP_LOG_BYTES) renameSync(file, `${file}.1`)
}

function postmasterLines({ folder }: Cluster): string[] {
  try {
    return readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** Whether this process is alive and a server of this very data folder: process ids are given again to others. */
function serves(pid: number, folder: string): boolean {
  if (existsSync('/proc/self/cmdline')) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder)
    } catch {
      return false
    }
  }
  return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout.includes(folder)
}
