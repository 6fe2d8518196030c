import { type Beat, BEATS } from './beats.ts'
import { type Desk, signIn } from './desk.ts'
import type { Phones } from './phones.ts'

export type Stage = {
  readonly url: string
  readonly password: string
  readonly numbers: Readonly<Record<string, string>>
}

/** Where a chat's newest message of a kind is found: its id on the wire, and the id of the button or row. */
const SCALE: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000 }

/** Plays every beat in order, with the clock at its time; ends with the clock at the present. */
export async function playStory(stage: Stage, phones: Phones): Promise<number> {
  const desks = new Map<string, Desk>()
  for (const name of ['ana', 'diego', 'sofia']) {
    desks.set(name, await signIn(stage.url, `${name}@aurora.example`, stage.password))
  }
  await phones.setFaults({ statusDelayMs: 5 })
  try {
    for (const beat of BEATS) {
      await phones.setClock(offsetOf(beat.at))
      await play(beat, stage, phones, desks)
    }
  } finally {
    await phones.clearFaults()
    await phones.setClock(0)
  }
  return BEATS.length
}

async function play(beat: Beat, stage: Stage, phones: Phones, desks: ReadonlyMap<string, Desk>): Promise<void> {
  const number = stage.numbers[beat.number] ?? ''
  if ('phone' in beat) return playCustomer(beat, number, phones, desks)
  const desk = desks.get(beat.agent)
  if (!desk) throw new Error(`Nobody is called ${beat.agent}`)
  const conversation = await desk.conversationWith(await phones.nameOf(beat.to))
  if (beat.does === 'resolves') return desk.resolve(conversation.id)
  if (beat.sends === undefined) return
  await desk.see(conversation.id)
  if (beat.fails !== undefined) await phones.setFaults({ nextSend: [{ code: beat.fails, mode: 'async' }] })
  await desk.send(conversation.id, beat.sends, beat.fails === undefined ? 'delivered' : 'failed')
}

async function playCustomer(
  beat: Extract<Beat, { phone: string }>,
  number: string,
  phones: Phones,
  desks: ReadonlyMap<string, Desk>,
): Promise<void> {
  if (beat.does === 'reads') return phones.read(beat.phone, number)
  const wamid = await phones.write(beat.phone, number, await phones.resolve(beat.phone, number, beat.does))
  await desks.get('ana')?.waitFor(await phones.nameOf(beat.phone), wamid)
}

/** "-23h12m" as milliseconds. */
export function offsetOf(at: string): number {
  let total = 0
  for (const [, count, unit] of at.matchAll(/(\d+)([hm])/g)) total += Number(count) * (SCALE[unit ?? ''] ?? 0)
  return -total
}
