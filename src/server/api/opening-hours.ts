import { ok } from '#base/result.ts'
import { type Instant, isoOrNull, toIso } from '#base/time.ts'
import { LANGUAGES } from '#base/language.ts'
import type { KeptHoursView, OpeningHoursView } from '#contract/opening-hours.ts'
import type { AccountId, LineId } from '#core/account/account.ts'
import { HOLIDAYS } from '#core/calendar/holiday.ts'
import { awayContent, type KeptHours, LONGEST_OPENING, withOpening } from '#core/opening-hours/away.ts'
import { wrongIn } from '#core/opening-hours/opening-hours.ts'
import { periodAt } from '#core/opening-hours/period.ts'
import { type Refusal, refusal } from '#core/refusal/refusal.ts'
import type { ChannelId } from '#core/line/line.ts'
import type { ScopedHours } from '#store/opening-hours.ts'
import type { Caller } from '../auth.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

type Names = 'getOpeningHours' | 'putOpeningHours' | 'putLineHours' | 'listHoursChanges'

/** When somebody is there. Every change is kept with who made it and how it was before. */
export function openingHoursHandlers(parts: ApiParts): Handlers<Names> {
  const { openingHours, directory, registry, clock, channels } = parts

  const viewOf = (accountId: AccountId): OpeningHoursView => {
    const all = directory.openingHours(accountId)
    const company = keptOf(all, null)
    const now = clock.now()
    return {
      company: company && mutable(company),
      companyNow: nowOf(company, now),
      lines: directory.lines(accountId).map(({ lineId }) => {
        const own = keptOf(all, lineId)
        return { lineId, own: own && mutable(own), now: nowOf(own ?? company, now) }
      }),
      holidayCountries: Object.keys(HOLIDAYS),
    }
  }

  async function put({ accountId, actor }: Caller, lineId: LineId | null, kept: KeptHours | null) {
    const wrong = kept && reasonsAgainst(kept, channels, clock.now())
    if (wrong && wrong.length > 0) return { ok: false as const, error: wrong }
    const agentId = actor.kind === 'agent' ? actor.agentId : null
    await openingHours.put(accountId, lineId, kept, { at: clock.now(), agentId })
    await registry.announce('settings')
    await directory.reload()
    return ok(viewOf(accountId))
  }

  return {
    getOpeningHours: async ({ caller: { accountId } }) => ok(viewOf(accountId)),
    putOpeningHours: ({ caller, body }) => put(caller, null, body.kept),
    putLineHours: async ({ caller, params, body }) => {
      const lineId = params.id as LineId
      if (!directory.byId(caller.accountId, lineId)) return no('line-missing', { field: 'id', found: params.id })
      return put(caller, lineId, body.kept)
    },
    listHoursChanges: async ({ caller: { accountId }, query }) => {
      const nameOf = directory.nameOf(accountId)
      const { data, next } = await openingHours.changes(accountId, { ...query, cursor: query.cursor ?? null })
      const shown = data.map(({ changeId, at, agentId, lineId, before, after }) => ({
        ...{ id: changeId, at: toIso(at), by: agentId && nameOf({ kind: 'agent', agentId }), lineId },
        ...{ before: before && mutable(before), after: after && mutable(after) },
      }))
      return ok({ data: shown, next })
    },
  }
}

const keptOf = (all: readonly ScopedHours[], lineId: LineId | null): KeptHours | null =>
  all.find((one) => one.lineId === lineId)?.kept ?? null

const mutable = (kept: KeptHours): KeptHoursView => structuredClone(kept) as KeptHoursView

function nowOf(kept: KeptHours | null, now: Instant): OpeningHoursView['companyNow'] {
  if (kept === null) return null
  const { isOpen, from, until } = periodAt(kept.hours, now)
  return { isOpen, from: isoOrNull(from), until: isoOrNull(until) }
}

/** What no schema can say: of the hours, and of every text as the channel would be given it. */
function reasonsAgainst(
  { hours, away }: KeptHours,
  channels: ApiParts['channels'],
  now: Instant,
): readonly Refusal[] | null {
  const wrong = wrongIn(hours)
  if (wrong) return [wrong]
  if (away === null) return []
  const written = LANGUAGES.filter((language) => away.texts[language] !== null)
  if (written.length === 0) return [refusal('text-empty', { field: 'away.texts', found: '0', expected: '1 or more' })]
  const widest = withOpening(away, 'x'.repeat(LONGEST_OPENING))
  return written.flatMap((language) => {
    const content = awayContent(widest, hours, { person: language, company: language }, now)
    const refusals = content === null ? [] : (channels.get(CHANNEL)?.check(content) ?? [])
    return refusals.map((one) => ({ ...one, field: `away.texts.${language}.${one.field ?? ''}` }))
  })
}

/** Away messages are said on it; one that has tighter limits would be asked, too. */
const CHANNEL: ChannelId = 'whatsapp'
