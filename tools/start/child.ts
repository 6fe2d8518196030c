import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export type ChildPlan = {
  /** As a person calls it: "The server". */
  readonly name: string
  readonly script: string
  readonly env: NodeJS.ProcessEnv
  /** Answers 200 once the child can be used. */
  readonly readyUrl: string
  /** Where its output goes; null: to ours. */
  readonly logFile: string | null
  readonly say: (line: string) => void
}

/** A process of ours that is started again when it dies. */
export type Child = {
  /** Resolves when it first answers at its ready address; throws when it cannot be brought up. */
  readonly ready: Promise<void>
  readonly pid: number | null
  /** Asks it to end and waits; after some patience it is killed. */
  stop(): Promise<void>
  /** Ends it at once. */
  kill(): void
}

/** A child that ends with this code (`EX_CONFIG` of sysexits.h) has wrong settings: starting it again cannot help. */
export const WRONG_SETTINGS = 78

/**
 * Of every process of ours that stays. What is short-lived is cleared away in small portions: with V8's 32 MB nobody was
 * answered for 20 ms at a time, at 1,800 webhooks a second and two processors, and for 45 ms one time in ten; with 16 MB for
 * 7 and 14, and the process holds 80 MB less.
 */
export const NODE_FLAGS = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=16']

const FOLLOW_LAUNCHER = new URL('follow-launcher.mjs', import.meta.url).href
const ATTEMPTS_BEFORE_READY = 3
const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 10_000
const HEALTHY_AFTER_MS = 5_000
const READY_PATIENCE_MS = 90_000
const ANSWER_PATIENCE_MS = 2_000
const STOP_PATIENCE_MS = 15_000
const TAIL_LINES = 8
const KEEP_LOG_BYTES = 20_000_000

/**
 * Starts a child and keeps it running. The contract with it: it ends in an orderly way on SIGTERM. That is also how it
 * hears that the launcher is gone (`follow-launcher.mjs`), so a child is never left behind.
 */
export function startChild(plan: ChildPlan): Child {
  let running: ChildProcess | null = null
  let stopping = false
  let wasReady = false
  const ready = Promise.withResolvers<void>()
  ready.promise.catch(() => {}) // whoever waits gets it; nobody has to
  void keepRunning()

  async function keepRunning(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS
    for (let attempt = 1; !stopping; attempt += 1) {
      const startedMs = Date.now()
      const logged = logSize(plan.logFile)
      const child = launch(plan)
      running = child
      void announce(child)
      const end = await endOf(child)
      running = null
      if (stopping) break
      if (!wasReady && (end === `code ${WRONG_SETTINGS}` || attempt === ATTEMPTS_BEFORE_READY)) {
        return ready.reject(new Error(`${plan.name} did not start (${end}).${logTail(plan.logFile, logged)}`))
      }
      if (Date.now() - startedMs > HEALTHY_AFTER_MS) pauseMs = FIRST_PAUSE_MS
      plan.say(
        `${plan.name} ended unexpectedly (${end}); starting it again.${wasReady ? logTail(plan.logFile, logged) : ''}`,
      )
      await pause(pauseMs)
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
    }
    ready.reject(new Error(`${plan.name} was stopped.`))
  }

  async function announce(child: ChildProcess): Promise<void> {
    const until = Date.now() + READY_PATIENCE_MS
    while (running === child && !stopping) {
      if (await answers(plan.readyUrl)) {
        if (wasReady) plan.say(`${plan.name} is back.`)
        wasReady = true
        return ready.resolve()
      }
      if (!wasReady && Date.now() > until) {
        ready.reject(new Error(`${plan.name} runs but is not ready at ${plan.readyUrl}.${logTail(plan.logFile)}`))
        return
      }
      await pause(25)
    }
  }

  return {
    ready: ready.promise,
    get pid() {
      return running?.pid ?? null
    },
    async stop() {
      stopping = true
      const child = running
      if (child === null) return
      const ended = endOf(child)
      child.kill('SIGTERM')
      const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS)
      await ended
      clearTimeout(impatience)
    },
    kill() {
      stopping = true
      running?.kill('SIGKILL')
    },
  }
}

function launch({ script, env, logFile }: ChildPlan): ChildProcess {
  const out = logFile === null ? 'inherit' : openLog(logFile)
  const child = spawn(process.execPath, [...NODE_FLAGS, '--import', FOLLOW_LAUNCHER, script], {
    env,
    stdio: ['ignore', out, out, 'ipc'],
  })
  if (typeof out === 'number') closeSync(out)
  return child
}

/** How a child ended, in words. */
const endOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`))
  })

/** Whether the first line of the answer says 200; all that HTTP takes to load is more than this launcher needs. */
const answers = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { host, hostname, port, pathname } = new URL(url)
    const socket = connect({ host: hostname.replaceAll(/[[\]]/g, ''), port: Number(port) })
    socket.setTimeout(ANSWER_PATIENCE_MS, () => socket.destroy())
    socket.once('connect', () => socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`))
    socket.once('data', (head) => {
      resolve(head.toString('latin1').startsWith('HTTP/1.1 200 '))
      socket.destroy()
    })
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  })

function openLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  if (existsSync(file) && statSync(file).size > KEEP_LOG_BYTES) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}

const logSize = (file: string | null): number => (file !== null && existsSync(file) ? statSync(file).size : 0)

/** The last lines a child wrote since its log had this size. */
function logTail(file: string | null, from = 0): string {
  if (file === null || !existsSync(file)) return ''
  const written = readFileSync(file).subarray(from).toString('utf8').trimEnd()
  return ` The end of ${file}:\n${written.split('\n').slice(-TAIL_LINES).join('\n')}`
}
