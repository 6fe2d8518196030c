import { toIso } from '#base/time.ts'
import { ok } from '#base/result.ts'
import { toContactView } from '#contract/convert-contact.ts'
import type { ApiParts, Handlers } from './call.ts'
import { evidenceViews } from './evidence.ts'

/** Who seems to be in the company's contacts twice. */
export const duplicateHandlers = ({ duplicates }: ApiParts): Handlers<'listDuplicates'> => ({
  listDuplicates: async ({ caller: { accountId }, query, language }) => {
    const { kind = null, q = null, limit, cursor = null } = query
    const { data, next } = await duplicates.list(accountId, { kind, q, limit, cursor })
    return ok({
      data: data.map(({ one, other, evidence, foundAt }) => ({
        contacts: [toContactView(one), toContactView(other)],
        evidence: evidenceViews(evidence, language),
        foundAt: toIso(foundAt),
      })),
      next,
    })
  },
})
