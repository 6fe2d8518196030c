import { createReadStream } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { House } from '../house.ts'

/** A message that Meta's double has taken: ours by its id, and when, in ms since 1970. */
export type Accepted = { readonly messageId: string; readonly wireId: string; readonly atMs: number }

/** Everything ever accepted, in the order it was, from the double's own journal. */
export async function readJournal({ folder }: House): Promise<readonly Accepted[]> {
  const accepted: Accepted[] = []
  const lines = createInterface({
    input: createReadStream(path.join(folder, 'emulator', 'journal.jsonl')),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  for await (const line of lines) {
    if (!line.startsWith(MESSAGE)) continue
    const [, wireId, row, isPatch] = JSON.parse(line) as [string, string, Row | undefined, 1 | undefined]
    if (isPatch === 1 || row?.from !== 'business') continue
    accepted.push({ messageId: row.send?.callbackData ?? '', wireId, atMs: row.at })
  }
  return accepted
}

type Row = { from: string; at: number; send: { callbackData: string | null } | null }
const MESSAGE = '["messages",'

/** The most instants that lie in any stretch of so many ms; `sortedMs` ascending. */
export function mostWithin(sortedMs: readonly number[], stretchMs: number): number {
  let most = 0
  let first = 0
  for (const [last, atMs] of sortedMs.entries()) {
    while ((sortedMs[first] ?? atMs) <= atMs - stretchMs) first += 1
    most = Math.max(most, last - first + 1)
  }
  return most
}
