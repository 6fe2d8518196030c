import { useEffect, useState } from 'react'
import { control } from '../control/client.ts'
import type { GraphCall, WebhookDelivery } from '../control/types.ts'
import { useApp, useChat } from '../state/store.ts'
import { useZone } from '../state/use-now.ts'
import { clockTime } from '../text/time.ts'
import { useWords } from '../words/index.ts'
import { Segments } from './fields.tsx'

const shown = 20
const settleMs = 500

type Entry = { key: string; at: number; title: string; status: number; note: string; body: unknown }

/** The last calls between Meta and the business, read again whenever the open chat changes. */
export function WireLog() {
  const words = useWords()
  const zone = useZone()
  const chat = useChat()
  const faults = useApp((state) => state.faults)
  const [side, setSide] = useState<'webhooks' | 'graph'>('webhooks')
  const [entries, setEntries] = useState<Entry[]>([])

  useEffect(() => {
    let wanted = true
    const read = async () => {
      const rows =
        side === 'webhooks'
          ? (await control.webhooks(shown)).map((row) => webhookEntry(row, words.attempts))
          : (await control.graphCalls(shown)).map(graphEntry)
      if (wanted) setEntries(rows)
    }
    const timer = window.setTimeout(() => read().catch(() => undefined), settleMs)
    return () => {
      wanted = false
      window.clearTimeout(timer)
    }
  }, [side, chat, faults, words])

  return (
    <div className="flex min-h-0 flex-col gap-2">
      <Segments
        label={words.log}
        hideLabel
        value={side}
        options={[
          ['webhooks', words.logWebhooks],
          ['graph', words.logGraph],
        ]}
        onChange={setSide}
      />
      {entries.length === 0 && <p className="text-[12px]/4.5 text-text-3">{words.logEmpty}</p>}
      <ul className="flex flex-col">
        {entries.map((entry) => (
          <li key={entry.key} className="border-b border-border last:border-b-0">
            <details>
              <summary className="flex min-h-7 items-center gap-2 py-1 text-[12px]/4 -outline-offset-2">
                <span className="text-text-3 tabular-nums">{clockTime(entry.at, zone)}</span>
                <span className="min-w-0 flex-1 truncate font-medium">{entry.title}</span>
                {entry.note !== '' && <span className="shrink-0 text-warn">{entry.note}</span>}
                <span
                  className={`shrink-0 font-semibold tabular-nums ${entry.status >= 200 && entry.status < 300 ? 'text-text-3' : 'text-danger'}`}
                >
                  {entry.status || '—'}
                </span>
              </summary>
              <pre
                tabIndex={0}
                className="mb-2 max-h-64 overflow-auto rounded-[4px] border border-border bg-canvas p-2 font-mono text-[11px]/4 text-text-2"
              >
                {JSON.stringify(entry.body, null, 2)}
              </pre>
            </details>
          </li>
        ))}
      </ul>
    </div>
  )
}

const webhookEntry = (row: WebhookDelivery, attempts: (count: number) => string): Entry => ({
  key: `${row.id}/${row.attempts}`,
  at: row.at,
  title: subjectOf(row.body),
  status: row.status,
  note: row.attempts > 1 ? attempts(row.attempts) : '',
  body: row.body,
})

const graphEntry = (row: GraphCall, index: number): Entry => ({
  key: `${row.at}/${index}`,
  at: row.at,
  title: `${row.method} ${row.path}`,
  status: row.status,
  note: '',
  body: { request: row.body, response: row.response },
})

/** “messages · text”, “statuses · delivered” …: what a delivery is about, from its body. */
function subjectOf(body: unknown): string {
  const text = JSON.stringify(body) ?? ''
  const status = /"statuses":\[\{.*?"status":"(\w+)"/.exec(text)?.[1]
  if (status !== undefined) return `statuses · ${status}`
  const type = /"messages":\[\{.*?"type":"(\w+)"/.exec(text)?.[1]
  if (type !== undefined) return `messages · ${type}`
  return /"field":"(\w+)"/.exec(text)?.[1] ?? 'webhook'
}
