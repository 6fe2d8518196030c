import { type Duration, hours, later, milliseconds, minutes, plus, seconds } from '#base/time.ts'
import { FOREIGN_LINE } from './company.ts'
import type { Sim, Webhooks } from './parts.ts'
import { bodyOf, type Update } from './update.ts'

const PATIENCE: Duration = seconds(10)
const LONGEST_BACK_OFF: Duration = minutes(10)

export function createWebhooks(sim: Sim): Webhooks {
  const { stage, dice, rare } = sim
  const encoder = new TextEncoder()
  let waiting: Update[] = []
  let outstanding = 0
  let isCollecting = false
  let heldUntil = stage.now()

  function tell(update: Update, delay: Duration | null = null): void {
    outstanding += 1
    stage.at(plus(stage.now(), delay ?? someDelay()), () => {
      waiting.push(update)
      collect()
    })
  }

  function someDelay(): Duration {
    if (!sim.isStormy) return milliseconds(dice.int(50, 2_000))
    return dice.weighted([
      [80, () => milliseconds(dice.int(50, 2_000))],
      [15, () => seconds(dice.int(2, 120))],
      [5, () => minutes(dice.int(2, 360))],
    ])()
  }

  /** Waits a little for company, then sends one body after the other. */
  function collect(): void {
    if (isCollecting) return
    isCollecting = true
    stage.at(later(heldUntil, plus(stage.now(), milliseconds(dice.int(1, 400)))), () => {
      isCollecting = false
      const ready = sim.isStormy ? dice.shuffled(waiting) : waiting
      waiting = []
      while (ready.length > 0) send(ready.splice(0, ready.length > 100 ? 300 : sizeOfBody()))
    })
  }

  const sizeOfBody = (): number => (dice.chance(0.5) ? 1 : dice.int(2, 20))

  function send(updates: readonly Update[]): void {
    const told = dice.chance(sim.isStormy ? 0.1 : 0) ? [...updates, dice.pick(updates)] : [...updates]
    if (told.length > updates.length) rare.saw('duplicate within one body')
    const body = bodyOf(dice.chance(0.5) ? told : told.toSorted((a, b) => (a.line.key < b.line.key ? -1 : 1)))
    spoil(body)
    if (told.length > 100) rare.saw('body of more than 100 updates')
    if (new Set(told.map(({ line }) => line.accountId)).size > 1) rare.saw('several accounts in one body')
    post(encoder.encode(JSON.stringify(body)), updates, 1)
  }

  /** Sometimes a part that nobody understands, or that speaks of a line that is not the sender's. */
  function spoil(body: Record<string, unknown>): void {
    const entries = body['entry'] as unknown[]
    if (dice.chance(0.02)) {
      const value = { metadata: { phone_number_id: '106540352241' }, messages: [{ type: 'text', text: { body: '?' } }] }
      entries.splice(dice.int(0, entries.length), 0, { id: 'x', changes: [{ field: 'messages', value }] })
      rare.saw('part set aside, its neighbours kept')
    }
    if (dice.chance(0.02)) {
      const item = {
        from: '5215500000000',
        id: 'wamid.foreign',
        timestamp: '1760000000',
        type: 'text',
        text: { body: 'x' },
      }
      const value = { metadata: { phone_number_id: FOREIGN_LINE.key }, contacts: [], messages: [item] }
      entries.push({ id: FOREIGN_LINE.groupKey, changes: [{ field: 'messages', value }] })
      rare.saw('foreign line in a body')
    }
  }

  function post(body: Uint8Array, updates: readonly Update[], tries: number): void {
    let isOver = false
    const again = () => {
      if (isOver) return
      isOver = true
      const wait = Math.min(LONGEST_BACK_OFF, 1_000 * 2 ** tries)
      stage.at(plus(stage.now(), milliseconds(dice.int(500, wait))), () => post(body, updates, tries + 1))
    }
    const copy = sim.someCopy()
    if (!copy) return again()
    stage.at(plus(stage.now(), PATIENCE), again)
    void copy.receive(body).then((isStored) => {
      if (isStored && (isOver || dice.chance(sim.isStormy ? 0.03 : 0))) {
        rare.saw('webhook not acknowledged although stored')
        return again()
      }
      if (!isStored) return again()
      isOver = true
      outstanding -= updates.length
      for (const update of updates) update.acknowledged()
      if (dice.chance(sim.isStormy ? 0.08 : 0)) repeat(updates)
    })
  }

  /** Told once more, although it was acknowledged: the same updates in another body. */
  function repeat(updates: readonly Update[]): void {
    rare.saw('duplicate in another body')
    for (const update of updates) tell(update, dice.chance(0.2) ? hours(dice.int(1, 30)) : seconds(dice.int(0, 60)))
  }

  const holdUp = (duration: Duration): void => {
    heldUntil = plus(stage.now(), duration)
  }

  return { tell, holdUp, outstanding: () => outstanding }
}
