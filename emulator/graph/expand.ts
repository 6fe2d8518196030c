import { type Fields, fieldsOf, isFields } from '../json.ts'
import type { GraphCall } from './call.ts'
import { readSelection, type Selected } from './selection.ts'

/** Edges that may be asked for among the fields of a node: each answers like a call of its own. */
const EDGES = [
  'phone_numbers',
  'message_templates',
  'subscribed_apps',
  'flows',
  'whatsapp_business_profile',
  'message_qrdls',
  'owned_whatsapp_business_accounts',
]

/**
 * Answers a call whose `fields` name edges: `{waba}?fields=name,phone_numbers.limit(2){id}` (Graph API, Field expansion,
 * 2025-11). Of a list, each row has them. Edges within edges, too. A call without any is answered as it came.
 */
export async function expand(call: GraphCall, answer: (call: GraphCall) => Fields | Promise<Fields>): Promise<Fields> {
  const selected = readSelection(call.method === 'GET' ? (call.query['fields'] ?? '') : '')
  const edges = selected.filter(({ name }) => EDGES.includes(name))
  if (edges.length === 0) return answer(call)
  const own = selected.filter((one) => !edges.includes(one)).map(({ text }) => text)
  const body = await answer({ ...call, query: { ...call.query, fields: own.join(',') || 'id' } })
  const { data } = body
  if (!Array.isArray(data)) return withEdges(body, edges, call, answer)
  const rows: unknown[] = []
  for (const row of data) rows.push(isFields(row) ? await withEdges(row, edges, call, answer) : row)
  return { ...body, data: rows }
}

async function withEdges(
  node: Fields,
  edges: readonly Selected[],
  call: GraphCall,
  answer: (call: GraphCall) => Fields | Promise<Fields>,
): Promise<Fields> {
  const found: Record<string, unknown> = {}
  for (const { name, args, fields } of edges) {
    const query = { ...args, ...(fields === undefined ? {} : { fields }) }
    found[name] = fieldsOf(await expand({ ...call, path: [String(node['id']), name], query }, answer))
  }
  return { ...node, ...found }
}
