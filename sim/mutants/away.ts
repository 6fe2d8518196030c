import { type Mutant, sim, test } from './mutant.ts'

const SAY = 'src/core/opening-hours/say-away.ts'
const TOLD = 'src/core/opening-hours/away.test.ts'
const MAY_SEND = 'src/core/policy/may-send.ts'

/** Bugs in what people are told while nobody is there. */
export const AWAY: readonly Mutant[] = [
  {
    bug: 'whoever writes while it is closed is told so every time',
    zoo: 'Z-19',
    file: SAY,
    find: '  if (awayAt !== undefined && (from === null || awayAt >= from)) return false\n',
    put: '',
    caughtBy: sim(/was told twice that it is closed/),
    short: true,
  },
  {
    bug: 'what waited until it opened is said all the same',
    zoo: 'away',
    file: MAY_SEND,
    find: '!openAt(kept.hours, now) && !openAt(kept.hours, plus(now, margin))',
    put: 'now > 0',
    caughtBy: test(TOLD, 'does not leave once it is open, nor in the minute before'),
  },
  {
    bug: 'what comes late out of open hours is answered as if it had come now',
    zoo: 'away',
    file: SAY,
    find: '  if (from !== null && wroteAt < from) return false\n',
    put: '',
    caughtBy: test(TOLD, 'of what was written while it was open and comes late'),
  },
  {
    bug: 'whoever said stop is told all the same',
    zoo: 'away',
    file: MAY_SEND,
    find: "...(refused === undefined ? [] : [refusal('consent-withdrawn', { found: refused })]),",
    put: '',
    caughtBy: sim(/tells somebody who said stop/),
  },
  {
    bug: 'being told that nobody is there counts as an answer',
    zoo: 'away',
    file: 'src/core/conversation/reduce.ts',
    find: "...(message.rule === 'away'",
    put: '...(message.rule === undefined',
    caughtBy: test(TOLD, 'it is no answer: they go on waiting'),
  },
]
