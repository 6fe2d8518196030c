import { ok, type Result } from '#base/result.ts'
import { instant, type Instant, isoOrNull, toIso } from '#base/time.ts'
import { toRightView } from '#contract/convert-right.ts'
import type { PolicyView } from '#contract/policy.ts'
import type { AccountId, AgentId, ContactId } from '#core/account/account.ts'
import { dayFrom } from '#core/calendar/day.ts'
import { isZone } from '#core/calendar/zone.ts'
import { maySend, SEND_MARGIN } from '#core/policy/may-send.ts'
import { PACKS } from '#core/policy/packs/packs.ts'
import { type ContactPolicy, rulesFor } from '#core/policy/policy.ts'
import { PROACTIVE, type WeekHours } from '#core/policy/rule.ts'
import { ruleWords } from '#core/policy/words.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import type { Language } from '#base/language.ts'
import type { PolicyChange } from '#store/policies.ts'
import type { Caller } from '../auth.ts'
import { type ApiParts, type Handlers, no } from './call.ts'
import { holderOf } from './holder.ts'
import { askedOf } from './recipient.ts'

type Names =
  | 'getContactPolicy'
  | 'putContactPolicy'
  | 'makeException'
  | 'endException'
  | 'listPolicyChanges'
  | 'placeContact'
  | 'askSend'

/** When and how often people are contacted. Every change is kept with who made it, and why. */
export function policyHandlers(parts: ApiParts): Handlers<Names> {
  const { policies, directory, registry, clock, ids, loop, templates } = parts
  const view = (accountId: AccountId, language: Language) =>
    viewOf(directory.rights(accountId).policy, clock.now(), directory.nameOf(accountId), language)

  async function change(
    { accountId, actor }: Caller,
    policy: ContactPolicy,
    what: PolicyChange['what'],
    why: string,
  ): Promise<void> {
    const before = directory.rights(accountId).policy
    const agentId = actor.kind === 'agent' ? actor.agentId : null
    await policies.put(accountId, policy, { at: clock.now(), agentId, what, why, before, after: policy })
    await registry.announce('settings')
    await directory.reload()
  }

  return {
    getContactPolicy: async ({ caller: { accountId }, language }) => ok(view(accountId, language)),
    putContactPolicy: async ({ caller, body, language }) => {
      const wrong = wrongIn(body)
      if (wrong) return wrong
      const { accountId } = caller
      const own = { ...body.own, hours: body.own.hours as WeekHours | null }
      const policy: ContactPolicy = { ...directory.rights(accountId).policy, ...body, own }
      await change(caller, policy, 'policy', changedIn(directory.rights(accountId).policy, policy))
      return ok(view(accountId, language))
    },
    makeException: async ({ caller, body, language }) => {
      const { accountId, actor } = caller
      if (actor.kind !== 'agent') return no('not-allowed')
      const { policy } = directory.rights(accountId)
      const until = body.until ? instant(Date.parse(body.until)) : null
      const { pack, part, reason } = body
      const at = clock.now()
      const made = { exceptionId: ids.next(at), pack, part, reason, by: actor.agentId, at, until }
      await change(
        caller,
        { ...policy, exceptions: [...policy.exceptions, made] },
        'exception-made',
        `${pack} · ${part} · ${reason}`,
      )
      return ok(view(accountId, language))
    },
    endException: async ({ caller, params, language }) => {
      const { accountId } = caller
      const { policy } = directory.rights(accountId)
      const ended = policy.exceptions.find(({ exceptionId }) => exceptionId === params.id)
      if (!ended) return no('not-found', { field: 'id', found: params.id })
      const exceptions = policy.exceptions.filter((one) => one !== ended)
      await change(
        caller,
        { ...policy, exceptions },
        'exception-ended',
        `${ended.pack} · ${ended.part} · ${ended.reason}`,
      )
      return ok(view(accountId, language))
    },
    listPolicyChanges: async ({ caller: { accountId }, query }) => {
      const nameOf = directory.nameOf(accountId)
      const { data, next } = await policies.changes(accountId, { ...query, cursor: query.cursor ?? null })
      const shown = data.map(({ changeId, at, agentId, what, why }) => ({
        ...{ id: changeId, at: toIso(at), what, why },
        by: agentId && nameOf({ kind: 'agent', agentId }),
      }))
      return ok({ data: shown, next })
    },
    placeContact: async ({ caller: { accountId }, params, body: { zone } }) => {
      if (zone !== null && !isZone(zone)) {
        return no('input-invalid', { field: 'zone', found: zone, expected: 'an IANA time zone' })
      }
      const named = params.id as ContactId
      const contactId = (await holderOf(parts, accountId, named))?.contactId ?? named
      const placed = await loop.submit({ kind: 'place-contact', accountId, contactId, zone })
      return placed.ok ? ok(undefined) : placed
    },
    askSend: async ({ caller: { accountId, actor }, body, language }) => {
      const whom = await askedOf(parts, accountId, body.to)
      if (!whom.ok) return whom
      const { line } = whom.value
      if (!line) return no('line-missing')
      const ref = { groupKey: line.groupKey, ...body.template }
      const template = (await templates.find(accountId, ref))?.template ?? null
      const rights = directory.rights(accountId)
      const content = { kind: 'template', template, filled: null } as const
      const asked = { ...whom.value, content, by: actor, rights, now: clock.now(), margin: SEND_MARGIN }
      return ok(toRightView(maySend(asked), rights.policy.zone, language))
    },
  }
}

