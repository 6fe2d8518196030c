import { ok } from '#base/result.ts'
import { toIso } from '#base/time.ts'
import { dateIn } from '#base/zone.ts'
import type { AccountId, AgentId, LineId, MessageId } from '#core/account/account.ts'
import { decimalOf } from '#core/cost/money.ts'
import { policyOn } from '#core/cost/policy.ts'
import { cardOn } from '#core/cost/rate-card.ts'
import { writeCsv } from '#core/cost/csv.ts'
import type { CostFilter, Group, KeptRow, ReportRow } from '#store/costs.ts'
import { pricesOf } from '../costs/billing.ts'
import { type ApiParts, type Call, type Handlers } from './call.ts'

type Names = 'costReport' | 'exportCosts' | 'costSummary' | 'listCostRows' | 'checkCosts'
type Filter = Pick<Call<'costReport'>['query'], 'from' | 'to' | 'lineId' | 'category' | 'market' | 'purpose'>

/** What was spent, on what and by whom. */
export function costHandlers(parts: ApiParts): Handlers<Names> {
  const { costs, clock } = parts
  return {
    costReport: async ({ caller: { accountId }, query }) => {
      const { group, limit, cursor = null } = query
      const { data, next } = await costs.report(accountId, { ...filterOf(query), group, limit, cursor })
      const nameOf = namesIn(parts, accountId, group)
      return ok({ data: data.map((row) => ({ ...row, name: nameOf(row.key) })), next })
    },
    exportCosts: (call) => exported(parts, call),
    costSummary: async ({ caller: { accountId }, query }) => {
      const [sums, prices, spending] = await Promise.all([
        costs.sums(accountId, filterOf(query)),
        pricesOf(parts, accountId),
        costs.spending(accountId, query.to),
      ])
      const { freeService } = policyOn(`${query.to}-01`)
      const used = (lineId: LineId) =>
        spending
          .filter((each) => each.month === query.to && each.lineId === lineId && each.outcome === 'allowance')
          .reduce((sum, { messages }) => sum + messages, 0)
      return ok({
        sums: [...sums],
        allowances:
          freeService === null
            ? []
            : prices.map(({ line }) => ({ lineId: line.lineId, used: used(line.lineId), of: freeService })),
        demonstration: prices.some(
          ({ book }) => cardOn(book.cards, book.currency, dateIn(book.timeZone, clock.now()))?.demonstration,
        ),
      })
    },
    listCostRows: async ({ caller, query: { month, messageId, limit, cursor = null } }) => {
      const ask = { month, messageId: (messageId ?? null) as MessageId | null, limit, cursor }
      const { data, next } = await costs.rows(caller.accountId, ask)
      return ok({ data: data.map(toRowView), next })
    },
    checkCosts: async ({ caller }) => {
      const { isBalanced: balanced, micros: sums, ...counts } = await costs.check(caller.accountId)
      return ok({ balanced, ...counts, sums: [...sums] })
    },
  }
}

const filterOf = ({ from, to, lineId, category, market, purpose }: Filter): CostFilter => ({
  from,
  to,
  lineId: (lineId ?? null) as LineId | null,
  category: category ?? null,
  market: market ?? null,
  purpose: purpose ?? null,
})

/** What people call a group; of what has no name of ours, the key itself. */
function namesIn({ directory }: ApiParts, accountId: AccountId, group: Group): (key: string) => string {
  if (group === 'line') {
    const lines = new Map(directory.lines(accountId).map((line) => [line.lineId as string, line.name]))
    return (key) => lines.get(key) ?? key
  }
  if (group !== 'author') return (key) => (group === 'template' ? key.replace('|', ' · ') : key)
  const nameOf = directory.nameOf(accountId)
  return (key) =>
    key.startsWith('agent:') ? (nameOf({ kind: 'agent', agentId: key.slice(6) as AgentId }) ?? key) : key
}

/** Pages of a file; a company with more groups than this many pages reads the API. */
const PAGE = 100
const MOST_PAGES = 200

async function exported(parts: ApiParts, { caller: { accountId }, query, reply }: Call<'exportCosts'>) {
  const { group } = query
  const nameOf = namesIn(parts, accountId, group)
  const rows: ReportRow[] = []
  let cursor: string | null = null
  for (let count = 0; count < MOST_PAGES; count++) {
    const page: Awaited<ReturnType<typeof parts.costs.report>> = await parts.costs.report(accountId, {
      ...filterOf(query),
      group,
      limit: PAGE,
      cursor,
    })
    rows.push(...page.data)
    cursor = page.next
    if (cursor === null) break
  }
  const csv = writeCsv([
    ['from', 'to', group, 'name', 'messages', 'charged', 'free', 'unpriced', 'amount', 'currency'],
    ...rows.map((row) => [
      ...[query.from, query.to, row.key, nameOf(row.key), row.messages, row.charged, row.free, row.unpriced],
      ...[decimalOf(row.micros), row.currency],
    ]),
  ])
  const name = `costs-${group}-${query.from}-${query.to}.csv`
  await reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(`\uFEFF${csv}`)
  return ok(undefined)
}

const toRowView = (row: KeptRow) => ({
  id: row.rowId,
  messageId: row.messageId,
  conversationId: row.conversationId,
  revision: row.revision,
  messages: row.messages,
  month: row.month,
  lineId: row.lineId,
  market: row.market,
  category: row.category,
  template: row.template || null,
  author: row.author,
  outcome: row.outcome,
  policy: row.policy,
  cardId: row.cardId,
  micros: row.micros,
  currency: row.currency,
  deliveredAt: toIso(row.deliveredAt),
  recordedAt: toIso(row.recordedAt),
})
