import { ok } from '#base/result.ts'
import { instant, toIso } from '#base/time.ts'
import type { LineId } from '#core/account/account.ts'
import { explainProblem } from '#core/problem/explain.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

/** What messages of a number failed with. */
export function failureHandlers({ directory, numbers }: ApiParts): Handlers<'lineFailures'> {
  return {
    lineFailures: async ({ caller: { accountId }, params, query, language }) => {
      const line = directory.byId(accountId, params.id as LineId)
      if (!line) return no('line-missing', { field: 'id', found: params.id })
      const { tried, failures } = await numbers.sends(accountId, line.lineId, instant(Date.parse(query.since)))
      const codes = failures.map(({ code, messages, lastAt, lastConversationId }) => {
        const { fault, cause, advice } = explainProblem(code, language)
        return { code, messages, lastAt: toIso(lastAt), lastConversationId, fault, cause, advice }
      })
      return ok({ tried, codes })
    },
  }
}
