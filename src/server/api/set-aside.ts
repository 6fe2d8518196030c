import { ok } from '#base/result.ts'
import { toIso } from '#base/time.ts'
import type { SetAsideView } from '#contract/set-aside.ts'
import { may } from '#core/permission/permission.ts'
import type { SetAsideEntry } from '#store/set-asides.ts'
import type { Caller } from '../auth.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

type Names = 'listSetAside' | 'countSetAside' | 'getSetAsideContent' | 'releaseSetAside' | 'dismissSetAside'

/** What was set aside of the caller's own company; what belongs to no one company is for operators (docs/guide). */
export function setAsideHandlers({ setAsides, directory, loop, clock, metrics, log }: SetAsideParts): Handlers<Names> {
  return {
    listSetAside: async ({ caller, query }) => {
      const { accountId, role } = caller
      const filter = { state: query.state, limit: query.limit, cursor: query.cursor ?? null }
      const { data, next } = await setAsides.list(accountId, filter)
      const nameOf = directory.nameOf(accountId)
      const seesContent = may(role, 'set-aside:content')
      return ok({ data: data.map((entry) => toView(entry, seesContent, nameOf)), next })
    },
    countSetAside: async ({ caller }) => ok({ ...(await setAsides.counts(caller.accountId)) }),
    getSetAsideContent: async ({ caller, params }) => {
      const raw = await setAsides.raw(caller.accountId, params.id)
      return raw === null ? no('not-found', { field: 'id', found: params.id }) : ok({ raw })
    },
    releaseSetAside: async ({ caller, body }) => {
      const settled = await setAsides.release(caller.accountId, body.ids, settlerOf(caller))
      if (settled.length > 0) loop.wake()
      metrics.replayed.inc({ reason: 'released' }, settled.length)
      log.info({ setAside: settled, by: caller.actor }, 'What was set aside is processed again')
      return ok({ settled: [...settled] })
    },
    dismissSetAside: async ({ caller, body }) => {
      const settled = await setAsides.dismiss(caller.accountId, body.ids, settlerOf(caller))
      log.info({ setAside: settled, by: caller.actor }, 'What was set aside is dismissed')
      return ok({ settled: [...settled] })
    },
  }

  function settlerOf({ actor }: Caller) {
    return { agentId: actor.kind === 'agent' ? actor.agentId : null, at: clock.now() }
  }
}

type SetAsideParts = Pick<ApiParts, 'setAsides' | 'directory' | 'loop' | 'clock' | 'metrics' | 'log'>
type NameOf = ReturnType<ApiParts['directory']['nameOf']>

const toView = (entry: SetAsideEntry, seesContent: boolean, nameOf: NameOf): SetAsideView => ({
  id: entry.setAsideId,
  state: entry.state,
  why: whyOf(entry.reason),
  detail: seesContent ? entry.reason : null,
  at: toIso(entry.at),
  times: entry.times,
  lineId: entry.lineId,
  lineKey: entry.lineKey,
  history: entry.history.map(({ did, agentId, at }) => ({
    did,
    by: agentId === null ? null : nameOf({ kind: 'agent', agentId }),
    at: toIso(at),
  })),
})

/** The loop writes reasons for whoever repairs them; these are the kinds of which people are told (`src/app/reader.ts`). */
export function whyOf(reason: string): SetAsideView['why'] {
  if (reason === 'foreign line') return 'unknown-line'
  if (reason.startsWith('no channel ')) return 'unknown-channel'
  if (/^(?:core|channel): /.test(reason)) return 'our-fault'
  return reason.startsWith('store: ') ? 'not-storable' : 'not-understood'
}
