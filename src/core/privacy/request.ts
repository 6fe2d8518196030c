import { failed, ok, type Result } from '#base/result.ts'
import { type Duration, type Instant, minutes, plus } from '#base/time.ts'
import type { AccountId, Actor, ContactId, HoldId, PrivacyRequestId } from '../account/account.ts'
import { type Refusal, refusal } from '../refusal/refusal.ts'
import { type Hold, isInForce } from './hold.ts'

/** They want a copy of all that is kept of them, or that nothing of it is kept any more. */
export const REQUEST_KINDS = ['export', 'erase'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/** How a request reached the company. */
export const WAYS = ['whatsapp', 'email', 'phone', 'form', 'letter', 'in-person', 'authority'] as const
export type Way = (typeof WAYS)[number]

/**
 * `open`: somebody has to decide. `scheduled`: the person will be erased at `carryOutAt`, and until then it can be taken
 * back. `erasing`: it is under way and cannot be taken back. `done`: handed out, or erased. `declined`: with a reason.
 */
export const REQUEST_STATES = ['open', 'scheduled', 'erasing', 'done', 'declined'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** Somebody asked for their data, or for an end to it. */
export type PrivacyRequest = {
  readonly accountId: AccountId
  readonly requestId: PrivacyRequestId
  readonly contactId: ContactId
  readonly kind: RequestKind
  /** Who asked, in the words of whoever wrote it down; null: they themselves, or they were erased. */
  readonly askedBy: string | null
  readonly askedAt: Instant
  readonly way: Way
  /** Where the request itself can be seen: a ticket, a letter's number; null: nowhere, or they were erased. */
  readonly evidence: string | null
  /** ISO country whose law sets the term. */
  readonly country: string
  readonly dueAt: Instant
  readonly state: RequestState
  readonly carryOutAt: Instant | null
  /** Everything that happened to it, oldest first; never empty. */
  readonly steps: readonly RequestStep[]
}

export type RequestStep = {
  readonly what: 'asked' | 'scheduled' | 'cancelled' | 'stopped' | 'begun' | 'done' | 'declined'
  readonly at: Instant
  readonly by: Actor
  /** Why it was declined, or which hold stopped it; null once the person was erased. */
  readonly note: string | null
}

/** All that is kept of one person's requests and holds. */
export type KeptPrivacy = { readonly requests: readonly PrivacyRequest[]; readonly holds: readonly Hold[] }
export type Decided = Result<KeptPrivacy, readonly Refusal[]>

/** Between the decision to erase somebody and the deed: as long as it can be taken back. */
export const ERASE_GRACE: Duration = minutes(15)

/** At most one request of a kind is under way. */
export function ask(kept: KeptPrivacy, request: PrivacyRequest): Decided {
  const other = kept.requests.find(({ kind, state }) => kind === request.kind && isUnderWay(state))
  if (other) return no('privacy-request-exists', { found: other.requestId })
  if (isErasedBy(kept)) return no('contact-erased')
  return ok({ ...kept, requests: [...kept.requests, request] })
}

/** Decides that the person is erased, once the grace is over: all of `contactId`, whom whoever asked may be a part of by now. */
export const schedule = (
  kept: KeptPrivacy,
  { id, contactId }: { readonly id: PrivacyRequestId; readonly contactId: ContactId },
  by: Actor,
  now: Instant,
): Decided =>
  change(kept, id, 'open', (request) => {
    if (request.kind !== 'erase') return no('privacy-request-state', { found: request.kind, expected: 'erase' })
    const hold = holdOn(kept, now)
    if (hold) return onHold(hold)
    return ok(
      stepped(
        { ...request, contactId },
        'scheduled',
        { what: 'scheduled', at: now, by, note: null },
        plus(now, ERASE_GRACE),
      ),
    )
  })

/** Takes the decision back: the request is open again. */
export const cancel = (kept: KeptPrivacy, id: PrivacyRequestId, by: Actor, now: Instant): Decided =>
  change(kept, id, 'scheduled', (request) =>
    ok(stepped(request, 'open', { what: 'cancelled', at: now, by, note: null })),
  )

/**
 * The grace is over. From here on it cannot be taken back. A hold that was put meanwhile stops it, and the request is open
 * again. Again on a request that was begun changes nothing.
 */
export function begin(kept: KeptPrivacy, id: PrivacyRequestId, now: Instant): Decided {
  if (kept.requests.some(({ requestId, state }) => requestId === id && state === 'erasing')) return ok(kept)
  return change(kept, id, 'scheduled', (request) => {
    if (request.carryOutAt !== null && now < request.carryOutAt)
      return no('privacy-request-state', { found: request.state })
    const hold = holdOn(kept, now)
    const by: Actor = { kind: 'system' }
    if (hold) return ok(stepped(request, 'open', { what: 'stopped', at: now, by, note: hold.reason }))
    return ok(stepped(request, 'erasing', { what: 'begun', at: now, by, note: null }, request.carryOutAt))
  })
}

/** The copy was handed out. */
export const handOut = (kept: KeptPrivacy, id: PrivacyRequestId, by: Actor, now: Instant): Decided =>
  change(kept, id, 'open', (request) =>
    request.kind === 'export'
      ? ok(stepped(request, 'done', { what: 'done', at: now, by, note: null }))
      : no('privacy-request-state', { found: request.kind, expected: 'export' }),
  )

export const decline = (kept: KeptPrivacy, id: PrivacyRequestId, by: Actor, now: Instant, why: string): Decided =>
  change(kept, id, 'open', (request) => ok(stepped(request, 'declined', { what: 'declined', at: now, by, note: why })))

/** The person is erased: what was written about them here goes as well, and what else they asked for is done with. */
export const erased = ({ requests, holds }: KeptPrivacy, id: PrivacyRequestId, now: Instant): KeptPrivacy => ({
  requests: requests.map((request) => {
    const by: Actor = { kind: 'system' }
    const ended =
      request.requestId === id || isUnderWay(request.state)
        ? stepped(request, 'done', { what: 'done', at: now, by, note: null })
        : request
    const steps = ended.steps.map((step) => ({ ...step, note: null }))
    return { ...ended, askedBy: null, evidence: null, steps }
  }),
  holds: holds.map((hold) => ({ ...hold, reason: null })),
})

/** Nobody is put on hold who is being erased already. */
export function putHold(kept: KeptPrivacy, hold: Hold): Decided {
  if (kept.requests.some(({ state }) => state === 'erasing') || isErasedBy(kept)) return no('contact-erased')
  return ok({ ...kept, holds: [...kept.holds, hold] })
}

/** Lifting one that holds no more changes nothing. */
export function liftHold(kept: KeptPrivacy, id: HoldId, by: Actor, now: Instant): Decided {
  const hold = kept.holds.find(({ holdId }) => holdId === id)
  if (!hold) return no('hold-missing', { found: id })
  if (!isInForce(hold, now)) return ok(kept)
  const lifted: Hold = { ...hold, lifted: { at: now, by } }
  return ok({ ...kept, holds: kept.holds.map((other) => (other === hold ? lifted : other)) })
}

export const isUnderWay = (state: RequestState): boolean =>
  state === 'open' || state === 'scheduled' || state === 'erasing'

/** The newest hold that is in force; null: none is. */
export const holdOn = ({ holds }: KeptPrivacy, now: Instant): Hold | null =>
  holds.findLast((hold) => isInForce(hold, now)) ?? null

const isErasedBy = ({ requests }: KeptPrivacy): boolean =>
  requests.some(({ kind, state }) => kind === 'erase' && state === 'done')

const onHold = ({ reason, until }: Hold): Result<never, readonly Refusal[]> =>
  no('contact-on-hold', { found: reason ?? '', expected: until === null ? '' : new Date(until).toISOString() })

function change(
  kept: KeptPrivacy,
  id: PrivacyRequestId,
  from: RequestState,
  decide: (request: PrivacyRequest) => Result<PrivacyRequest, readonly Refusal[]>,
): Decided {
  const request = kept.requests.find(({ requestId }) => requestId === id)
  if (!request) return no('privacy-request-missing', { found: id })
  if (request.state !== from) return no('privacy-request-state', { found: request.state, expected: from })
  const decided = decide(request)
  if (!decided.ok) return decided
  return ok({ ...kept, requests: kept.requests.map((other) => (other === request ? decided.value : other)) })
}

const stepped = (
  request: PrivacyRequest,
  state: RequestState,
  step: RequestStep,
  carryOutAt: Instant | null = null,
): PrivacyRequest => ({ ...request, state, carryOutAt, steps: [...request.steps, step] })

const no = (code: Refusal['code'], about: Omit<Refusal, 'code'> = {}): Result<never, readonly Refusal[]> =>
  failed([refusal(code, about)])
