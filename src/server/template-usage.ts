import { days, type Instant, milliseconds, plus } from '#base/time.ts'
import type { AccountId } from '#core/account/account.ts'
import type { KeptTemplate } from '#core/template/kept.ts'
import { CREATION_SPAN, NAME_BLOCKED } from '#core/template/life/limits.ts'
import type { GroupUsage, Usage } from '#core/template/life/rules.ts'
import type { Templates } from '#store/templates.ts'

/** What of Meta's limits one template and its group have used. */
export async function usageOf(templates: Templates, { template }: KeptTemplate, now: Instant): Promise<Usage> {
  const { accountId, groupKey, templateId, name } = template
  const [group, edited] = await Promise.all([
    groupUsageOf(templates, accountId, groupKey, now),
    templates.times(accountId, { templateId }, ['edited-approved'], plus(now, days(-30))),
  ])
  return { ...group, edited, nameDeletedAt: group.deletedNames.find((deleted) => deleted.name === name)?.at ?? null }
}

export async function groupUsageOf(
  templates: Templates,
  accountId: AccountId,
  groupKey: string,
  now: Instant,
): Promise<GroupUsage> {
  const before = (span: number) => plus(now, milliseconds(-span))
  const [created, used, deletedNames] = await Promise.all([
    templates.times(accountId, { groupKey }, ['created'], before(CREATION_SPAN)),
    templates.used(accountId, groupKey),
    templates.deletedNames(accountId, groupKey, before(NAME_BLOCKED)),
  ])
  return { created, used, deletedNames }
}
