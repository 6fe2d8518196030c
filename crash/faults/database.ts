import { setTimeout as pause } from 'node:timers/promises'
import { type Fault, oneCopy, type Scene } from '../fault.ts'

const SPARED = { sparesServer: true, isCheap: true, recoverWithinMs: 30_000 } as const
const linked = ({ house }: Scene): Promise<void> => house.arrange({ copies: 1, linked: true })

export const killPostmaster: Fault = {
  ...SPARED,
  kind: 'kill-postmaster',
  weight: 8,
  arrange: oneCopy,
  strike: async ({ house }) => {
    const pid = house.place().database.pid()
    if (pid !== null) process.kill(pid, 'SIGKILL')
  },
}

type Backend = { pid: number; name: string }
const BACKENDS = `select pid, application_name as name from pg_stat_activity where application_name like 'hilo-%' order by pid`

/** One connection's process: ended in order, or killed, whereupon PostgreSQL throws out everybody else too. */
export const killBackend: Fault = {
  ...SPARED,
  kind: 'kill-backend',
  weight: 8,
  arrange: oneCopy,
  strike: async ({ house, dice, note }) => {
    const backends = await house.ask<Backend>(BACKENDS)
    const { pid, name } = dice.pick(backends)
    const signal = dice.pick(['SIGTERM', 'SIGKILL'] as const)
    note(`${name} ${signal}`)
    process.kill(pid, signal)
  },
}

const AWAY_SECONDS = { short: 3, long: 10 }
/** Answers that were on their way when PostgreSQL ended. */
const ON_THEIR_WAY_MS = 300

/** While nothing can be made durable the door says 503, never 200; and nobody has to start anything again. */
export const databaseAway: Fault = {
  ...SPARED,
  kind: 'database-away',
  weight: 5,
  arrange: oneCopy,
  strike: async ({ house, dice, load, note, wrong, isLong }) => {
    const { database } = house.place()
    const signal = dice.pick(['SIGINT', 'SIGQUIT', 'SIGKILL'] as const)
    const seconds = isLong ? AWAY_SECONDS.long : AWAY_SECONDS.short
    note(`${signal}, ${seconds} s`)
    await database.goAway(signal)
    await pause(ON_THEIR_WAY_MS)
    const taken = load.answers.get(200) ?? 0
    const refused = load.answers.get(503) ?? 0
    await pause(seconds * 1000 - ON_THEIR_WAY_MS)
    if ((load.answers.get(200) ?? 0) !== taken) wrong('200 was answered while the database was away')
    if ((load.answers.get(503) ?? 0) === refused) wrong('no 503 was answered while the database was away')
    await database.comeBack()
  },
}

/** Statements whose commits are worth losing: a webhook's, a batch's, and whatever comes. */
const STATEMENTS = ['append-deliveries', 'commit-', ''] as const
const CUTS = 4

/** The connection is cut at a commit: before PostgreSQL hears of it, or after it has committed. Nobody knows which. */
export const cutAtCommit: Fault = {
  ...SPARED,
  kind: 'cut-at-commit',
  weight: 9,
  arrange: linked,
  strike: async ({ house, dice, note, wrong }) => {
    const made: string[] = []
    for (let count = 0; count < CUTS; count++) {
      const [statement, how] = [dice.pick(STATEMENTS), dice.pick(['lost', 'done'] as const)]
      await pause(dice.int(0, 150))
      if (await house.link.cutAtCommit(statement, how, 2_500)) made.push(`${statement}${how}`)
    }
    note(made.join(' '))
    if (made.length === 0) wrong('no commit could be cut')
  },
}

/** Above the time after which the server itself gives up waiting for an answer (20 s), and connects anew (5 s). */
const GIVEN_UP_WITHIN_MS = 45_000

/** Every connection goes silent without ending, for some seconds or for good. */
export const databaseSilent: Fault = {
  ...SPARED,
  kind: 'database-silent',
  weight: 3,
  isCheap: false,
  recoverWithinMs: GIVEN_UP_WITHIN_MS,
  arrange: linked,
  strike: async ({ house, dice, note }) => {
    const silence = house.link.silence()
    const isForGood = dice.chance(0.3)
    note(isForGood ? 'for good' : '3 s')
    await pause(3_000)
    if (!isForGood) silence.resume()
  },
}
