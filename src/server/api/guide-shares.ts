import { ok } from '#base/result.ts'
import { isoOrNull, toIso } from '#base/time.ts'
import type { GuideShareView } from '#contract/guide.ts'
import { noted, type GuideId } from '#core/guide/guide.ts'
import { expiryOf, isShared, MOST_SHARES, type Share, type ShareId, standingOf } from '#core/guide/share.ts'
import { agentOf } from '../guide/ask.ts'
import { stepsIn } from '../guide/view.ts'
import { hashToken, newToken } from '../secrets.ts'
import { type ApiParts, type Call, type Handlers, no } from './call.ts'

type Names = 'shareGuideStep' | 'listGuideShares' | 'revokeGuideShare'

/** Links that let somebody without an account into one step. */
export function guideShareHandlers(parts: ApiParts): Handlers<Names> {
  const { guides, guideShares, clock, ids, config } = parts

  const missing = (id: string) => no('not-found', { field: 'id', found: id })

  async function listed({ caller, params }: Pick<Call<'listGuideShares'>, 'caller' | 'params'>) {
    const kept = await guides.get(caller.accountId, params.id as GuideId)
    if (kept === null) return null
    const states = new Map(stepsIn(parts, kept.guide).map(({ name, state }) => [name, state]))
    const shares = await guideShares.list(caller.accountId, params.id as GuideId)
    return shares.map((share) => toView(share, standingOf(share, states.get(share.step) ?? 'done', clock.now())))
  }

  return {
    listGuideShares: async (call) => {
      const data = await listed(call)
      return data === null ? missing(call.params.id) : ok({ data, next: null })
    },
    shareGuideStep: async ({ caller, params, body }) => {
      const { accountId } = caller
      const guideId = params.id as GuideId
      const kept = await guides.get(accountId, guideId)
      if (kept === null) return missing(params.id)
      const { step, name } = body
      const state = stepsIn(parts, kept.guide).find((each) => each.name === step)?.state
      if (!isShared(step) || state === 'done') {
        return no('step-missing', { field: 'step', found: step, expected: 'a step that is not done' })
      }
      const createdAt = clock.now()
      const token = newToken()
      const share: Share = {
        ...{ accountId, guideId, step, name, createdAt, createdBy: agentOf(caller), expiresAt: expiryOf(createdAt) },
        ...{ shareId: ids.next(createdAt) as ShareId, revokedAt: null, usedAt: null, opened: 0, openedAt: null },
      }
      if (!(await guideShares.add(share, hashToken(token), MOST_SHARES))) {
        return no('input-invalid', { field: 'step', expected: `at most ${MOST_SHARES} links that work at a time` })
      }
      const by = agentOf(caller)
      await guides.change(accountId, guideId, (guide) =>
        noted(guide, { kind: 'shared', at: createdAt, by, step, name }),
      )
      return ok({ url: `${config.publicUrl}/paso/${token}`, share: toView(share, 'open') })
    },
    revokeGuideShare: async ({ caller, params }) => {
      const { accountId } = caller
      const guideId = params.id as GuideId
      const shares = await guideShares.list(accountId, guideId)
      const share = shares.find(({ shareId }) => shareId === params.shareId)
      if (!share) return missing(params.shareId)
      const at = clock.now()
      if (await guideShares.revoke(accountId, guideId, share.shareId, at)) {
        const { step, name } = share
        const event = { kind: 'share-revoked', at, by: agentOf(caller), step, name } as const
        await guides.change(accountId, guideId, (guide) => noted(guide, event))
      }
      const data = await listed({ caller, params })
      return data === null ? missing(params.id) : ok({ data, next: null })
    },
  }
}

const toView = (share: Share, standing: GuideShareView['standing']): GuideShareView => ({
  ...{ id: share.shareId, step: share.step, name: share.name, standing, opened: share.opened },
  createdAt: toIso(share.createdAt),
  expiresAt: toIso(share.expiresAt),
  lastOpenedAt: isoOrNull(share.openedAt),
})
