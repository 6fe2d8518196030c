import { type Mutant, sim } from './mutant.ts'

const RECEIVE = 'src/core/message/receive.ts'

/** Bugs in what is said before several people. */
export const GROUPS: readonly Mutant[] = [
  {
    bug: 'what is said in a group stands where its writer talks to us alone',
    zoo: 'group',
    file: RECEIVE,
    find: 'const group = groupOf(step, command)',
    put: 'const group = command.circumstances?.group === undefined ? groupOf(step, command) : null',
    caughtBy: sim(/was written in \S+, not in/),
    short: true,
  },
  {
    bug: 'a stop that was said before others is heeded as said to us',
    zoo: 'group',
    file: RECEIVE,
    find: 'const isForUs = party === contact && !isReport(message)',
    put: 'const isForUs = !isReport(message)',
    caughtBy: sim(/was heeded as a word to us|said stop/),
  },
  {
    bug: 'whoever of a group was not reached makes the message a failed one',
    zoo: 'group',
    file: RECEIVE,
    find: "const isOfOne = receipt !== null && status === 'failed'",
    put: "const isOfOne = receipt !== null && status === 'failed' && false",
    caughtBy: sim(/Meta's reports make it|for (sent|failed); Meta said/),
  },
  {
    bug: 'the last news of a group to arrive holds',
    zoo: 'group',
    file: 'src/core/group/group.ts',
    find: 'if (told.at > known.at) return told',
    put: 'if (told.at > known.at || told.at > 0) return told',
    caughtBy: sim(/is called|and should not be/),
  },
  {
    bug: 'a group is sent what Meta takes to no group',
    zoo: 'group',
    file: 'src/core/group/rights.ts',
    find: "purpose === 'marketing' || purpose === 'collections' ? purpose : null",
    put: "purpose === 'marketing' ? purpose : null",
    caughtBy: sim(/took cobro to a group/),
  },
]
