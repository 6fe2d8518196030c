import { ok, type Result } from '#base/result.ts'
import { isoOrNull, toIso } from '#base/time.ts'
import { fromIso } from '#contract/convert-actor.ts'
import type { HoldView, PrivacyRequestView } from '#contract/privacy.ts'
import type { AccountId, Actor, ContactId, HoldId, PrivacyRequestId } from '#core/account/account.ts'
import { displayName } from '#core/contact/contact.ts'
import { personOf } from '#core/policy/rights.ts'
import { type Hold, isInForce } from '#core/privacy/hold.ts'
import * as requests from '#core/privacy/request.ts'
import { dueAt, lawOf } from '#core/privacy/term.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import { type ApiParts, type Handlers, no } from './call.ts'
import { holderOf } from './holder.ts'

type Names =
  | 'listPrivacyRequests'
  | 'addPrivacyRequest'
  | 'eraseContact'
  | 'cancelErasure'
  | 'handOutExport'
  | 'declinePrivacyRequest'
  | 'getPrivacyOf'
  | 'listHolds'
  | 'putHold'
  | 'liftHold'

/** Requests of privacy, and holds. */
export function privacyHandlers(parts: ApiParts): Handlers<Names> {
  const { privacy, erasures, views, directory, clock, ids } = parts
  const now = () => clock.now()

  const requestView = async (accountId: AccountId, request: requests.PrivacyRequest, name: string | null) => {
    const isErased = request.kind === 'erase' && request.state === 'done'
    const removed = isErased ? await erasures.counts(accountId, request.contactId) : null
    return toRequestView(parts, request, name, removed)
  }
  const nameOf = async (accountId: AccountId, contactId: ContactId) => {
    const contact = await views.contact(accountId, contactId)
    return contact === null || contact.erasedAt !== undefined ? null : displayName(contact)
  }
  const changed = async (
    accountId: AccountId,
    id: string,
    decide: (kept: requests.KeptPrivacy, id: PrivacyRequestId, into: ContactId | null) => requests.Decided,
    of?: ContactId,
  ): Promise<Result<PrivacyRequestView, readonly Refusal[]>> => {
    const requestId = id as PrivacyRequestId
    const request = await privacy.request(accountId, requestId)
    const contactId = of ?? request?.contactId
    const decided =
      request &&
      contactId &&
      (await privacy.change(accountId, contactId, (kept, into) => decide(kept, requestId, into)))
    if (!decided) return no('privacy-request-missing', { field: 'id', found: id })
    if (!decided.ok) return decided
    const after = decided.value.requests.find((one) => one.requestId === requestId) ?? request
    return ok(await requestView(accountId, after, await nameOf(accountId, after.contactId)))
  }

  return {
    listPrivacyRequests: async ({ caller: { accountId }, query }) => {
      const { show, limit, cursor = null } = query
      const contactId = (query.contactId ?? null) as ContactId | null
      const { data, next } = await privacy.requests(accountId, { show, contactId, limit, cursor })
      return ok({ data: await Promise.all(data.map(({ item, name }) => requestView(accountId, item, name))), next })
    },
    addPrivacyRequest: async ({ caller: { accountId, actor: by }, body }) => {
      const contactId = body.contactId as ContactId
      const contact = await views.contact(accountId, contactId)
      if (!contact) return no('contact-missing', { field: 'contactId', found: contactId })
      if (contact.erasedAt !== undefined) return no('contact-erased', { field: 'contactId', found: contactId })
      if (contact.joined) {
        return no('contact-merged', { field: 'contactId', found: contactId, expected: contact.joined.into })
      }
      const askedAt = body.askedAt === undefined ? now() : fromIso(body.askedAt)
      if (askedAt > now()) return no('input-invalid', { field: 'askedAt', found: toIso(askedAt), expected: '≤ now' })
      const { policy } = directory.rights(accountId)
      const person = personOf(contact, 'whatsapp', policy)
      const country = person.country ?? policy.country
      const request: requests.PrivacyRequest = {
        ...{ accountId, contactId, kind: body.kind, way: body.way, askedAt, country, state: 'open', carryOutAt: null },
        requestId: ids.next(now()) as PrivacyRequestId,
        askedBy: body.askedBy ?? null,
        evidence: body.evidence ?? null,
        dueAt: dueAt(body.kind, askedAt, country, policy.zone),
        steps: [{ what: 'asked', at: now(), by, note: null }],
      }
      const decided = await privacy.change(accountId, contactId, (kept) => requests.ask(kept, request))
      if (!decided?.ok) return decided ?? no('contact-missing', { field: 'contactId', found: contactId })
      return ok(await requestView(accountId, request, displayName(contact)))
    },
    eraseContact: async ({ caller: { accountId, actor: by }, params, body }) => {
      const request = await privacy.request(accountId, params.id as PrivacyRequestId)
      const contact = request && (await holderOf({ views }, accountId, request.contactId))
      const name = contact && contact.erasedAt === undefined ? displayName(contact) : null
      if (name && name.trim() !== body.name) return no('contact-name-differs', { field: 'name', expected: name })
      if (!contact) return no('privacy-request-missing', { field: 'id', found: params.id })
      const { contactId } = contact
      return changed(
        accountId,
        params.id,
        // Who became a part of somebody since they were read is not erased without the whole.
        (kept, id, into) =>
          into === null
            ? requests.schedule(kept, { id, contactId }, by, now())
            : no('contact-merged', { field: 'id', found: contactId, expected: into }),
        contactId,
      )
    },
    cancelErasure: ({ caller: { accountId, actor: by }, params }) =>
      changed(accountId, params.id, (kept, id) => requests.cancel(kept, id, by, now())),
    handOutExport: ({ caller: { accountId, actor: by }, params }) =>
      changed(accountId, params.id, (kept, id) => requests.handOut(kept, id, by, now())),
    declinePrivacyRequest: ({ caller: { accountId, actor: by }, params, body }) =>
      changed(accountId, params.id, (kept, id) => requests.decline(kept, id, by, now(), body.reason)),
    getPrivacyOf: async ({ caller: { accountId }, params }) => {
      const contactId = params.id as ContactId
      const contact = await views.contact(accountId, contactId)
      if (!contact) return no('contact-missing', { field: 'id', found: contactId })
      const kept = await privacy.of(accountId, contactId)
      const name = contact.erasedAt === undefined ? displayName(contact) : null
      return ok({
        requests: await Promise.all(kept.requests.map((request) => requestView(accountId, request, name))),
        holds: kept.holds.map((hold) => toHoldView(parts, accountId, hold, name)),
      })
    },
    listHolds: async ({ caller: { accountId }, query: { limit, cursor = null } }) => {
      const { data, next } = await privacy.holds(accountId, { now: now(), limit, cursor })
      return ok({ data: data.map(({ item, name }) => toHoldView(parts, accountId, item, name)), next })
    },
    putHold: async ({ caller: { accountId, actor: setBy }, body }) => {
      const contactId = body.contactId as ContactId
      const until = body.until === undefined || body.until === null ? null : fromIso(body.until)
      if (until !== null && until <= now()) {
        return no('input-invalid', { field: 'until', found: toIso(until), expected: '> now' })
      }
      const holdId = ids.next(now()) as HoldId
      const hold: Hold = { holdId, contactId, reason: body.reason, setAt: now(), setBy, until, lifted: null }
      const decided = await privacy.change(accountId, contactId, (kept) => requests.putHold(kept, hold))
      if (!decided?.ok) return decided ?? no('contact-missing', { field: 'contactId', found: contactId })
      return ok(toHoldView(parts, accountId, hold, await nameOf(accountId, contactId)))
    },
    liftHold: async ({ caller: { accountId, actor: by }, params }) => {
      const holdId = params.id as HoldId
      const hold = await privacy.hold(accountId, holdId)
      const decided =
        hold && (await privacy.change(accountId, hold.contactId, (kept) => requests.liftHold(kept, holdId, by, now())))
      if (!decided) return no('hold-missing', { field: 'id', found: holdId })
      if (!decided.ok) return decided
      const after = decided.value.holds.find((one) => one.holdId === holdId) ?? hold
      return ok(toHoldView(parts, accountId, after, await nameOf(accountId, hold.contactId)))
    },
  }
}

