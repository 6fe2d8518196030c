import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Status } from '#emulator/world/model.ts'

/** A message of ours that Meta took. */
export type Accepted = { readonly wamid: string; readonly key: string; readonly phone: string; readonly status: Status }

/** What the emulator's journal has of our messages with these keys: every acceptance, in the order they came. */
export function acceptedIn(folder: string, keys: ReadonlySet<string>): readonly Accepted[] {
  const found = new Map<string, Accepted>()
  for (const line of readFileSync(path.join(folder, 'emulator/journal.jsonl'), 'utf8').split('\n')) {
    if (!line.startsWith('["messages",')) continue
    const [, wamid, row] = parsed(line)
    if (row === undefined) continue
    const known = found.get(wamid)
    if (known) found.set(wamid, { ...known, status: row.status ?? known.status })
    const key = row.from === 'business' ? /clave ([0-9a-f-]{36})/.exec(JSON.stringify(row.message))?.[1] : undefined
    if (key !== undefined && keys.has(key)) {
      found.set(wamid, { wamid, key, phone: row.phone ?? '', status: row.status ?? 'waiting' })
    }
  }
  return [...found.values()]
}

type Row = {
  readonly from?: string
  readonly phone?: string | null
  readonly message?: unknown
  readonly status?: Status
}

/** The last line may be half written. */
function parsed(line: string): readonly [table: string, wamid: string, row?: Row] {
  try {
    return JSON.parse(line) as [string, string, Row]
  } catch {
    return ['', '']
  }
}
