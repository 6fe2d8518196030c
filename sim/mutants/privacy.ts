import { type Mutant, test } from './mutant.ts'

const CORE = 'src/core/privacy/erase.test.ts'
const REQUEST = 'src/core/privacy/request.test.ts'
const SERVER = 'src/server/privacy.test.ts'
const ALL = 'a person is erased from everything'

/** Bugs in erasing people. */
export const PRIVACY: readonly Mutant[] = [
  {
    bug: 'the addresses of an erased person still lead to them',
    zoo: 'erasure',
    file: 'src/core/loop/apply.ts',
    find: 'for (const address of world.contacts.get(fact.contactId)?.addresses ?? []) lead(world, address, null)',
    put: '',
    caughtBy: test(CORE, 'is nobody'),
  },
  {
    bug: 'what an erased person had said comes once more and brings them back',
    zoo: 'erasure',
    file: 'src/core/message/receive.ts',
    find: 'if (isOfErased(step, line.channel, command.sender, command.sentAt)) return answer({ repeated: true })',
    put: '',
    caughtBy: test(CORE, 'is not brought back'),
  },
  {
    bug: 'a hold that comes within the grace is not looked at',
    zoo: 'erasure',
    file: 'src/core/privacy/request.ts',
    find: "if (hold) return ok(stepped(request, 'open', { what: 'stopped'",
    put: "if (hold === undefined) return ok(stepped(request, 'open', { what: 'stopped'",
    caughtBy: test(REQUEST, 'put while the grace lasts'),
  },
  {
    bug: 'the files of an erased person stay on the disk',
    zoo: 'erasure',
    file: 'src/server/media/store.ts',
    find: 'if (await isUsed()) return rename(aside, target)',
    put: 'return rename(aside, target)',
    caughtBy: test(SERVER, ALL),
  },
  {
    bug: 'the bodies of webhooks that name an erased person are kept',
    zoo: 'erasure',
    file: 'src/store/postgres/erasures/deliveries.ts',
    find: "update delivery set body = '' from page",
    put: 'update delivery set body = body from page',
    caughtBy: test('src/store/postgres/erasures/erasures.test.ts', 'empties the deliveries'),
  },
]
