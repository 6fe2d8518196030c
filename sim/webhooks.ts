import { type Duration, hours, later, milliseconds, minutes, plus, seconds, toSeconds } from '#base/time.ts'
import { FOREIGN_LINE, LINES } from './company.ts'
import type { Sim, Webhooks } from './parts.ts'
import { poisonFor, type Stumble } from './poison.ts'
import { bodyOf, type Update } from './update.ts'

const PATIENCE: Duration = seconds(10)
const LONGEST_BACK_OFF: Duration = minutes(10)
/** Old bodies that somebody kept. */
const KEPT = 40

export function createWebhooks(sim: Sim): Webhooks {
  const { stage, dice, rare } = sim
  const encoder = new TextEncoder()
  let waiting: Update[] = []
  let outstanding = 0
  let isCollecting = false
  let heldUntil = stage.now()
  let single = 0
  const kept: Uint8Array[] = []

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
      while (ready.length > 0) send(ready.splice(0, single > 0 ? 1 : ready.length > 100 ? 300 : sizeOfBody()))
    })
  }

  const sizeOfBody = (): number => (dice.chance(0.5) ? 1 : dice.int(2, 20))

  function send(updates: readonly Update[]): void {
    single = Math.max(0, single - 1)
    const told = dice.chance(sim.isStormy ? 0.1 : 0) ? [...updates, dice.pick(updates)] : [...updates]
    if (told.length > updates.length) rare.saw('duplicate within one body')
    if (told.slice(updates.length).some(isOfGroup)) rare.saw('news of a group told twice')
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
    if (!copy) {
      rare.saw('webhook found nobody at home')
      return again()
    }
    stage.at(plus(stage.now(), PATIENCE), again)
    void copy.receive(body).then((isStored) => {
      if (isStored && (isOver || dice.chance(sim.isStormy ? 0.03 : 0))) {
        rare.saw('webhook not acknowledged although stored')
        return again()
      }
      if (!isStored) return again()
      isOver = true
      if (kept.length < KEPT) kept.push(body)
      outstanding -= updates.length
      for (const update of updates) update.acknowledged()
      if (dice.chance(sim.isStormy ? 0.08 : 0)) repeat(updates)
    })
  }

  /** Told once more, although it was acknowledged: the same updates in another body. */
  function repeat(updates: readonly Update[]): void {
    // What must come alone is not told again in company.
    if (updates.some(({ isAlone }) => isAlone)) return
    rare.saw('duplicate in another body')
    if (updates.some(isOfGroup)) rare.saw('news of a group told twice')
    for (const update of updates) tell(update, dice.chance(0.2) ? hours(dice.int(1, 30)) : seconds(dice.int(0, 60)))
  }

  const holdUp = (duration: Duration): void => {
    heldUntil = plus(stage.now(), duration)
  }

  function poison(stumble: Stumble): void {
    const line = dice.pick(LINES)
    const id = `wamid.poison.${sim.truth.poisons.size + 1}`
    const known = { isAcknowledged: false }
    sim.truth.poisons.set(id, known)
    const phone = '573019999999'
    const update: Update = {
      line,
      part: 'messages',
      item: {
        from: phone,
        id,
        timestamp: String(toSeconds(stage.now())),
        type: 'text',
        text: { body: poisonFor(stumble, id) },
      },
      contact: { profile: { name: 'Nadie' }, wa_id: phone },
      isAlone: stumble === 'read',
      acknowledged: () => {
        known.isAcknowledged = true
      },
    }
    // What no body can be read with must come alone: what else it held would be set aside with it.
    if (stumble !== 'read') return tell(update)
    outstanding += 1
    post(encoder.encode(JSON.stringify(bodyOf([update]))), [update], 1)
  }

  /** Nobody waits for the answer: it is not Meta who asks. */
  function replay(): void {
    const copy = sim.someCopy()
    if (!copy || kept.length === 0) return
    rare.saw('old bodies came once more after weeks')
    for (const body of kept) void copy.receive(body)
  }

  const tellSingly = (bodies: number): void => {
    single = bodies
  }

  return { tell, holdUp, outstanding: () => outstanding, poison, replay, tellSingly }
}

const isOfGroup = ({ part }: Update): boolean => part === 'groups'
