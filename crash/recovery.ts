import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { House } from './house.ts'
import type { Load } from './load.ts'
import { messagesBody } from './told.ts'

/** Milliseconds until a fresh message was acknowledged and shown, and a fresh one of ours had left; at most the patience. */
export async function recovery(house: House, load: Load, patienceMs: number): Promise<number> {
  const startedMs = Date.now()
  const sentBefore = load.keys.size
  const wamid = `wamid.${randomUUID()}`
  const body = messagesBody(house.demo, '5215700000001', [{ wamid, text: '¿Siguen ahí?' }])
  let isTaken = false
  while (Date.now() - startedMs <= patienceMs) {
    isTaken ||= (await house.knock(body)) === 200
    const keys = [...load.keys].slice(sentBefore).map((key) => `clave ${key}`)
    if (isTaken && keys.length > 0) {
      const [row] = await house.ask<{ seen: boolean; left: boolean }>(SEEN, [wamid, keys]).catch(() => [])
      if (row?.seen && row.left) break
    }
    await pause(20)
  }
  return Date.now() - startedMs
}

const SEEN = `
  select exists (select from message where wire_id = $1) as seen,
    exists (select from message where direction = 'out' and rest ->> 'status' not in ('queued', 'sending')
      and coalesce(rest #>> '{content,text}', rest #>> '{content,caption}') = any($2::text[])) as left`
