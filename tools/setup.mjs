// What every command does first. Runs under whatever Node the machine has (18 or newer) and before any package is there.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const NODE_MAJOR = 24
const SAME_PRESS_MS = 500

/** Installs what is missing, then runs one of our TypeScript files under Node 24 and ends as it ends. */
export async function runTool(script, args = process.argv.slice(2)) {
  try {
    await install()
    runUnder(findNode(), script, args)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

async function install() {
  if (installed()) return
  const release = await turn(path.join(root, '.hilo-install'))
  try {
    if (installed()) return
    console.log('Installing packages (once, about a minute) …')
    const started = Date.now()
    const [program, ...first] = npmCommand()
    const args = [...first, 'ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-audit', '--no-fund']
    const run = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 })
    if (run.status !== 0) {
      throw new Error(`npm ci failed:\n${run.stdout ?? ''}${run.stderr ?? ''}${run.error ? run.error.message : ''}`)
    }
    console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`)
  } finally {
    release()
  }
}

/** Whether every package of the lock file that this machine must have is there in the version the lock file names. */
function installed() {
  const wanted = packagesOf(path.join(root, 'package-lock.json'))
  const found = packagesOf(path.join(root, 'node_modules/.package-lock.json'))
  return Object.keys(wanted).every((name) => {
    const { version, optional } = wanted[name]
    return name === '' || (found[name] ? found[name].version === version : optional === true)
  })
}

function packagesOf(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {}
}

/** The npm that started us, under the Node that started us; else the first one on the path. */
function npmCommand() {
  const npm = process.env.npm_execpath
  return npm && /npm-cli\.c?js$/.test(npm) ? [process.execPath, npm] : ['npm']
}

/** Two commands started together in one checkout install one after the other. Returns how to give up the turn. */
async function turn(folder) {
  for (let said = false; ; said = true) {
    try {
      mkdirSync(folder)
      writeFileSync(path.join(folder, 'pid'), String(process.pid))
      return () => rmSync(folder, { recursive: true, force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (!said) console.log('Another Hilo command is installing packages; waiting for it …')
    await new Promise((resolve) => setTimeout(resolve, 500))
    const holder = existsSync(path.join(folder, 'pid')) ? Number(readFileSync(path.join(folder, 'pid'), 'utf8')) : 0
    if (!isAlive(holder)) rmSync(folder, { recursive: true, force: true })
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Node 24 from its npm package, where there is one for this machine and it runs here; else our own, if new enough. */
function findNode() {
  const packaged = path.join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  // Asked once per installation: a process costs a tenth of a second at every start.
  const known = path.join(root, 'node_modules', '.node-runs')
  if (existsSync(known) && existsSync(packaged)) return packaged
  if (existsSync(packaged) && spawnSync(packaged, ['--version']).status === 0) {
    writeFileSync(known, '')
    return packaged
  }
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath
  throw new Error(
    `Hilo needs Node ${NODE_MAJOR} or newer; this is ${process.version}, and there is no ready-made Node for ` +
      `${process.platform}-${process.arch}. Install Node ${NODE_MAJOR} from https://nodejs.org and start again.`,
  )
}

/**
 * The tool runs in a session of its own and hears of every signal from us, once: a terminal and npm each pass on the same
 * Ctrl-C. When we vanish, or npm above us does, the tool notices that its channel has closed.
 */
function runUnder(node, script, args) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', path.join(root, script), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
    env: {
      ...process.env,
      PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`,
      // What Node makes of our sources and of the packages is kept for the next start, which then takes half as long.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || path.join(root, 'node_modules', '.cache', 'compiled'),
    },
  })
  let lastPressMs = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (Date.now() - lastPressMs < SAME_PRESS_MS) return
      lastPressMs = Date.now()
      child.kill(signal)
    })
  }
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent && child.connected) child.disconnect()
  }, 1000)
  child.on('error', (error) => console.error(error.message))
  child.on('exit', (code, signal) => {
    clearInterval(watch)
    if (child.connected) child.disconnect()
    process.exitCode = code ?? (signal ? 1 : 0)
  })
}
