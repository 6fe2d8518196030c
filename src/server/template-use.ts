import type { Clock } from '#base/time.ts'
import type { AccountId, Actor } from '#core/account/account.ts'
import type { TemplateRef } from '#core/template/template.ts'
import type { Templates } from '#store/templates.ts'

/** Notes that somebody sent a template; the same person, template and day cost one write per process. */
export type TemplateUse = (accountId: AccountId, template: TemplateRef | null, by: Actor) => Promise<void>

const MOST_KNOWN = 10_000
const DAY_MS = 86_400_000

export function createTemplateUse(templates: Pick<Templates, 'noteUse'>, clock: Clock): TemplateUse {
  const known = new Set<string>()
  return async (accountId, template, by) => {
    if (template === null || by.kind !== 'agent') return
    const now = clock.now()
    const key = JSON.stringify([by.agentId, template, Math.floor(now / DAY_MS)])
    if (known.has(key)) return
    await templates.noteUse(accountId, template, by.agentId, now)
    if (known.size >= MOST_KNOWN) known.clear()
    known.add(key)
  }
}
