import { type Mutant, sim, test } from './mutant.ts'

const DOOR = 'src/server/door.ts'
const AT_THE_DOOR = 'src/server/door.test.ts'
const SERVER = 'src/server/server.test.ts'
const SIGNATURE = 'src/channels/whatsapp/signature.ts'
const SIGNED = 'src/channels/whatsapp/signature.test.ts'
const INTERPRET = 'src/channels/whatsapp/interpret.ts'
const PACE = 'src/server/workers/pace.ts'
const PACED = 'src/server/workers/pace.test.ts'
const ASKED = 'src/server/graph.test.ts'

/** Bugs at the edges: the door, the channel, what goes out, the feed. */
export const EDGE: readonly Mutant[] = [
  {
    bug: 'a webhook without a signature is believed',
    zoo: 'forgery',
    file: SIGNATURE,
    find: 'if (digits === undefined) return null',
    put: 'if (digits === undefined) return candidates[0] ?? null',
    caughtBy: test(SERVER, 'a body unsigned leaves no row'),
  },
  {
    bug: 'the signature is not compared',
    zoo: 'forgery',
    file: SIGNATURE,
    find: 'if (timingSafeEqual(expected, claimed)) signer',
    put: 'if (expected.length === claimed.length) signer',
    caughtBy: test(SIGNED, 'with another secret'),
  },
  {
    bug: 'an empty secret signs',
    zoo: 'forgery',
    file: SIGNATURE,
    find: `if (candidate.secret === '') continue`,
    put: '',
    caughtBy: test(SIGNED, 'when no secret is known, or the known one is empty'),
  },
  {
    bug: 'the signature is held against the parsed body, not its bytes',
    zoo: 'forgery',
    file: DOOR,
    find: 'platform.signerOf(body, header, candidates)',
    put: 'platform.signerOf(Buffer.from(JSON.stringify(JSON.parse(String(body)))), header, candidates)',
    caughtBy: test(AT_THE_DOOR, 'the signature is that of the very bytes'),
  },
  {
    bug: 'whoever has an app may write about any number',
    zoo: 'forgery',
    file: DOOR,
    find: `if (!isKnown(signer, keys.value)) return refuse(request, reply, refusal('not-ours'))`,
    put: 'void isKnown',
    caughtBy: test(SERVER, 'a body about numbers of somebody else leaves no row'),
  },
  {
    bug: 'a webhook is answered before it is stored',
    zoo: 'early-200',
    file: DOOR,
    find: 'await commits.append(',
    put: 'void commits.append(',
    caughtBy: test(AT_THE_DOOR, 'nobody is answered before the bytes are on disk'),
  },
  {
    bug: 'a webhook that cannot be stored is answered 200 all the same',
    zoo: 'early-200',
    file: DOOR,
    find: `      return refuse(request, reply, refusal('unavailable'), 5)
    }
    metrics`,
    put: `    }
    metrics`,
    caughtBy: test(AT_THE_DOOR, 'what cannot be stored is answered 503'),
  },
  {
    bug: 'those who wait for the next commit are answered with this one',
    zoo: 'early-200',
    file: 'src/server/group-commit.ts',
    find: 'for (const { done } of batch) done()',
    put: 'for (const { done } of [...batch, ...waiting]) done()',
    caughtBy: test('src/server/group-commit.test.ts', 'a batch fills while the one before is written'),
  },
  {
    bug: 'people without a phone are set aside',
    zoo: 'Z-20',
    file: 'src/channels/whatsapp/sender.ts',
    find: 'sender.userId === null && sender.phone === null ? null : sender',
    put: 'sender.phone === null ? null : sender',
    caughtBy: sim(/is not there/),
  },
  {
    bug: 'a user id is sent as if it were a phone',
    zoo: 'Z-20',
    file: 'src/channels/whatsapp/render.ts',
    find: 'recipient: userId }',
    put: 'to: userId }',
    caughtBy: test('src/channels/whatsapp/render.test.ts', 'the user id when the phone is hidden'),
  },
  {
    bug: 'our message id does not travel with the send',
    zoo: 'double-send',
    file: 'src/channels/whatsapp/render.ts',
    find: '      biz_opaque_callback_data: message.messageId,\n',
    put: '',
    caughtBy: test('src/channels/whatsapp/render.test.ts', 'a text is sent to the number with "+", with our id in it'),
  },
  {
    bug: 'a message whose answer was lost is sent again',
    zoo: 'Z-10',
    file: INTERPRET,
    find: `if (answer.kind === 'lost') return { kind: 'unknown' }\n  if (answer.kind === 'not-sent') {`,
    put: `if (answer.kind !== 'answered') {`,
    caughtBy: sim(/Meta accepted/),
  },
  {
    bug: 'a gateway’s error is taken for Meta’s no, and sent again',
    zoo: 'Z-10',
    file: INTERPRET,
    find: `  return { kind: 'unknown' }
}

function repeat`,
    put: `  return repeat('transient', problem, attempt, now, retryAfterMs)
}

function repeat`,
    caughtBy: sim(/Meta accepted/),
  },
  {
    bug: 'a request that broke after it left is taken for unsent',
    zoo: 'Z-10',
    file: 'src/server/exchange.ts',
    find: 'const isUnsent = !hasLeft || isNotConnected(error)',
    put: 'const isUnsent = hasLeft || isNotConnected(error)',
    caughtBy: test(ASKED, 'a connection that breaks after the request left is lost, not unsent'),
  },
  {
    bug: 'what Meta holds back as too much advertising is tried again',
    zoo: 'rate',
    file: 'src/core/problem/codes/sending.ts',
    find: `'131049': rule('platform', 'contact', 'wait-a-day', [`,
    put: `'131049': ((cause: Words) => rule('platform', 'contact', 'wait-a-day', cause, { repeat: 'transient' }))([`,
    caughtBy: test('src/channels/whatsapp/interpret.test.ts', 'enough marketing'),
  },
  {
    bug: 'a failure is repeated for ever',
    zoo: 'rate',
    file: INTERPRET,
    find: `if (attempt >= attempts) return { kind: 'refused', problem }`,
    put: 'void attempts',
    caughtBy: test('src/channels/whatsapp/whatsapp.test.ts', 'no answer is tried again for ever'),
  },
  {
    bug: 'a line sends as fast as it can',
    zoo: 'rate',
    file: PACE,
    find: 'return Math.max(nextAt, soonestAt, (departures[oldest] ?? 0) + 1000 / SHARE)',
    put: 'return nextAt - 1e9',
    caughtBy: test(PACED, 'a line of 80 a second reaches its rate, evenly, and never exceeds it'),
  },
  {
    bug: 'what was held up leaves in a bunch',
    zoo: 'rate',
    file: PACE,
    find: 'return Math.max(nextAt, soonestAt, (departures[oldest] ?? 0) + 1000 / SHARE)',
    put: 'return nextAt - 350',
    caughtBy: test(PACED, 'what was held up is caught up with, and no second exceeds the rate'),
  },
  {
    bug: 'a campaign goes before an agent’s answer',
    zoo: 'rate',
    file: 'src/server/workers/queue.ts',
    find: 'waiting[priority] ??= []',
    put: 'waiting[priority * 0] ??= []',
    caughtBy: test(PACED, 'the urgent ones go first, before the check and after it'),
  },
  {
    bug: 'one person gets any number of messages at once',
    zoo: 'rate',
    file: PACE,
    find: 'tokens: tokens - 1, at })',
    put: 'tokens, at })',
    caughtBy: test(PACED, 'one person gets a burst, then one message every six seconds'),
  },
  {
    bug: 'a message overtakes the one before it',
    zoo: 'Z-16',
    file: 'src/server/workers/lanes.ts',
    find: 'next.resolve(await run(next.work))',
    put: 'void run(next.work).then(next.resolve, next.reject)',
    caughtBy: test('src/server/workers/lanes.test.ts', 'one lane runs one at a time in the order of rank'),
  },
  {
    bug: 'facts are told although some before them are missing',
    zoo: 'Z-12',
    file: 'src/server/feed/hub.ts',
    find: 'if (first.seq === seq + 1) return take(facts)',
    put: 'if (first.seq > seq) return take(facts)',
    caughtBy: test('src/server/feed/hub.test.ts', 'a gap is read from the ledger before what follows it'),
  },
  {
    bug: 'all desks return in the same moment',
    zoo: 'Z-17',
    file: 'web/feed/backoff.ts',
    find: 'Math.round(dice * Math.min(',
    put: 'Math.round(Math.min(',
    caughtBy: test('web/feed/backoff.test.ts', 'waits between nothing and a limit that doubles'),
  },
  {
    bug: 'a file is fetched, with the token, from wherever the answer says',
    zoo: 'media',
    file: 'src/server/download.ts',
    find: 'if (!url || !asked.mayDownloadFrom(url))',
    put: 'if (!url)',
    caughtBy: test('src/server/download.test.ts', 'whoever may not be asked is not, at once or by a redirect'),
  },
  {
    bug: 'a name that leads to this machine is connected to',
    zoo: 'media',
    file: 'src/server/egress.ts',
    find: `ipaddr.parse(bareAddress).range() === 'unicast'`,
    put: 'bareAddress.length > 0',
    caughtBy: test('src/server/egress.test.ts', 'a host of Meta’s that leads to this machine is not connected to'),
  },
  {
    bug: 'words and numbers of people are written to the log',
    zoo: 'privacy',
    file: 'src/server/log.ts',
    find: `redact: { paths: PRIVATE.flatMap((name) => [name, \`*.\${name}\`, \`*.*.\${name}\`]), censor: '•' },`,
    put: 'msgPrefix: PRIVATE.length === 0 ? "?" : "",',
    caughtBy: test('src/server/log.test.ts', 'what people say and who they are is blotted out'),
  },
]
