import { parseArgs } from 'node:util'
import { instant, type Instant, toIso } from '#base/time.ts'
import type { Reprocess, ReprocessRange } from '#store/reprocess.ts'
import { operate, WrongUse } from './operator.ts'

const USAGE = `npm run reprocess -- --from 2026-11-20T10:00Z --to 2026-11-20T12:00Z [--line <phone number id>] [--app <app id>] [--rate 100]
  puts the deliveries that came in from then until before then through the loop again; a running server does it,
  so many a second, and goes on with it after a restart. Ctrl-C only ends the watching.
npm run reprocess                  lists the requests and how far they have come
npm run reprocess -- --stop <number>`

const RATE = 100
const MOST_RATE = 1_000
const WATCH_MS = 1_000

/** `npm run reprocess`: asks for a range of deliveries to be put through the loop again, and watches. */
await operate(USAGE, async ({ reprocessing }) => {
  const { from, to, app, line, rate, stop } = read(process.argv.slice(2))
  if (stop !== undefined) {
    const isStopped = await reprocessing.stop(stop, now())
    if (!isStopped) throw new Error(`Request ${stop} does not run.`)
    return console.log(`Request ${stop} is stopped. What it repeated stays repeated.`)
  }
  if (from === undefined && to === undefined) {
    const all = await reprocessing.list()
    return console.log(all.length === 0 ? 'Nothing was ever put through the loop again.' : all.map(lineOf).join('\n'))
  }
  const asked = await reprocessing.ask(rangeOf({ from, to, app, line, rate }), now())
  for (;;) {
    const found = (await reprocessing.list()).find(({ reprocessId }) => reprocessId === asked.reprocessId) ?? asked
    console.log(lineOf(found))
    if (found.state !== 'running') return
    await new Promise((resolve) => setTimeout(resolve, WATCH_MS))
  }
})

type Given = Partial<Record<'from' | 'to' | 'app' | 'line' | 'rate' | 'stop', string | undefined>>

function read(args: string[]): Given {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ args, options: { from: text, to: text, app: text, line: text, rate: text, stop: text } }).values
  } catch (error) {
    throw new WrongUse((error as Error).message)
  }
}

function rangeOf(given: Given): ReprocessRange {
  const range = {
    from: instantOf('from', given.from),
    to: instantOf('to', given.to),
    appId: given.app ?? null,
    lineKey: given.line ?? null,
    rate: Number(given.rate ?? RATE),
  }
  if (range.from >= range.to) throw new WrongUse(`--from is ${given.from}, not before --to, ${given.to}.`)
  if (!Number.isInteger(range.rate) || range.rate < 1 || range.rate > MOST_RATE) {
    throw new WrongUse(`--rate is ${given.rate}; expected deliveries a second, from 1 to ${MOST_RATE}.`)
  }
  return range
}

/** Without a zone an instant would mean another on the next machine. */
function instantOf(name: string, given: string | undefined): Instant {
  const at = /(?:Z|[+-]\d\d:?\d\d)$/.test(given ?? '') ? Date.parse(given ?? '') : Number.NaN
  if (Number.isNaN(at)) {
    throw new WrongUse(
      `--${name} is ${given ?? 'missing'}; expected an instant with its zone, as in 2026-11-20T10:00Z.`,
    )
  }
  return instant(at)
}

function now(): Instant {
  return instant(Date.now())
}

function lineOf({
  reprocessId,
  state,
  from,
  to,
  appId,
  lineKey,
  rate,
  lookedAt,
  replayed,
  endedAt,
}: Reprocess): string {
  const of = [appId && `app ${appId}`, lineKey && `line ${lineKey}`].filter(Boolean).join(', ')
  const ended = endedAt === null ? '' : ` ${toIso(endedAt)}`
  return (
    `${reprocessId}  ${state}${ended}  ${toIso(from)} – ${toIso(to)}${of && `  ${of}`}  ` +
    `${replayed} repeated of ${lookedAt} looked at, ${rate}/s at most`
  )
}
