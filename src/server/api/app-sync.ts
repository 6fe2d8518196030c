import { ok } from '#base/result.ts'
import { toIso } from '#base/time.ts'
import type { AppSyncView } from '#contract/app-sync.ts'
import type { LineId } from '#core/account/account.ts'
import { type AppSync, syncState } from '#core/app-sync/sync.ts'
import { explainProblem } from '#core/problem/explain.ts'
import type { Language } from '#base/language.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

/** What numbers bring over from the app on a telephone. */
export const appSyncHandlers = ({ directory, appSyncs }: ApiParts): Handlers<'listAppSyncs'> => ({
  listAppSyncs: async ({ caller: { accountId }, params, language }) => {
    const line = directory.byId(accountId, params.id as LineId)
    if (!line) return no('line-missing', { field: 'id', found: params.id })
    const syncs = await appSyncs.list(accountId, line.lineId)
    return ok({ data: syncs.map((sync) => syncView(sync, language)), next: null })
  },
})

function syncView(sync: AppSync, language: Language): AppSyncView {
  const { subject, phase, progress, askedAt, heardAt, problem } = sync
  const words = problem && explainProblem(problem.code, language)
  return {
    ...{ subject, state: syncState(sync), phase, progress },
    askedAt: askedAt && toIso(askedAt),
    heardAt: heardAt && toIso(heardAt),
    problem: problem && words && { code: problem.code, cause: words.cause, advice: words.advice },
  }
}
