import { describe, expect, test } from 'vitest'
import { hours, type Instant, instant, plus } from '#base/time.ts'
import type { AccountId, Actor, AgentId, ContactId, HoldId, PrivacyRequestId } from '../account/account.ts'
import type { Hold } from './hold.ts'
import {
  ask,
  begin,
  cancel,
  decline,
  type Decided,
  ERASE_GRACE,
  erased,
  handOut,
  type KeptPrivacy,
  liftHold,
  type PrivacyRequest,
  putHold,
  schedule,
} from './request.ts'

const NOW = instant(Date.UTC(2026, 10, 29, 12))
const LATER = plus(NOW, ERASE_GRACE)
const ANA: Actor = { kind: 'agent', agentId: 'ana' as AgentId }
const ID = 'request-1' as PrivacyRequestId
const LUCIA = { id: ID, contactId: 'lucia' as ContactId }

const requestOf = (more: Partial<PrivacyRequest> = {}): PrivacyRequest => ({
  ...{ accountId: 'acme' as AccountId, requestId: ID, contactId: 'lucia' as ContactId, kind: 'erase' },
  ...{ askedBy: 'Su hermana', askedAt: NOW, way: 'email', evidence: 'Caso 7', country: 'MX', dueAt: NOW },
  ...{ state: 'open', carryOutAt: null, steps: [{ what: 'asked', at: NOW, by: ANA, note: null }] },
  ...more,
})
const holdOf = (more: Partial<Hold> = {}): Hold => ({
  ...{ holdId: 'hold-1' as HoldId, contactId: 'lucia' as ContactId, reason: 'Juicio 12' },
  ...{ setAt: NOW, setBy: ANA, until: null, lifted: null },
  ...more,
})
const of = (requests: readonly PrivacyRequest[], ...holds: readonly Hold[]): KeptPrivacy => ({ requests, holds })
const won = (decided: Decided): KeptPrivacy => {
  if (!decided.ok) throw new Error(JSON.stringify(decided.error))
  return decided.value
}
const codes = (decided: Decided) => (decided.ok ? [] : decided.error.map(({ code }) => code))
const stateOf = (kept: KeptPrivacy) => kept.requests.map(({ state }) => state).join()
const scheduled = won(schedule(of([requestOf()]), LUCIA, ANA, NOW))

describe('a request', () => {
  test('of a kind is asked once at a time', () => {
    const kept = won(ask(of([]), requestOf()))
    expect(codes(ask(kept, requestOf({ requestId: 'other' as PrivacyRequestId })))).toEqual(['privacy-request-exists'])
    expect(stateOf(won(ask(kept, requestOf({ kind: 'export' }))))).toBe('open,open')
  })

  test('to be erased waits for the grace, and can be taken back until it is over', () => {
    expect(scheduled.requests[0]).toMatchObject({ state: 'scheduled', carryOutAt: LATER })
    expect(codes(begin(scheduled, ID, plus(LATER, -1 as never)))).toEqual(['privacy-request-state'])
    const back = won(cancel(scheduled, ID, ANA, NOW))
    expect(back.requests[0]).toMatchObject({ state: 'open', carryOutAt: null })
    const begun = won(begin(scheduled, ID, LATER))
    expect(stateOf(begun)).toBe('erasing')
    expect(codes(cancel(begun, ID, ANA, LATER))).toEqual(['privacy-request-state'])
    expect(won(begin(begun, ID, LATER))).toBe(begun)
  })

  test('of whoever is a part of somebody by now is carried out on the whole', () => {
    const kept = of([requestOf({ contactId: 'part' as ContactId })])
    expect(won(schedule(kept, LUCIA, ANA, NOW)).requests[0]?.contactId).toBe('lucia')
  })

  test('for a copy is done when it was handed out, and is no reason to erase anybody', () => {
    const kept = of([requestOf({ kind: 'export' })])
    expect(codes(schedule(kept, LUCIA, ANA, NOW))).toEqual(['privacy-request-state'])
    expect(stateOf(won(handOut(kept, ID, ANA, NOW)))).toBe('done')
    expect(codes(handOut(of([requestOf()]), ID, ANA, NOW))).toEqual(['privacy-request-state'])
  })

  test('is declined with the reason, and one nobody knows is missing', () => {
    const declined = won(decline(of([requestOf()]), ID, ANA, NOW, 'No es la titular'))
    expect(declined.requests[0]?.steps.at(-1)).toMatchObject({ what: 'declined', note: 'No es la titular', by: ANA })
    expect(codes(decline(of([]), ID, ANA, NOW, '—'))).toEqual(['privacy-request-missing'])
  })

  test('of an erased person says what was done and when, and nothing of them', () => {
    const kept = of(
      [
        requestOf({ state: 'erasing' }),
        requestOf({ requestId: 'copy' as PrivacyRequestId, kind: 'export' }),
        requestOf({
          requestId: 'no' as PrivacyRequestId,
          state: 'declined',
          steps: [{ what: 'declined', at: NOW, by: ANA, note: 'Lucía' }],
        }),
      ],
      holdOf({ lifted: { at: NOW, by: ANA } }),
    )
    const after = erased(kept, ID, LATER)
    expect(stateOf(after)).toBe('done,done,declined')
    expect(JSON.stringify(after)).not.toMatch(/hermana|Caso|Lucía|Juicio/)
    expect(erased(after, ID, LATER).requests.slice(1)).toEqual(after.requests.slice(1))
    expect(codes(ask(after, requestOf({ requestId: 'new' as PrivacyRequestId })))).toEqual(['contact-erased'])
  })
})

describe('a hold', () => {
  test('refuses to erase anybody, by its reason and its end', () => {
    const decided = schedule(of([requestOf()], holdOf({ until: plus(NOW, hours(1)) })), LUCIA, ANA, NOW)
    expect(decided).toMatchObject({ error: [{ code: 'contact-on-hold', found: 'Juicio 12' }] })
  })

  test.each<[string, Partial<Hold>, Instant]>([
    ['is over at the very instant it ends', { until: NOW }, NOW],
    ['that was lifted holds no more', { lifted: { at: NOW, by: ANA } }, NOW],
  ])('%s', (_, more, now) => {
    expect(stateOf(won(schedule(of([requestOf()], holdOf(more)), LUCIA, ANA, now)))).toBe('scheduled')
  })

  test('put while the grace lasts stops the erasure, which is open again and says why', () => {
    const held = won(putHold(scheduled, holdOf()))
    const stopped = won(begin(held, ID, LATER))
    expect(stopped.requests[0]).toMatchObject({ state: 'open', carryOutAt: null })
    expect(stopped.requests[0]?.steps.at(-1)).toMatchObject({ what: 'stopped', note: 'Juicio 12' })
  })

  test('comes too late once it was begun', () => {
    expect(codes(putHold(of([requestOf({ state: 'erasing' })]), holdOf()))).toEqual(['contact-erased'])
  })

  test('is lifted once, by somebody', () => {
    const kept = of([], holdOf())
    const lifted = won(liftHold(kept, 'hold-1' as HoldId, ANA, NOW))
    expect(lifted.holds[0]?.lifted).toEqual({ at: NOW, by: ANA })
    expect(won(liftHold(lifted, 'hold-1' as HoldId, ANA, LATER))).toBe(lifted)
    expect(codes(liftHold(of([]), 'hold-1' as HoldId, ANA, NOW))).toEqual(['hold-missing'])
  })
})
