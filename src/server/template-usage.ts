import { days, type Instant, plus } from '#base/time.ts'
import type { KeptTemplate } from '#core/template/kept.ts'
import { CREATION_SPAN } from '#core/template/life/limits.ts'
import type { Usage } from '#core/template/life/rules.ts'
import type { Templates } from '#store/templates.ts'

/** What of Meta's limits one template and its group have used. */
export async function usageOf(templates: Templates, { template }: KeptTemplate, now: Instant): Promise<Usage> {
  const { accountId, groupKey, templateId, name } = template
  const [created, edited, used, nameDeletedAt] = await Promise.all([
    templates.times(accountId, { groupKey }, ['created'], plus(now, -CREATION_SPAN as typeof CREATION_SPAN)),
    templates.times(accountId, { templateId }, ['edited-approved'], plus(now, days(-30))),
    templates.used(accountId, groupKey),
    templates.nameDeletedAt(accountId, groupKey, name),
  ])
  return { created, edited, used, nameDeletedAt }
}
