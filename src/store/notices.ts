import type { Instant } from '#base/time.ts'
import type { AccountId, AgentId, LineId } from '#core/account/account.ts'
import type { Severity } from '#core/notice/kind.ts'
import type { Notice, Standing } from '#core/notice/notice.ts'
import type { Page } from './views/views.ts'

/** What the platform told a company besides messages, and how its lines stand by it. */
export type Notices = {
  /**
   * Puts it on the list unless it is there already, and what it says of the standing of `lines` beside each, unless
   * something newer is known. Answers the lines whose standing changed; in any order and any number of times the end is
   * the same.
   */
  readonly keep: (notice: NewNotice, lines: readonly LineId[]) => Promise<readonly LineId[]>
  /** What is told to this agent and they have not seen, newest first; at most a hundred. */
  readonly unseenBy: (accountId: AccountId, agentId: AgentId) => Promise<readonly KeptNotice[]>
  readonly see: (accountId: AccountId, agentId: AgentId, ids: readonly NoticeId[], at: Instant) => Promise<void>
  /** Newest told first. */
  readonly list: (accountId: AccountId, filter: NoticeFilter) => Promise<Page<KeptNotice>>
  /** Warnings and dangers that nobody has acknowledged; counted up to 100 and no further. */
  readonly counts: (accountId: AccountId) => Promise<{ readonly warning: number; readonly danger: number }>
  /** As the platform wrote it, JSON; null when there is no such notice. */
  readonly raw: (accountId: AccountId, id: NoticeId) => Promise<string | null>
  /** Answers the ids that nobody had acknowledged before. */
  readonly acknowledge: (
    accountId: AccountId,
    ids: readonly NoticeId[],
    by: { readonly agentId: AgentId | null; readonly at: Instant },
  ) => Promise<readonly NoticeId[]>
  /** It was over by itself: nobody has to acknowledge it any more. */
  readonly settle: (accountId: AccountId, digest: string, at: Instant) => Promise<void>
  /** The newest refusal of a display name told of this number of the group (digits), seen or not; null: none. */
  readonly nameRefusal: (
    accountId: AccountId,
    groupKey: string,
    address: string,
  ) => Promise<Pick<Notice, 'to' | 'details'> | null>
  /** What is known of the lines; aspects the platform never spoke of are left out. */
  readonly standing: (accountId: AccountId) => Promise<readonly LineStanding[]>
}

/** Digits. */
export type NoticeId = string

export type NewNotice = {
  readonly accountId: AccountId
  /** Of what was said, where and when: the same again is the same notice. */
  readonly digest: string
  /** Null: it is about the whole group. */
  readonly lineId: LineId | null
  readonly groupKey: string
  readonly field: string
  readonly severity: Severity
  readonly notice: Notice
  /** Agents who are told of it besides those who look after all notices. */
  readonly recipients: readonly AgentId[]
  readonly value: unknown
  readonly toldAt: Instant
  readonly heardAt: Instant
}

export type KeptNotice = Omit<NewNotice, 'accountId' | 'digest' | 'value' | 'recipients'> & {
  readonly noticeId: NoticeId
  readonly acknowledged: { readonly agentId: AgentId | null; readonly at: Instant } | null
}

export type NoticeFilter = {
  /** `new`: warnings and dangers that nobody has acknowledged. `important`: all of these. */
  readonly show: 'new' | 'important' | 'all'
  readonly limit: number
  readonly cursor: string | null
}

export type LineStanding = Standing & { readonly lineId: LineId; readonly toldAt: Instant }
