import { describe, expect, test } from 'vitest'
import { minutes, plus } from '#base/time.ts'
import type { KeptTemplate, TemplateChange } from '../kept.ts'
import { acted } from './act.ts'
import { changeDraft, draftTemplate } from './draft.ts'
import { hear } from './news.ts'
import { ACCOUNT, ANA, bodyOf, GROUP, listed, listing, newTemplateId, NOON, seen } from './scene.ts'
import { leaving, submitDraft, taken } from './submit.ts'
import { reconcile } from './sync.ts'

const LATER = plus(NOON, minutes(15))
const BODY = bodyOf('Hola {{1}}, tu pedido ya salió.')
const OTHER = bodyOf('Hola {{1}}, tu pedido llegó.')
const sync = (known: KeptTemplate, ...list: Parameters<typeof listed>[]): TemplateChange | undefined =>
  reconcile(
    [known],
    listing(
      list.map((each) => listed(...each)),
      { askedAt: LATER },
    ),
  )[0]
const kinds = (change: TemplateChange | undefined) => change?.events.map(({ what }) => what.kind)

const draft = (body = BODY): KeptTemplate => {
  const about = { accountId: ACCOUNT, templateId: newTemplateId(), groupKey: GROUP, body, purpose: null }
  const change = draftTemplate(about, ANA, NOON)
  if (!change.ok) throw new Error('This draft is good')
  return change.value.kept
}
const NOTHING_USED = { created: [], edited: [], used: 0, nameDeletedAt: null }
const submitted = (kept: KeptTemplate): KeptTemplate => {
  const change = submitDraft(kept, NOTHING_USED, ANA, NOON)
  if (!change.ok) throw new Error('This can be submitted')
  return leaving(change.value.kept, NOON).kept
}

describe('a list of Meta’s', () => {
  test('that says nothing new changes nothing', () => {
    expect(sync(seen(BODY), [BODY])).toBeUndefined()
  })
  test('with examples as addresses of Meta’s own says nothing new either', () => {
    const written = bodyOf('', { components: [{ text: 'Hola {{1}}, tu pedido ya salió.', type: 'body', example: {} }] })
    expect(sync(seen(BODY), [written])).toBeUndefined()
  })
  test('with another state, category and quality makes them so', () => {
    const change = sync(seen(BODY), [BODY, { status: 'PAUSED', category: 'MARKETING', quality: 'RED' }])
    expect(change?.kept.template).toMatchObject({ status: 'PAUSED', category: 'MARKETING', quality: 'RED' })
    expect(kinds(change)).toEqual(['status', 'category', 'quality'])
  })
  test('with another text makes a version, and a draft that began before it is behind', () => {
    const edited = changeDraft(seen(BODY), { revision: 1, body: bodyOf('Mi cambio.') }, ANA, NOON)
    if (!edited.ok) throw new Error('This can be drafted')
    const change = sync(edited.value.kept, [OTHER])
    expect(change?.version).toMatchObject({ version: 2, by: null, body: OTHER })
    expect(change?.kept).toMatchObject({ version: 2, approvedVersion: 2, draft: { from: 1 } })
  })
  test('without a template that was there marks it deleted; half a list does not', () => {
    expect(sync(seen(BODY))?.kept).toMatchObject({ template: { status: 'DELETED' }, deletedAt: LATER })
    expect(reconcile([seen(BODY)], listing([], { isWhole: false }))).toEqual([])
  })
  test.each([
    ['paused', [[BODY, { status: 'PAUSED' }]]],
    ['deleted', []],
  ] as const)('that shows a template %s is not undone by older news that comes after it', (_, list) => {
    const stopped = sync(seen(BODY), ...list.map(([body, about]): Parameters<typeof listed> => [body, about]))?.kept
    const news = {
      name: 'pedido_enviado',
      language: 'es_MX',
      kind: 'status',
      status: 'APPROVED',
      reason: null,
      said: [],
    } as const
    expect(stopped && hear(stopped, news, plus(NOON, minutes(14)))).toBeNull()
    expect(stopped && hear(stopped, news, plus(NOON, minutes(16)))?.kept.template.status).toBe('APPROVED')
  })
  test('that was asked for before something was heard does not undo it', () => {
    const late = {
      ...seen(BODY),
      heard: { status: plus(LATER, minutes(1)), quality: null, category: null, text: null },
    }
    expect(sync(late, [BODY, { status: 'PENDING' }])).toBeUndefined()
    expect(sync(late)).toBeUndefined()
  })
  test('that was asked for before a deletion does not undo it, nor one that still shows it leaving', () => {
    const leaving = acted(seen(BODY), 'delete', ANA, plus(LATER, minutes(1)))
    if (!leaving.ok) throw new Error('This can be deleted')
    expect(sync(leaving.value.kept, [BODY])).toBeUndefined()
    const shown = listing([listed(BODY, { status: 'PENDING_DELETION' })], { askedAt: plus(LATER, minutes(2)) })
    expect(reconcile([leaving.value.kept], shown)).toEqual([])
  })
  test('brings back what was thought deleted', () => {
    const gone = sync(seen(BODY))?.kept
    expect(gone && sync(gone, [BODY])?.kept).toMatchObject({ template: { status: 'APPROVED' }, deletedAt: null })
  })
})

describe('a draft that only we have', () => {
  test('is never touched by a list without it', () => {
    expect(sync(draft())).toBeUndefined()
  })
  test('that Meta has by now, from a request whose answer was lost, is no draft any more', () => {
    const change = sync(draft(), [BODY, { status: 'PENDING' }])
    expect(change?.kept).toMatchObject({ draft: null, version: 1, template: { status: 'PENDING' } })
  })
  test('stays a draft beside another text of that name', () => {
    expect(sync(draft(), [OTHER])?.kept).toMatchObject({ draft: { body: BODY }, body: OTHER, version: 1 })
  })
})

describe('what Meta took from us', () => {
  const acceptance = { platformId: '77', status: 'PENDING', category: 'MARKETING' } as const
  test('is a version of ours, in the category Meta gave it', () => {
    const change = taken(submitted(draft()), acceptance, NOON)
    expect(change?.version).toMatchObject({ version: 1, by: ANA })
    expect(change?.kept).toMatchObject({
      ...{ draft: null, submission: null, body: BODY },
      template: { platformId: '77', status: 'PENDING', category: 'MARKETING' },
    })
    expect(kinds(change ?? undefined)).toEqual(['created', 'category', 'status'])
  })
  test('is read back once in Meta’s own writing, without a new version', () => {
    const kept = taken(submitted(draft()), acceptance, NOON)?.kept
    const asMeta = bodyOf('', { components: [{ type: 'BODY', text: 'Hola {{1}}, tu pedido ya salió.', added: true }] })
    const back = kept && sync(kept, [asMeta, { category: 'MARKETING', status: 'PENDING' }])
    expect(back).toMatchObject({ version: null, kept: { body: asMeta, isReadBack: true, version: 1 } })
    expect(back && sync(back.kept, [OTHER])?.kept.version).toBe(2)
  })
  test('turns out on the list when the answer was lost', () => {
    const change = sync(submitted(draft()), [BODY, { status: 'APPROVED', platformId: '77' }])
    expect(change?.version).toMatchObject({ version: 1, by: ANA })
    expect(change?.kept).toMatchObject({
      submission: null,
      draft: null,
      template: { status: 'APPROVED', platformId: '77' },
    })
  })
  test('is settled once', () => {
    const kept = taken(submitted(draft()), acceptance, NOON)?.kept
    expect(kept && taken(kept, acceptance, NOON)).toBeNull()
  })
})
