import { type Mutant, sim, test } from './mutant.ts'

const THREAD = 'src/core/contact/thread.ts'
const RECEIVED = 'src/core/message/receive.test.ts'
const MOVED =
  'whoever moved is answered where they are now, in its window; what they were called before names them still'

/** Bugs in who somebody is, what number is whose, and which contacts are one. */
export const PEOPLE: readonly Mutant[] = [
  {
    bug: 'people are known by their phone alone',
    zoo: 'Z-20',
    file: 'src/core/contact/identify.ts',
    find: 'if (byUserId) return byUserId',
    put: 'void byUserId',
    caughtBy: sim(/was given to|old number|is not there|second conversation|still wait/),
  },
  {
    bug: 'a second spelling of a number is somebody else',
    zoo: 'spelling',
    file: 'src/core/contact/identify.ts',
    find: `for (const value of variantsOf(sender.phone)) {
    const byPhone`,
    put: `for (const value of [sender.phone]) {
    const byPhone`,
    caughtBy: test(RECEIVED, 'Mexico: the number with and without its extra digit is one person'),
  },
  {
    bug: 'the history goes with the number',
    zoo: 'recycled',
    file: 'src/core/contact/identify.ts',
    find: 'return isSomebodyElse(byPhone, sender, place) ? null : byPhone',
    put: 'return byPhone',
    caughtBy: sim(/was given to/),
  },
  {
    bug: 'who loses a number is written to at an older one',
    zoo: 'recycled',
    file: 'src/core/contact/identify.ts',
    find: 'retireOlder(step, holderId, held)',
    put: 'void retireOlder',
    caughtBy: test(RECEIVED, 'who loses a number to somebody else is not written to at one from before it'),
  },
  {
    bug: 'a late message takes the number back from its heir',
    zoo: 'recycled',
    file: 'src/core/contact/identify.ts',
    find: '&& since(address) >= since(held)',
    put: '',
    caughtBy: test(RECEIVED, 'a late message of the former holder does not take the number from its heir'),
  },
  {
    bug: 'whoever has the telephone now sees what was said before',
    zoo: 'recycled',
    file: 'src/core/contact/succeed.ts',
    find: 'return isChanged ||',
    put: 'return isChanged && false ||',
    caughtBy: test(
      'src/core/contact/settle-identity.test.ts',
      'begins somebody new, with the addresses, a conversation and nothing else of the contact before',
    ),
  },
  {
    bug: 'a person who was made sure of has two open conversations',
    zoo: 'recycled',
    file: THREAD,
    find: "if (state === 'open') step.fact(",
    put: "if (state === 'resolved') step.fact(",
    caughtBy: test(
      'src/core/contact/settle-identity.test.ts',
      'the same person: two open conversations on a line become one',
    ),
  },
  {
    bug: 'what came since two contacts were merged stays with the one, though it is the other’s',
    zoo: 'recycled',
    file: THREAD,
    find: 'const isTheirs = ({ of }: Conversation): boolean => of !== undefined && within.has(of)',
    put: 'const isTheirs = ({ of }: Conversation): boolean => of === undefined && within.has(intoId)',
    caughtBy: test('src/core/contact/merge-contacts.test.ts', 'gives what came since to whom its address belongs'),
  },
  {
    bug: 'whom somebody took apart is merged again when WhatsApp repeats itself',
    zoo: 'recycled',
    file: 'src/core/contact/move.ts',
    find: 'other !== null && !wasTakenOut(contact, other)',
    put: 'other !== null',
    caughtBy: test(
      RECEIVED,
      'somebody may say that they are not one; told of another line once more, they are joined no more',
    ),
  },
  {
    bug: 'whoever moved is written to under the id they had before',
    zoo: 'recycled',
    file: 'src/core/contact/move.ts',
    find: "fact({ kind: 'address-added', contactId, address: { ...address, since: at, replaced: true } })",
    put: 'void address',
    caughtBy: test(RECEIVED, MOVED),
  },
  {
    bug: 'the thread of whoever moved goes on where they are no more',
    zoo: 'window',
    file: THREAD,
    find: 'own && !moved && isFurther(own, theirs)',
    put: 'own && isFurther(own, theirs)',
    caughtBy: test(RECEIVED, MOVED),
  },
  {
    bug: 'who was merged is answered at another of their numbers than they wrote from',
    zoo: 'window',
    file: 'src/core/contact/part.ts',
    find: 'const theirs = all.filter((address) => address.of === of)',
    put: 'const theirs = all',
    caughtBy: sim(/left outside the window|answers to .* would go to/),
  },
  {
    bug: 'a late message brings back a number that two people have given up since',
    zoo: 'recycled',
    file: 'src/core/contact/identify.ts',
    find: 'if (isPast(world, contactId, address)) return false',
    put: '',
    caughtBy: test(RECEIVED, 'a late message of the first of two former holders does not bring the number back'),
  },
]
