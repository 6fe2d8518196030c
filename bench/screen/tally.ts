import type { ServerFrame } from '#contract/feed.ts'

/** Who was told what and when, over all desks. Desks are numbered from 0. */
export type Tally = {
  /** A message goes out that was due at this moment (`performance.now()`). */
  readonly expect: (wireId: string, dueMs: number) => void
  /** A frame came to a desk. The bytes are only looked at. */
  readonly hear: (desk: number, frame: Buffer, atMs: number) => void
  readonly isComplete: () => boolean
  readonly take: () => Told
}
export type Told = {
  /** From due to seen: of every frame at every desk, and to the last desk of each message. */
  readonly everyMs: readonly number[]
  readonly lastMs: readonly number[]
  /** What was not as it must be, at most ten of it. Empty: every desk got every fact once and in order. */
  readonly wrong: readonly string[]
  readonly frames: number
  /** Bytes of all frames at all desks, and of the largest that carried facts. */
  readonly bytes: number
  readonly largestFactsBytes: number
}

type Message = { readonly dueMs: number; desks: number; lastMs: number }
/** What a frame says, worked out once however many desks it comes to. */
type Known = {
  readonly bytes: Buffer
  readonly first: number
  readonly last: number
  readonly wireIds: readonly string[]
}
const KEPT = 64

export function createTally(desks: number): Tally {
  const seqs: (number | null)[] = Array.from({ length: desks }, () => null)
  const messages = new Map<string, Message>()
  const known: Known[] = []
  let everyMs: number[] = []
  let wrong: string[] = []
  let [frames, bytes, largestFactsBytes] = [0, 0, 0]

  function factsOf(frame: Buffer): Known | null {
    const seen = known.find((one) => one.bytes.length === frame.length && one.bytes.equals(frame))
    if (seen) return seen
    const said = JSON.parse(frame.toString()) as ServerFrame
    if (said.kind !== 'facts') return null
    const [first, last] = [said.facts.at(0)?.seq ?? 0, said.facts.at(-1)?.seq ?? 0]
    if (said.facts.some(({ seq }, index) => seq !== first + index))
      wrong.push(`a gap between facts ${first} and ${last}`)
    const wireIds = said.facts.flatMap((fact) =>
      fact.kind === 'message-received' && fact.message.wireId !== null ? [fact.message.wireId] : [],
    )
    const fresh = { bytes: Buffer.from(frame), first, last, wireIds }
    known.unshift(fresh)
    if (known.length > KEPT) known.pop()
    return fresh
  }

  function welcome(desk: number, frame: Buffer): void {
    const said = JSON.parse(frame.toString()) as ServerFrame
    if (said.kind === 'welcome') seqs[desk] = said.seq
    else wrong.push(`desk ${desk} was told ${said.kind} before it was welcome`)
  }

  function hear(desk: number, frame: Buffer, atMs: number): void {
    frames += 1
    bytes += frame.length
    const before = seqs[desk]
    if (before === null || before === undefined) return welcome(desk, frame)
    if (!isFacts(frame)) return
    const facts = factsOf(frame)
    if (!facts) return
    largestFactsBytes = Math.max(largestFactsBytes, frame.length)
    if (facts.first !== before + 1) wrong.push(`desk ${desk} was told fact ${facts.first} after ${before}`)
    seqs[desk] = facts.last
    for (const wireId of facts.wireIds) {
      const message = messages.get(wireId)
      if (!message) continue
      message.desks += 1
      message.lastMs = atMs
      everyMs.push(atMs - message.dueMs)
    }
  }

  return {
    expect: (wireId, dueMs) => messages.set(wireId, { dueMs, desks: 0, lastMs: 0 }),
    hear,
    isComplete: () => [...messages.values()].every((message) => message.desks >= desks),
    take: () => {
      for (const [wireId, message] of messages) {
        if (message.desks !== desks) wrong.push(`${wireId} was told ${message.desks} times to ${desks} desks`)
      }
      if (new Set(seqs).size > 1) wrong.push(`desks stand at facts ${[...new Set(seqs)].slice(0, 5).join(', ')}`)
      const lastMs = [...messages.values()].map((message) => message.lastMs - message.dueMs)
      const told = { everyMs, lastMs, wrong: wrong.slice(0, 10), frames, bytes, largestFactsBytes }
      messages.clear()
      everyMs = []
      wrong = []
      frames = bytes = largestFactsBytes = 0
      return told
    },
  }
}

const FACTS = Buffer.from('{"kind":"facts"')
const isFacts = (frame: Buffer): boolean => frame.subarray(0, FACTS.length).equals(FACTS)
