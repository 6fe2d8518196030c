import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'

export type Log = Logger

/** Names under which personal data or secrets might reach a log line. Ids are fine; words, numbers and keys are not. */
const PRIVATE = [
  'accessToken',
  'apiKey',
  'appSecret',
  'authorization',
  'body',
  'caption',
  'content',
  'cookie',
  'email',
  'message.text',
  'name',
  'password',
  'phone',
  'pin',
  'preview',
  'raw',
  'secret',
  'text',
  'to',
  'token',
  'userId',
  'verifyToken',
  'waId',
]

/** JSON lines on standard output. What is named like personal data or a secret is blotted out, two levels deep. */
export function createLog(level: string, to?: DestinationStream): Log {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: PRIVATE.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '•' },
    serializers: { error: describeError, err: describeError },
  }
  return to === undefined ? pino(options) : pino(options, to)
}

/** Name, message and stack of our own faults; PostgreSQL's `detail` holds values of rows and stays out. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) }
  const code = 'code' in error ? String(error.code) : undefined
  return { kind: error.constructor.name, code, message: error.message, stack: error.stack, cause: causeOf(error) }
}

const causeOf = (error: Error): string | undefined => (error.cause instanceof Error ? error.cause.message : undefined)
