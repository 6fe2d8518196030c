import { createHash } from 'node:crypto'
import { inspect } from 'node:util'
import { isUuid } from '#base/ids.ts'
import { type Instant, toIso } from '#base/time.ts'
import type { SetAside } from '../ledger.ts'
import { timestamp } from './rows.ts'
import { json, type Statement, statement, type Value } from './transaction.ts'

type SetAsideWrite = { readonly what: Statement; readonly values: readonly Value[]; readonly rows: null }

/**
 * The entries and, once for each delivery, its whole body. The same part of the same delivery stays one entry: after it
 * was released it waits again; after it was dismissed it stays so.
 */
export function setAsideWrites(entries: readonly SetAside[], now: Instant): SetAsideWrite[] {
  if (entries.length === 0) return []
  const bodies = new Map(entries.map(({ delivery }) => [delivery.deliveryId, delivery]))
  const keep = [...bodies.values()].map(({ deliveryId, channel, appId, receivedAt, body }) => ({
    what: KEEP_BODY,
    values: [deliveryId, channel, appId, timestamp(receivedAt), body],
    rows: null,
  }))
  const rows = entries.map(({ accountId, delivery, reason, raw }) => {
    const text = rawText(raw)
    return {
      account_id: accountId,
      delivery_id: delivery.deliveryId,
      digest: createHash('sha256').update(text).digest('base64url'),
      ...lineIn(raw),
      reason,
      raw: text,
      at: timestamp(now),
    }
  })
  return [...keep, { what: SET_ASIDE, values: [json(rows), toIso(now)], rows: null }]
}

/** Commands name our line, what was never made a command the line as the delivery calls it; other parts name none. */
function lineIn(raw: unknown): { readonly line_id: string | null; readonly line_key: string | null } {
  const { line, lineKey } = (raw ?? {}) as { line?: { lineId?: unknown }; lineKey?: { key?: unknown } }
  const { lineId } = line ?? {}
  const key = lineKey?.key
  return {
    line_id: typeof lineId === 'string' && isUuid(lineId) ? lineId : null,
    line_key: typeof key === 'string' ? key : null,
  }
}

/** What nobody understands is kept as text: it may be nested deeper than PostgreSQL's JSON can be, or no JSON at all. */
function rawText(raw: unknown): string {
  if (typeof raw === 'string') return raw
  try {
    return JSON.stringify(raw) ?? String(raw)
  } catch {
    return inspect(raw, { depth: 20, maxArrayLength: null, maxStringLength: null })
  }
}

/** A repetition makes the body young again: what is old and belongs to no entry is removed. */
const KEEP_BODY = statement(
  'keep-set-aside-body',
  `insert into set_aside_body (delivery_id, channel, app_id, received_at, body) values ($1, $2, $3, $4, $5)
   on conflict (delivery_id) do update set received_at = excluded.received_at`,
)
const SET_ASIDE = statement(
  'commit-set-aside',
  `insert into set_aside (account_id, delivery_id, digest, line_id, line_key, reason, raw, at)
   select distinct on (account_id, delivery_id, digest) * from json_to_recordset($1)
     as row(account_id uuid, delivery_id text, digest text, line_id uuid, line_key text, reason text, raw text, at timestamptz)
   on conflict (delivery_id, digest, account_id) where digest is not null do update
   set reason = excluded.reason, state = 'waiting', settled_at = null, times = set_aside.times + 1,
     history = set_aside.history || case when set_aside.state = 'released'
       then jsonb_build_array(jsonb_build_object('did', 'returned', 'by', null, 'at', $2::text)) else '[]' end
   where set_aside.state <> 'dismissed'`,
)
