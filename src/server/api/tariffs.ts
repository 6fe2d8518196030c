import { ok } from '#base/result.ts'
import { isoOrNull } from '#base/time.ts'
import { dateIn } from '#base/zone.ts'
import type { CardView, ImportView } from '#contract/costs.ts'
import type { AccountId, LineId } from '#core/account/account.ts'
import { withDemonstration } from '#core/cost/billing.ts'
import type { BadLine, CardDraft } from '#core/cost/card-file.ts'
import { estimate } from '#core/cost/price.ts'
import { cardOn, DEMONSTRATION_CARD, type PriceCategory, RATES, type RateCard } from '#core/cost/rate-card.ts'
import { readCard } from '#core/cost/read-card.ts'
import { lineProblemWords } from '#core/cost/words.ts'
import { refusal } from '#core/refusal/refusal.ts'
import type { Language } from '#base/language.ts'
import { failed } from '#base/result.ts'
import type { ImportedCard } from '#store/costs.ts'
import { billingsOf, pricesOf } from '../costs/billing.ts'
import { type ApiParts, type Call, type Handlers, no } from './call.ts'

type Names = 'getPrices' | 'estimateCost' | 'listCards' | 'importCard' | 'listBilling' | 'setBilling'

/** Cards, how accounts are billed, and what a message will cost by them. */
export function tariffHandlers(parts: ApiParts): Handlers<Names> {
  const { costs, directory, registry } = parts
  return {
    getPrices: async ({ caller: { accountId } }) => {
      const lines = await pricesOf(parts, accountId)
      return ok({
        cards: await cardViews(parts, accountId),
        stops: directory.rights(accountId).budgetStops.map((stop) => ({ ...stop })),
        lines: lines.map(({ line, month, book: { timeZone, currency, freeServiceLeft, volumes } }) => ({
          ...{ lineId: line.lineId, month, timeZone, currency, freeServiceLeft, volumes: { ...volumes } },
        })),
      })
    },
    estimateCost: (call) => estimated(parts, call),
    listCards: async ({ caller }) => ok({ data: await cardViews(parts, caller.accountId), next: null }),
    importCard: (call) => imported(parts, call),
    listBilling: async ({ caller }) => {
      const billings = await billingsOf(parts, caller.accountId)
      return ok({ data: billings.map(({ groupKey, ...rest }) => ({ wabaId: groupKey, ...rest })), next: null })
    },
    setBilling: async ({ caller: { accountId }, body }) => {
      const isOurs = directory.lines(accountId).some(({ groupKey }) => groupKey === body.wabaId)
      if (!isOurs) return no('not-found', { field: 'wabaId', found: body.wabaId })
      const { wabaId: groupKey, timeZone, currency } = body
      await costs.setBilling(accountId, { groupKey, timeZone, currency })
      await registry.announce('costs')
      return ok(body)
    },
  }
}

async function estimated(parts: ApiParts, { caller: { accountId }, body }: Call<'estimateCost'>) {
  const prices = await pricesOf(parts, accountId)
  const own = prices.find(({ line }) => line.lineId === (body.lineId as LineId | undefined))
  const asked = body.lineId === undefined && prices.length === 1 ? prices[0] : own
  if (!asked) return no('line-missing', { field: 'lineId', found: body.lineId ?? 'null' })
  const category = body.category ?? (await categoryOf(parts, asked.line.groupKey, accountId, body.template))
  if (!category) return no('template-missing', { field: 'template', found: body.template?.name ?? 'null' })
  const { clock } = parts
  const { total, markets, unpriced } = estimate(asked.book, { category, countries: body.countries, at: clock.now() })
  const card = cardOn(asked.book.cards, asked.book.currency, dateIn(asked.book.timeZone, clock.now()))
  return ok({
    category,
    currency: total.currency,
    micros: total.micros,
    markets: [...markets],
    unpriced,
    demonstration: card?.demonstration ?? false,
  })
}

async function categoryOf(
  { templates }: ApiParts,
  groupKey: string,
  accountId: AccountId,
  asked: { readonly name: string; readonly language: string } | undefined,
): Promise<PriceCategory | null> {
  const template = asked && (await templates.find(accountId, { groupKey, ...asked }))?.template
  return template ? (template.category.toLowerCase() as PriceCategory) : null
}

async function imported(parts: ApiParts, { caller, body, language }: Call<'importCard'>) {
  const { costs, registry, ids, clock } = parts
  const { accountId, actor } = caller
  const { effectiveFrom, rates, tiers = null, preview } = body
  const read = readCard({ rates, tiers, effectiveFrom })
  if (!read.ok) {
    if (preview) return ok({ card: null, stored: false, problems: read.error.map(problemIn(language)), changes: [] })
    return failed(
      read.error.map(({ file, line, found, expected }) =>
        refusal('rate-line-invalid', { field: line === 0 ? file : `${file}:${line}`, found, expected }),
      ),
    )
  }
  const before = cardOn(withDemonstration(await costs.cards(accountId)), read.value.currency, effectiveFrom)
  const now = clock.now()
  const card: ImportedCard = {
    ...read.value,
    cardId: ids.next(now),
    demonstration: false,
    importedAt: now,
    importedBy: actor.kind === 'agent' ? actor.agentId : null,
  }
  if (!preview) {
    await costs.addCard(accountId, card)
    await registry.announce('costs')
  }
  const view = toCardView(card, parts.directory.nameOf(accountId)(actor))
  return ok({ card: view, stored: !preview, problems: [], changes: changesTo(read.value, before) })
}

const problemIn =
  (language: Language) =>
  (bad: BadLine): ImportView['problems'][number] => ({ ...bad, message: lineProblemWords(bad.problem, language) })

function changesTo(card: CardDraft, before: RateCard | null): ImportView['changes'] {
  const markets = [...new Set([...Object.keys(before?.markets ?? {}), ...Object.keys(card.markets)])]
  return markets.flatMap((market) =>
    RATES.flatMap((rate) => {
      const [from, to] = [before, card].map((each) => each?.markets[market]?.[rate]?.[0]?.micros ?? null)
      return from === to ? [] : [{ market, rate, from: from ?? null, to: to ?? null }]
    }),
  )
}

async function cardViews({ costs, directory }: ApiParts, accountId: Call<'listCards'>['caller']['accountId']) {
  const nameOf = directory.nameOf(accountId)
  const cards = await costs.cards(accountId)
  return [
    toCardView({ ...DEMONSTRATION_CARD, importedAt: null }, null),
    ...cards.map((card) =>
      toCardView(card, card.importedBy === null ? null : nameOf({ kind: 'agent', agentId: card.importedBy })),
    ),
  ]
}

const toCardView = (
  card: RateCard & { readonly importedAt: ImportedCard['importedAt'] | null },
  importedBy: string | null,
): CardView => ({
  id: card.cardId,
  effectiveFrom: card.effectiveFrom,
  currency: card.currency,
  demonstration: card.demonstration,
  markets: card.markets as CardView['markets'],
  importedAt: isoOrNull(card.importedAt),
  importedBy,
})
