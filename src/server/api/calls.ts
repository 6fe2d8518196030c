import { ok } from '#base/result.ts'
import { type Instant, isoOrNull } from '#base/time.ts'
import type { CallPermissionView } from '#contract/calls.ts'
import { toRightView } from '#contract/convert-right.ts'
import type { ConversationId } from '#core/account/account.ts'
import type { Calls } from '#core/call/calls.ts'
import { UNANSWERED_CALLS_MAX } from '#core/call/limits.ts'
import { askAgainAt, callPermissionOf, requestLimits, requestReasons, unansweredCalls } from '#core/call/permission.ts'
import { maySend, SEND_MARGIN, type Verdict } from '#core/policy/may-send.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

/** Whether somebody may be called, as the facts tell it. */
export function callHandlers({ views, directory, clock }: ApiParts): Handlers<'getCallPermission'> {
  return {
    getCallPermission: async ({ caller: { accountId, actor: by }, params, language }) => {
      const found = await views.conversation(accountId, params.id as ConversationId)
      if (!found) return no('conversation-missing', { field: 'id', found: params.id })
      const { conversation, contact } = found
      const line = directory.byId(accountId, conversation.lineId)
      const rights = directory.rights(accountId)
      const now = clock.now()
      const content = { kind: 'call-request' } as const
      const right = maySend({ line, contact, conversation, content, by, rights, now, margin: SEND_MARGIN })
      const verdict = withReasons(right, requestReasons(conversation.calls, now))
      return ok({ ...shown(conversation.calls, now), ask: toRightView(verdict, rights.policy.zone, language) })
    },
  }
}

/** As the core answers whoever sends one: all reasons at once. */
function withReasons(right: Verdict, more: readonly Refusal[]): Verdict {
  if (more.length === 0) return right
  return { kind: 'refused', reasons: [...(right.kind === 'refused' ? right.reasons : []), ...more] }
}

const HOUR_MS = 3_600_000

function shown(calls: Calls | undefined, now: Instant): Omit<CallPermissionView, 'ask'> {
  const permission = callPermissionOf(calls, now)
  return {
    state: permission.kind,
    at: 'at' in permission ? isoOrNull(permission.at) : null,
    until: 'until' in permission ? isoOrNull(permission.until) : null,
    automatic: permission.kind === 'revoked' && permission.automatic,
    unanswered: unansweredCalls(calls),
    unansweredMax: UNANSWERED_CALLS_MAX,
    askFrom: isoOrNull(askAgainAt(calls, now)),
    limits: requestLimits(calls, now).map(({ within, max, used, until }) => ({
      ...{ hours: within / HOUR_MS, max, used },
      until: isoOrNull(until),
    })),
  }
}
