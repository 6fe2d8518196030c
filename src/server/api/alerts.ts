import { ok } from '#base/result.ts'
import { isoOrNull, toIso } from '#base/time.ts'
import type { AlertView } from '#contract/number.ts'
import type { AccountId, LineId } from '#core/account/account.ts'
import { severityOf } from '#core/alert/alert.ts'
import { SEVERITIES } from '#core/notice/kind.ts'
import { noticeWords } from '#core/notice/words.ts'
import type { Language } from '#base/language.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

/** What is wrong with numbers now. */
export function alertHandlers({ alerts, directory, lineWatch }: ApiParts): Handlers<'listAlerts' | 'checkLine'> {
  async function list(accountId: AccountId, language: Language): Promise<AlertView[]> {
    const lines = new Map(directory.lines(accountId).map(({ lineId, name }) => [lineId, name]))
    const kept = await alerts.list(accountId)
    return kept
      .map(({ lineId, alert, since }): AlertView => {
        const about = { kind: 'line', address: null } as const
        const { title, advice, details } = noticeWords({ ...alert, about }, lines.get(lineId) ?? null, language)
        return {
          ...{ lineId, code: alert.code, severity: severityOf(alert), title, advice, details: [...details] },
          ...{ since: toIso(since), until: isoOrNull(alert.until) },
        }
      })
      .sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity))
  }

  return {
    listAlerts: async ({ caller: { accountId }, language }) =>
      ok({ data: await list(accountId, language), next: null }),
    checkLine: async ({ caller: { accountId }, params, language }) => {
      const line = directory.byId(accountId, params.id as LineId)
      if (!line) return no('line-missing', { field: 'id', found: params.id })
      await lineWatch.look(line)
      const data = (await list(accountId, language)).filter(({ lineId }) => lineId === line.lineId)
      return ok({ data, next: null })
    },
  }
}