type Viewing = Pick<ApiParts, 'directory' | 'clock'>

function toRequestView(
  { directory }: Viewing,
  request: requests.PrivacyRequest,
  name: string | null,
  removed: Readonly<Record<string, number>> | null,
): PrivacyRequestView {
  const { accountId, requestId, contactId, kind, askedBy, way, evidence, country, state, carryOutAt } = request
  return {
    ...{ id: requestId, kind, askedBy, way, evidence, country, state, removed: removed && { ...removed } },
    contact: { id: contactId, name },
    askedAt: toIso(request.askedAt),
    law: lawOf(country),
    dueAt: toIso(request.dueAt),
    carryOutAt: isoOrNull(carryOutAt),
    steps: request.steps.map(({ what, at, by, note }) => ({
      ...{ what, at: toIso(at), note },
      by: actorView(directory, accountId, by),
    })),
  }
}

function toHoldView({ directory, clock }: Viewing, accountId: AccountId, hold: Hold, name: string | null): HoldView {
  const { holdId, contactId, reason, setAt, setBy, until, lifted } = hold
  return {
    ...{ id: holdId, reason, contact: { id: contactId, name }, setAt: toIso(setAt) },
    setBy: actorView(directory, accountId, setBy),
    until: isoOrNull(until),
    inForce: isInForce(hold, clock.now()),
    liftedAt: lifted && toIso(lifted.at),
    liftedBy: lifted && actorView(directory, accountId, lifted.by),
  }
}

const actorView = (directory: ApiParts['directory'], accountId: AccountId, actor: Actor) => ({
  kind: actor.kind,
  name: directory.nameOf(accountId)(actor),
})
