import { ok } from '#base/result.ts'
import { isoOrNull, toIso } from '#base/time.ts'
import type { NoticeView } from '#contract/notice.ts'
import { valueWords } from '#core/notice/values.ts'
import { noticeWords } from '#core/notice/words.ts'
import type { AccountId } from '#core/account/account.ts'
import type { Language } from '#base/language.ts'
import type { KeptNotice } from '#store/notices.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

type Names =
  | 'listMyNotices'
  | 'seeMyNotices'
  | 'listNotices'
  | 'countNotices'
  | 'getNoticeContent'
  | 'acknowledgeNotices'
  | 'listStanding'

/** What the platform told the caller's company besides messages, in the caller's language. */
export function noticeHandlers({ notices, directory, clock }: NoticeParts): Handlers<Names> {
  const viewer = (accountId: AccountId, language: Language) => {
    const lines = new Map(directory.lines(accountId).map((line) => [line.lineId, line.name]))
    const nameOf = directory.nameOf(accountId)
    return (notice: KeptNotice) => toView(notice, notice.lineId && (lines.get(notice.lineId) ?? null), nameOf, language)
  }
  return {
    listMyNotices: async ({ caller: { accountId, actor }, language }) => {
      const unseen = actor.kind === 'agent' ? await notices.unseenBy(accountId, actor.agentId) : []
      return ok({ data: unseen.map(viewer(accountId, language)), next: null })
    },
    seeMyNotices: async ({ caller: { accountId, actor }, body }) => {
      if (actor.kind === 'agent') await notices.see(accountId, actor.agentId, body.ids, clock.now())
      return ok(undefined)
    },
    listNotices: async ({ caller: { accountId }, query, language }) => {
      const { data, next } = await notices.list(accountId, { ...query, cursor: query.cursor ?? null })
      const view = viewer(accountId, language)
      return ok({ data: data.map(view), next })
    },
    countNotices: async ({ caller }) => ok(await notices.counts(caller.accountId)),
    getNoticeContent: async ({ caller, params }) => {
      const raw = await notices.raw(caller.accountId, params.id)
      return raw === null ? no('not-found', { field: 'id', found: params.id }) : ok({ raw })
    },
    acknowledgeNotices: async ({ caller: { accountId, actor }, body }) => {
      const by = { agentId: actor.kind === 'agent' ? actor.agentId : null, at: clock.now() }
      return ok({ acknowledged: [...(await notices.acknowledge(accountId, body.ids, by))] })
    },
    listStanding: async ({ caller, language }) => {
      const now = clock.now()
      const standing = await notices.standing(caller.accountId)
      const data = standing
        .filter(({ until }) => until === null || until > now)
        .map(({ lineId, aspect, value, until, toldAt }) => ({
          ...{ lineId, aspect, value, words: valueWords(value, language) },
          ...{ until: isoOrNull(until), at: toIso(toldAt) },
        }))
      return ok({ data, next: null })
    },
  }
}

type NoticeParts = Pick<ApiParts, 'notices' | 'directory' | 'clock'>
type NameOf = ReturnType<ApiParts['directory']['nameOf']>

function toView(kept: KeptNotice, lineName: string | null, nameOf: NameOf, language: Language): NoticeView {
  const { notice, acknowledged } = kept
  const { about } = notice
  return {
    id: kept.noticeId,
    code: notice.code,
    severity: kept.severity,
    ...withList(noticeWords(notice, lineName, language)),
    at: toIso(kept.toldAt),
    until: isoOrNull(notice.until),
    from: notice.from,
    to: notice.to,
    lineId: kept.lineId,
    wabaId: kept.groupKey,
    template: about.kind === 'template' ? { name: about.name, language: about.language } : null,
    field: kept.field,
    isOver: notice.isOver ?? false,
    acknowledged: acknowledged && {
      by: acknowledged.agentId === null ? null : nameOf({ kind: 'agent', agentId: acknowledged.agentId }),
      at: toIso(acknowledged.at),
    },
  }
}

const withList = ({ title, advice, details }: ReturnType<typeof noticeWords>) => ({
  title,
  advice,
  details: [...details],
})
