import { afterAll, beforeAll, expect, test } from 'vitest'
import { failed, ok } from '#base/result.ts'
import { days, hours, plus } from '#base/time.ts'
import type { AgentId, TemplateId } from '#core/account/account.ts'
import type { KeptTemplate } from '#core/template/kept.ts'
import { changeDraft, draftTemplate } from '#core/template/life/draft.ts'
import { ANA, bodyOf, listed, listing, newTemplateId, NOON } from '#core/template/life/scene.ts'
import { reconcile } from '#core/template/life/sync.ts'
import { ACME, BETA, contactId } from '../ledger.scene.ts'
import { Taken } from '../registry.ts'
import type { KeptTemplateFilter, Templates } from '../templates.ts'
import { testStore, type TestStore } from './test-store.ts'

let test_: TestStore
let templates: Templates
beforeAll(async () => {
  test_ = await testStore()
  templates = test_.store.templates
})
afterAll(() => test_.drop())

const ALL: KeptTemplateFilter = {
  ...{ groupKey: null, q: null, status: null, category: null, language: null, quality: null, purpose: null },
  ...{ order: 'name', since: NOON, limit: 50, cursor: null },
}
const names = async (filter: Partial<KeptTemplateFilter> = {}) => {
  const { data } = await templates.list(ACME, { ...ALL, ...filter })
  return data.map(({ template }) => `${template.name} ${template.status}`)
}
const body = (name: string) => bodyOf(`Hola {{1}} de ${name}`, { name })
const sync = (groupKey: string, list: ReturnType<typeof listed>[], askedAt = NOON) =>
  templates.reconcile(ACME, groupKey, (known) =>
    reconcile(known, listing(list, { accountId: ACME, groupKey, askedAt })),
  )
const drafted = (name: string, groupKey = 'drafts') => {
  const wanted = {
    accountId: ACME,
    templateId: newTemplateId(),
    groupKey,
    body: body(name),
    purpose: 'shipping',
  } as const
  const change = draftTemplate(wanted, ANA, NOON)
  if (!change.ok) throw new Error('This draft is good')
  return change.value
}

test('a group is as Meta lists it, and what is gone is kept as deleted', async () => {
  expect(await sync('waba', [listed(body('aviso_de_envio')), listed(body('cita'))])).toHaveLength(2)
  expect(await sync('waba', [listed(body('cita')), listed(body('aviso_de_envio'))])).toHaveLength(0)
  const paused = listed(body('cita'), { status: 'PAUSED' })
  expect(await sync('waba', [paused, listed(body('bienvenida'))], plus(NOON, hours(1)))).toHaveLength(3)
  await sync('other', [listed(body('aviso_de_envio'))])
  expect(await names()).toEqual(['aviso_de_envio APPROVED', 'bienvenida APPROVED', 'cita PAUSED'])
  expect(await names({ groupKey: 'waba' })).toEqual(['bienvenida APPROVED', 'cita PAUSED'])
  expect(await names({ status: 'PAUSED' })).toEqual(['cita PAUSED'])
  expect(await names({ status: 'DELETED' })).toEqual(['aviso_de_envio DELETED'])
  expect(await names({ q: 'Envío' })).toEqual(['aviso_de_envio APPROVED'])
  const first = await templates.list(ACME, { ...ALL, limit: 2 })
  expect(await names({ cursor: first.next })).toEqual(['cita PAUSED'])
  expect(await templates.used(ACME, 'waba')).toBe(2)
  const at = plus(NOON, hours(1))
  expect(await templates.deletedNames(ACME, 'waba', NOON)).toEqual([{ name: 'aviso_de_envio', at }])
  expect((await templates.counts(ACME, 'waba')).status).toEqual({ APPROVED: 1, PAUSED: 1, DELETED: 1 })
})

test('a draft is kept once, changed by a decision, and comes back with its versions and what happened', async () => {
  const change = drafted('entrega')
  expect(await templates.add(change)).toBe(true)
  expect(await templates.add(drafted('entrega'))).toBe(false)
  const { templateId } = change.kept.template
  const changed = await templates.change(ACME, templateId, (kept) =>
    changeDraft(kept, { revision: 1, body: bodyOf('Otra cosa.', { name: 'entrega' }) }, ANA, NOON),
  )
  expect(changed).toMatchObject({ ok: true, value: { revision: 2, template: { body: 'Otra cosa.' } } })
  expect(await templates.get(ACME, templateId)).toEqual(changed?.ok ? changed.value : null)
  expect(await templates.change(ACME, templateId, () => failed('no'))).toEqual({ ok: false, error: 'no' })
  const version = { version: 1, body: body('entrega'), by: null, at: NOON }
  await templates.change(ACME, templateId, (kept: KeptTemplate) => ok({ kept, events: [], version }))
  expect(await templates.versions(ACME, templateId)).toEqual([version])
  expect((await templates.events(ACME, templateId)).map(({ what }) => what.kind)).toEqual(['drafted'])
  expect(await templates.times(ACME, { templateId }, ['drafted'], plus(NOON, hours(-1)))).toEqual([NOON])
  expect(await templates.times(ACME, { groupKey: 'drafts' }, ['drafted'], NOON)).toEqual([])
})

test('two drafts cannot come to have the same name, and one that Meta never had can be forgotten', async () => {
  const [one, other] = [drafted('uno'), drafted('dos')]
  await templates.add(one)
  await templates.add(other)
  const { templateId } = other.kept.template
  const rename = templates.change(ACME, templateId, (kept) =>
    changeDraft(kept, { revision: 1, body: body('uno') }, ANA, NOON),
  )
  await expect(rename).rejects.toThrow(Taken)
  await templates.remove(ACME, templateId)
  expect(await templates.get(ACME, templateId)).toBeNull()
  const [kept] = (await templates.list(ACME, { ...ALL, q: 'cita' })).data
  await templates.remove(ACME, kept!.template.templateId)
  expect(await names({ q: 'cita' })).toEqual(['cita PAUSED'])
})

test('who sent one within some days is known, once each', async () => {
  const ref = { groupKey: 'waba', name: 'cita', language: 'es_MX' }
  const person = (id: number) => contactId(id) as string as AgentId
  for (const id of [1, 2]) {
    const about = { email: `agent${id}@acme.mx`, name: `Agent ${id}`, role: 'agent', passwordHash: 'x' } as const
    await test_.store.registry.agents.put({ accountId: ACME, agentId: person(id), ...about })
  }
  await templates.noteUse(ACME, ref, person(1), plus(NOON, days(-40)))
  await templates.noteUse(ACME, ref, person(2), plus(NOON, days(-3)))
  await templates.noteUse(ACME, ref, person(2), plus(NOON, days(-5)))
  expect(await templates.usersOf(ACME, ref, plus(NOON, days(-30)))).toEqual([person(2)])
  expect(await templates.usersOf(ACME, { ...ref, language: 'en' }, plus(NOON, days(-90)))).toEqual([])
})

test('another company sees and changes nothing', async () => {
  const [kept] = (await templates.list(ACME, ALL)).data
  const { templateId } = kept!.template
  expect(await templates.get(BETA, templateId)).toBeNull()
  expect(await templates.change(BETA, templateId, () => failed('reached'))).toBeNull()
  expect(await templates.get(ACME, 'no-uuid' as TemplateId)).toBeNull()
  expect((await templates.counts(BETA, null)).status).toEqual({})
})
