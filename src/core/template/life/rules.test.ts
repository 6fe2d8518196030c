import { describe, expect, test } from 'vitest'
import { days, hours, type Instant, plus } from '#base/time.ts'
import type { KeptTemplate } from '../kept.ts'
import type { TemplateStatus } from '../template.ts'
import { acted } from './act.ts'
import { changeDraft, draftTemplate } from './draft.ts'
import { type Action, obstaclesTo, type Usage } from './rules.ts'
import { ACCOUNT, ANA, bodyOf, GROUP, newTemplateId, NOON, seen } from './scene.ts'
import { notTaken, submitDraft } from './submit.ts'

const BODY = bodyOf('Hola {{1}}, tu pedido ya salió.')
const FREE: Usage = { created: [], edited: [], used: 0, nameDeletedAt: null }
const ago = (span: number): Instant => (NOON - span) as Instant
const codes = (action: Action, kept: KeptTemplate, usage: Partial<Usage> = {}) =>
  obstaclesTo(action, kept, { ...FREE, ...usage }, NOON).map(({ code }) => code)
const changed = (kept: KeptTemplate, about: Record<string, unknown> = {}): KeptTemplate => {
  const body = bodyOf('Hola {{1}}, tu pedido llegó.', about)
  const change = changeDraft(kept, { revision: kept.revision, body }, ANA, NOON)
  if (!change.ok) throw new Error(JSON.stringify(change.error))
  return change.value.kept
}
const fresh = (): KeptTemplate => {
  const about = { accountId: ACCOUNT, templateId: newTemplateId(), groupKey: GROUP, body: BODY, purpose: null }
  const change = draftTemplate(about, ANA, NOON)
  if (!change.ok) throw new Error(JSON.stringify(change.error))
  return change.value.kept
}

describe('what may be done in which state', () => {
  test.each<[TemplateStatus, Action[]]>([
    ['PENDING', ['delete']],
    ['APPROVED', ['edit', 'submit', 'archive', 'delete']],
    ['REJECTED', ['edit', 'submit', 'archive', 'delete']],
    ['PAUSED', ['edit', 'submit', 'archive', 'unpause', 'delete']],
    ['FLAGGED', ['archive', 'delete']],
    ['DISABLED', []],
    ['ARCHIVED', ['unarchive', 'delete']],
    ['PENDING_DELETION', []],
  ])('%s: %j', (status, wanted) => {
    const kept = changed(seen(BODY, { status }))
    const all = ['edit', 'submit', 'archive', 'unarchive', 'unpause', 'delete'] as const
    expect(all.filter((action) => codes(action, kept).length === 0)).toEqual(wanted)
  })
})

describe('limits are told before they bite', () => {
  test.each<[what: string, kept: () => KeptTemplate, usage: Partial<Usage>, code: string | undefined]>([
    ['a hundred created within the hour', fresh, { created: Array(100).fill(ago(1)) }, 'template-creation-limit'],
    ['ninety-nine', fresh, { created: Array(99).fill(ago(1)) }, undefined],
    ['a hundred, the oldest an hour ago', fresh, { created: [ago(hours(1)), ...Array(99).fill(ago(1))] }, undefined],
    [
      'edited a minute within a day',
      () => changed(seen(BODY)),
      { edited: [ago(hours(24) - 1)] },
      'template-edit-limit',
    ],
    ['edited a day ago', () => changed(seen(BODY)), { edited: [ago(hours(24))] }, undefined],
    [
      'ten edits in thirty days',
      () => changed(seen(BODY)),
      { edited: Array.from({ length: 10 }, (_, day) => ago(days(20 - day))) },
      'template-edit-limit',
    ],
    [
      'a rejected one may be edited at any time',
      () => changed(seen(BODY, { status: 'REJECTED' })),
      { edited: [ago(1)] },
      undefined,
    ],
    ['a name deleted 29 days ago', fresh, { nameDeletedAt: ago(days(29)) }, 'template-name-blocked'],
    ['a name deleted 30 days ago', fresh, { nameDeletedAt: ago(days(30)) }, undefined],
    ['six thousand templates', fresh, { used: 6_000 }, 'template-too-many'],
  ])('%s', (_, kept, usage, code) => {
    expect(codes('submit', kept(), usage)).toEqual(code === undefined ? [] : [code])
  })
  test('with the moment from which it goes again', () => {
    const [refusal] = obstaclesTo('submit', changed(seen(BODY)), { ...FREE, edited: [ago(hours(1))] }, NOON)
    expect(refusal?.expected).toBe('after 2026-12-01T11:00:00.000Z')
  })
})

describe('a submission', () => {
  test('needs something to submit', () => {
    expect(codes('submit', seen(BODY))).toEqual(['template-nothing-to-submit'])
    const same = changeDraft(seen(BODY), { revision: 1, body: BODY }, ANA, NOON)
    expect(same.ok && codes('submit', same.value.kept)).toEqual(['template-nothing-to-submit'])
  })
  test('of an approved template keeps its category; of a rejected one may change it', () => {
    expect(codes('submit', changed(seen(BODY), { category: 'MARKETING' }))).toEqual(['template-category-fixed'])
    expect(codes('submit', changed(seen(BODY, { status: 'REJECTED' }), { category: 'MARKETING' }))).toEqual([])
  })
  test('holds everything else back until Meta answers, and a no lets it be repaired and submitted again', () => {
    const sent = submitDraft(fresh(), FREE, ANA, NOON)
    if (!sent.ok) throw new Error('This can be submitted')
    const { kept } = sent.value
    expect(codes('submit', kept)).toEqual(['template-submitting'])
    const late = changeDraft(kept, { revision: kept.revision, body: BODY }, ANA, NOON)
    expect(late.ok ? [] : late.error.map(({ code }) => code)).toEqual(['template-submitting'])
    const back = notTaken(kept, { code: '2388299', title: 'Variables at the end', details: null, at: NOON })
    expect(back && codes('submit', back.kept)).toEqual([])
    expect(back?.kept.draft?.body).toEqual(BODY)
  })
})

describe('what a person asked of Meta is so when Meta says yes', () => {
  test.each([
    ['archive', 'ARCHIVED', null],
    ['unpause', 'APPROVED', null],
    ['delete', 'PENDING_DELETION', plus(NOON, hours(1))],
  ] as const)('%s: %s', (action, status, deletedAt) => {
    const change = acted(seen(BODY), action, ANA, plus(NOON, hours(1)))
    expect(change).toMatchObject({ ok: true, value: { kept: { template: { status }, deletedAt } } })
    expect(change.ok && change.value.events).toMatchObject([{ by: ANA, what: { kind: 'asked', action } }])
  })
  test('one that never was approved is gone at once', () => {
    const change = acted(seen(BODY, { status: 'REJECTED' }), 'delete', ANA, plus(NOON, hours(1)))
    expect(change.ok && change.value.kept.template.status).toBe('DELETED')
  })
})
