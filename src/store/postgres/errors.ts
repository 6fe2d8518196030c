import { LedgerUnavailable, Unstorable } from '../ledger.ts'

/**
 * PostgreSQL's classes of errors that say nothing about our statement: 08 connection, 53 out of space, memory or
 * connections, 57 shutdown, restart or a timeout, 55P03 a lock not had in time, 25006 and 25P03 a standby or a
 * transaction it ended for us.
 */
const PASSING = /^(?:08|53|57|58)|^(?:55P03|25006|25P03)$/
/** A unique key taken, or order lost between transactions (23505; 40001 and 40P01). */
const LOST_RACE = /^(?:23505|40001|40P01)$/
/** Errors that speak of the values: 22 data, 23 a rule they break, 54 a limit they go beyond. */
const ABOUT_VALUES = /^(?:22|23|54)/

export const codeOf = (error: unknown): string | null => {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' ? code : null
}

export const isLostRace = (error: unknown): boolean => LOST_RACE.test(codeOf(error) ?? '')

/** The unique key that was taken, or the code; for the log. */
export const raceOf = (error: unknown): string =>
  error instanceof Error && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : (codeOf(error) ?? 'unknown')

/**
 * The error as the ledger tells it: `LedgerUnavailable` when trying again may help, `Unstorable` when other values might
 * be stored, else as it is: our mistake.
 */
export function asTold(error: unknown): unknown {
  if (error instanceof LedgerUnavailable || !(error instanceof Error) || isLostRace(error)) return error
  const code = codeOf(error)
  const fromServer = code !== null && /^(?!E)[0-9A-Z]{5}$/.test(code)
  if (fromServer ? PASSING.test(code) : isFromConnection(error, code)) {
    return new LedgerUnavailable(`The database is not available: ${error.message}`, { cause: error })
  }
  return fromServer && ABOUT_VALUES.test(code) ? new Unstorable(error.message, { cause: error }) : error
}

/** Errors of the socket carry a code of Node's (`EPIPE` looks like PostgreSQL's, but for its E); the driver's only words. */
const isFromConnection = (error: Error, code: string | null): boolean =>
  (code !== null && /^E[A-Z]+$/.test(code)) ||
  /connection|timeout|not queryable|Cannot use a pool after calling end/i.test(error.message)