type NameOf = ReturnType<ApiParts['directory']['nameOf']>

function viewOf(policy: ContactPolicy, now: Instant, nameOf: NameOf, language: Language): PolicyView {
  const said = (id: keyof typeof PACKS) => {
    const rules = PROACTIVE.flatMap((purpose) => rulesFor(policy, id, purpose, now)).filter(({ of }) => of === id)
    return [...new Set(rules.flatMap((rule) => ruleWords(rule, language)))]
  }
  const index = { es: 0, en: 1, 'pt-BR': 2 }[language]
  return {
    country: policy.country,
    zone: policy.zone,
    own: { ...policy.own, purposes: [...policy.own.purposes], hours: policy.own.hours && [...policy.own.hours] },
    consentFor: [...policy.consentFor],
    holidays: policy.holidays.map((holiday) => ({ ...holiday })),
    isOwnerOnly: policy.isOwnerOnly,
    exceptions: policy.exceptions.map(({ exceptionId, pack, part, reason, by, at, until }) => ({
      ...{ id: exceptionId, pack, part, reason, by: nameOf({ kind: 'agent', agentId: by as AgentId }) },
      ...{ at: toIso(at), until: isoOrNull(until) },
    })),
    laws: Object.values(PACKS).map(({ id, country, law, source, checkedOn, uncertain }) => ({
      ...{ id, law, source, checkedOn, rules: said(id) },
      country: country[index] ?? country[0],
      uncertain: uncertain && (uncertain[index] ?? uncertain[0]),
    })),
    effective: ruleWords(policy.own, language),
  }
}

type Body = Parameters<Handlers<'putContactPolicy'>['putContactPolicy']>[0]['body']

/** What no schema can say. */
function wrongIn({ zone, own, holidays }: Body): Result<never, readonly Refusal[]> | null {
  if (!isZone(zone)) return no('input-invalid', { field: 'zone', found: zone, expected: 'an IANA time zone' })
  const upside = own.hours?.findIndex((hours) => hours !== null && hours.from >= hours.to) ?? -1
  if (upside >= 0) return no('input-invalid', { field: `own.hours.${upside}`, expected: 'from before to' })
  const unreal = holidays.find(({ date }) => dayFrom(date) === null)
  return unreal ? no('input-invalid', { field: 'holidays', found: unreal.date, expected: 'a date that exists' }) : null
}

/** The names of what is other than before, for the record. */
function changedIn(before: ContactPolicy, after: ContactPolicy): string {
  const keys = Object.keys(after) as (keyof ContactPolicy)[]
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  return changed.join(', ') || '–'
}
