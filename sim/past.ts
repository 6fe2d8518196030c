import { type Duration, hours, minutes, plus, toSeconds } from '#base/time.ts'
import type { Sim } from './parts.ts'
import type { Issued, Past } from './truth.ts'
import { inSeconds, type Update } from './update.ts'

/** Old messages of one telling. */
const MOST_OLD = 4

/**
 * The app on a telephone tells of a chat: what was said before anybody listened, and what comes by itself as well, in no
 * order, so that either may come first.
 */
export function tellPast(sim: Sim, issued: Issued, content: Readonly<Record<string, unknown>>): void {
  const { dice, truth, webhooks, rare } = sim
  const { line, shown } = issued
  rare.saw('history told of what also comes by itself')
  const old = Array.from({ length: dice.int(0, MOST_OLD) }, (): Past => {
    const ago = dice.int(1, 2_000)
    const past: Past = {
      line,
      wireId: `wamid.past.${truth.past.size + 1}`,
      sentAt: inSeconds(plus(issued.sentAt, -hours(ago) as Duration)),
      by: dice.chance(0.5) ? 'contact' : 'us',
      isAcknowledged: false,
    }
    truth.past.set(past.wireId, past)
    return past
  })
  const told = (id: string, at: Issued['sentAt'], isOurs: boolean) => ({
    id,
    timestamp: String(toSeconds(at)),
    history_context: { status: 'READ', from_me: isOurs },
  })
  const messages = dice.shuffled([
    { ...told(issued.wireId, issued.sentAt, false), ...content },
    ...old.map((past) => ({
      ...told(past.wireId, past.sentAt, past.by === 'us'),
      ...{ type: 'text', text: { body: past.wireId } },
    })),
  ])
  const thread = {
    id: shown.phone,
    context: { ...(shown.userId !== null && { user_id: shown.userId }) },
    messages,
  }
  const update: Update = {
    line,
    part: 'history',
    item: { metadata: { phase: 1, chunk_order: 1, progress: 50 }, threads: [thread] },
    contact: null,
    acknowledged: () => {
      for (const past of old) past.isAcknowledged = true
    },
  }
  webhooks.tell(update)
  if (dice.chance(0.3)) webhooks.tell(update, minutes(dice.int(1, 90)))
}
