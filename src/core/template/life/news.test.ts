import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hours, type Instant, minutes, plus } from '#base/time.ts'
import type { KeptTemplate } from '../kept.ts'
import type { TemplateStatus } from '../template.ts'
import { hear, type TemplateNews } from './news.ts'
import { ANA, bodyOf, listed, listing, newTemplateId, NOON, seen, GROUP, ACCOUNT } from './scene.ts'
import { draftTemplate } from './draft.ts'
import { reconcile } from './sync.ts'

const BODY = bodyOf('Hola {{1}}, tu pedido ya salió.')
const ABOUT = { name: 'pedido_enviado', language: 'es_MX' }
const status = (to: TemplateStatus, reason: string | null = null): TemplateNews => ({
  ...{ ...ABOUT, kind: 'status', status: to, reason, said: [] },
})
const at = (minute: number): Instant => plus(NOON, minutes(minute))
const after = (kept: KeptTemplate, ...told: readonly (readonly [news: TemplateNews, at: Instant])[]): KeptTemplate =>
  told.reduce((now, [news, when]) => hear(now, news, when)?.kept ?? now, kept)

describe('a state told by webhook', () => {
  test.each<TemplateStatus>(['APPROVED', 'PAUSED', 'DISABLED', 'FLAGGED', 'IN_APPEAL', 'ARCHIVED', 'LOCKED'])(
    'is so at once: %s',
    (to) => {
      const pending = seen(BODY, { status: 'PENDING' })
      expect(after(pending, [status(to), at(1)]).template.status).toBe(to)
    },
  )
  test('comes with its reason and with what happened', () => {
    const change = hear(seen(BODY, { status: 'PENDING' }), status('REJECTED', 'INVALID_FORMAT'), at(1))
    expect(change?.kept.template).toMatchObject({ status: 'REJECTED', statusReason: 'INVALID_FORMAT' })
    const what = { kind: 'status', from: 'PENDING', to: 'REJECTED', reason: 'INVALID_FORMAT' }
    expect(change?.events).toEqual([{ at: at(1), by: null, what }])
  })
  test('that is older than what is known changes nothing, nor does a repetition', () => {
    const paused = after(seen(BODY), [status('PAUSED'), at(5)])
    expect(hear(paused, status('APPROVED'), at(4))).toBeNull()
    expect(hear(paused, status('PAUSED'), at(5))).toBeNull()
  })
  test('of deletion says from when the name is blocked; approval says which text was approved', () => {
    expect(after(seen(BODY), [status('PENDING_DELETION'), at(1)], [status('DELETED'), at(9)]).deletedAt).toBe(at(1))
    expect(after(seen(BODY, { status: 'PENDING' }), [status('APPROVED'), at(1)]).approvedVersion).toBe(1)
  })
  test('does not touch a draft that only we have', () => {
    const about = { accountId: ACCOUNT, templateId: newTemplateId(), groupKey: GROUP, body: BODY, purpose: null }
    const drafted = draftTemplate(about, ANA, NOON)
    expect(drafted.ok && hear(drafted.value.kept, status('APPROVED'), at(1))).toBeNull()
  })
})

test('a category is announced, and done', () => {
  const announced = after(seen(BODY), [
    { ...ABOUT, kind: 'category-announced', category: 'MARKETING', from: plus(NOON, hours(24)) },
    at(1),
  ])
  expect(announced.announced).toEqual({ category: 'MARKETING', at: plus(NOON, hours(24)) })
  expect(announced.template.category).toBe('UTILITY')
  const done = after(announced, [{ ...ABOUT, kind: 'category', category: 'MARKETING' }, at(60 * 24)])
  expect([done.template.category, done.announced]).toEqual(['MARKETING', null])
})

test('in any order, twice and late, the end is the same, and the list that follows has the last word', () => {
  const words = fc.tuple(
    fc.constantFrom<TemplateStatus>('APPROVED', 'PAUSED', 'REJECTED', 'DISABLED', 'PENDING', 'FLAGGED'),
    fc.integer({ min: 1, max: 6 }),
  )
  const told = fc.uniqueArray(words, { minLength: 1, maxLength: 8, selector: ([to, minute]) => `${to}${minute}` })
  fc.assert(
    fc.property(
      told.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray([...list, ...list], { minLength: list.length * 2 })),
      ),
      ([once, shuffled]) => {
        const play = (list: typeof once) =>
          after(seen(BODY, { status: 'PENDING' }), ...list.map(([to, minute]) => [status(to), at(minute)] as const))
        const inOrder = once.toSorted((one, other) => one[1] - other[1])
        const [straight, mixed] = [play(inOrder), play(shuffled)]
        expect(mixed.template).toEqual({ ...straight.template, templateId: mixed.template.templateId })
        const list = listing([listed(BODY, { status: 'PAUSED' })], { askedAt: at(7) })
        const [change] = reconcile([mixed], list)
        expect((change?.kept ?? mixed).template.status).toBe('PAUSED')
      },
    ),
  )
})
