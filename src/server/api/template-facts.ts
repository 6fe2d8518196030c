import { isoOrNull, plus, toIso } from '#base/time.ts'
import { ok } from '#base/result.ts'
import { actorView } from '#contract/convert-actor.ts'
import { bodyView } from '#contract/convert-template.ts'
import type { LineId, TemplateId } from '#core/account/account.ts'
import { differenceOf } from '#core/template/form/difference.ts'
import type { KeptTemplate, TemplateVersion } from '#core/template/kept.ts'
import { CREATIONS_PER_HOUR, NAME_BLOCKED, TEMPLATES_MAX } from '#core/template/life/limits.ts'
import { creationFreeAt, creationsLeft } from '#core/template/life/rules.ts'
import { groupUsageOf } from '../template-usage.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

/** What is left of Meta's limits, and what a template said before. */
export function templateFactHandlers(parts: ApiParts): Handlers<'templateLimits' | 'listTemplateVersions'> {
  const { templates, directory, clock, notices } = parts
  return {
    templateLimits: async ({ caller: { accountId }, query }) => {
      const line = directory.byId(accountId, query.lineId as LineId)
      if (!line) return no('line-missing', { field: 'lineId', found: query.lineId })
      const now = clock.now()
      const [usage, standing] = await Promise.all([
        groupUsageOf(templates, accountId, line.groupKey, now),
        notices.standing(accountId),
      ])
      const group = new Set(
        directory.lines(accountId).flatMap(({ groupKey, lineId }) => (groupKey === line.groupKey ? [lineId] : [])),
      )
      const limits = standing.filter(({ aspect, lineId }) => aspect === 'limit' && group.has(lineId))
      const isVerified = usage.used > TEMPLATES_MAX.any || limits.some(({ value }) => !UNVERIFIED.has(value))
      return ok({
        creations: {
          left: creationsLeft(usage, now),
          most: CREATIONS_PER_HOUR,
          freeAt: isoOrNull(creationFreeAt(usage, now)),
        },
        templates: {
          used: usage.used,
          most: isVerified ? TEMPLATES_MAX.verified : TEMPLATES_MAX.any,
          isCertain: usage.used > TEMPLATES_MAX.any,
        },
        blockedNames: usage.deletedNames.map(({ name, at }) => ({ name, until: toIso(plus(at, NAME_BLOCKED)) })),
      })
    },
    listTemplateVersions: async ({ caller: { accountId }, params }) => {
      const kept = await templates.get(accountId, params.id as TemplateId)
      if (!kept) return no('template-missing', { field: 'id', found: params.id })
      const versions = await templates.versions(accountId, kept.template.templateId)
      const nameOf = directory.nameOf(accountId)
      const data = versions.map(({ version, body, by, at }) => ({
        ...{ version, content: bodyView(body), at: toIso(at), isApproved: version === kept.approvedVersion },
        by: by && { ...actorView(by), name: nameOf(by) },
      }))
      return ok({ data, difference: differenceIn(kept, versions) })
    },
  }
}

/** A portfolio that writes to more people than this a day was verified, or did well for long (cloud-api §4.2) [K]. */
const UNVERIFIED: ReadonlySet<string> = new Set(['TIER_50', 'TIER_250', 'TIER_NOT_SET'])

/** Of the draft to what was approved; without a draft, of the newest version. */
function differenceIn(kept: KeptTemplate, versions: readonly TemplateVersion[]) {
  const [newest] = versions
  const base = versions.find(({ version }) => version === kept.approvedVersion) ?? newest
  const to = kept.draft?.body ?? newest?.body
  if (base === undefined || to === undefined || (kept.draft === null && base === newest)) return null
  const components = differenceOf(base.body, to).map((part) => ({ ...part, words: [...part.words] }))
  return { from: base.version, to: kept.draft === null ? (newest?.version ?? null) : null, components }
}
