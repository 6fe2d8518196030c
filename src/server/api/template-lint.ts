import { type Duration, type Instant, plus, seconds } from '#base/time.ts'
import { ok } from '#base/result.ts'
import type { LintView } from '#contract/template-lint.ts'
import type { AccountId, LineId } from '#core/account/account.ts'
import { languageOf } from '#base/language.ts'
import { type OtherTemplate, normalisedText } from '#core/template/lint/advice/twins.ts'
import type { LintReport } from '#core/template/lint/finding.ts'
import { lint, wordsToSpell } from '#core/template/lint/lint.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

/** Templates judged while they are written. Nothing is stored. */
export function templateLintHandlers(parts: ApiParts): Handlers<'lintTemplate'> {
  const { directory, ownWords, speller } = parts
  const others = otherTemplates(parts)
  return {
    lintTemplate: async ({ caller, query, body, request }) => {
      const { accountId } = caller
      const line = query.lineId === undefined ? null : directory.byId(accountId, query.lineId as LineId)
      if (query.lineId !== undefined && !line) return no('line-missing', { field: 'lineId', found: query.lineId })
      const account = directory.account(accountId)
      const own = new Set([
        ...wordsOf(`${account?.name ?? ''},${line?.name ?? ''},${query.words ?? ''}`),
        ...(await ownWords.list(accountId)),
      ])
      const language = typeof body['language'] === 'string' ? body['language'] : ''
      const isAsked = query.spelling === 'true'
      const misspelt = isAsked ? await speller.misspelt(wordsToSpell(body, own), language) : null
      const report = lint(body, {
        language: languageOf(request.headers['accept-language']),
        others: await others(accountId, line?.groupKey ?? null),
        ownWords: own,
        market: line?.country || account?.country || null,
        ...(misspelt === null ? {} : { misspelt }),
      })
      return ok(toLintView(report))
    },
  }
}

const toLintView = ({ findings, predictedCategory, why }: LintReport): LintView => ({
  findings: [...findings],
  predictedCategory,
  why: { ...why, clues: [...why.clues] },
})

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .match(/\p{L}[\p{L}'’]*/gu)
      ?.slice(0, 500) ?? [],
  )

/** Somebody who types asks several times a second; the account's templates change a few times a day. */
const GOOD_FOR: Duration = seconds(10)
const PAGE = 100
/** Meta's limit of templates for a verified portfolio (cloud-api §1). */
const PAGES_MAX = 6_000 / PAGE
const ACCOUNTS_KEPT = 50

type Read = { readonly until: Instant; readonly templates: Promise<readonly OtherTemplate[]> }

/** The texts of an account's templates, read once in a while. */
function otherTemplates({ views, clock }: Pick<ApiParts, 'views' | 'clock'>) {
  const known = new Map<string, Read>()
  return (accountId: AccountId, groupKey: string | null): Promise<readonly OtherTemplate[]> => {
    const key = `${accountId} ${groupKey ?? ''}`
    const now = clock.now()
    const last = known.get(key)
    if (last && last.until > now) return last.templates
    const templates = readAll(views, accountId, groupKey)
    templates.catch(() => known.delete(key))
    known.delete(key)
    known.set(key, { until: plus(now, GOOD_FOR), templates })
    const [oldest] = known.keys()
    if (known.size > ACCOUNTS_KEPT && oldest !== undefined) known.delete(oldest)
    return templates
  }
}

async function readAll(
  views: ApiParts['views'],
  accountId: AccountId,
  groupKey: string | null,
): Promise<readonly OtherTemplate[]> {
  const found: OtherTemplate[] = []
  let cursor: string | null = null
  for (let page = 0; page < PAGES_MAX; page++) {
    const filter = { groupKey, q: null, status: null, limit: PAGE, cursor }
    const { data, next }: Awaited<ReturnType<typeof views.templates>> = await views.templates(accountId, filter)
    for (const { name, language, body, footer } of data) {
      found.push({ name, language, text: normalisedText(body, footer) })
    }
    if (next === null) break
    cursor = next
  }
  return found
}
