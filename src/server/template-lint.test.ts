import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LintView } from '#contract/template-lint.ts'
import type { AccountId } from '#core/account/account.ts'
import { bodyOf, listed, listing } from '#core/template/life/scene.ts'
import { reconcile } from '#core/template/life/sync.ts'
import { type House, openHouse, WABA } from './test-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  // The first question of a language opens its dictionary.
  await lint(draft(TEXT))
})
afterAll(() => house.close())

const ROUTE = '/api/v1/templates/lint'
const TEXT = 'Hola {{1}}, tu pedido {{2}} ya va en camino a tu domicilio.'
const draft = (text: string, more: object = {}) => ({
  name: 'pedido_en_camino',
  language: 'es_MX',
  category: 'UTILITY',
  components: [{ type: 'BODY', text, example: { body_text: [['Lucía', 'A-17']] } }],
  ...more,
})
const lint = (body: unknown, query = '', more: Record<string, string> = {}) =>
  house.api<LintView>('POST', `${ROUTE}${query}`, body, more)

test('a template is judged with words in the language asked for, spelling and cost', async () => {
  const asked = draft('Hola {{1}}, tu pedído {{2}} ya salió. Compra hoy con 20 % de descuento.')
  const answer = await lint(asked, '', { 'accept-language': 'en' })
  expect(answer.status).toBe(200)
  const { findings, predictedCategory, why } = answer.body
  expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'warning promotion',
    'warning category-mismatch',
    'advice spelling',
  ])
  expect(findings[2]).toMatchObject({ component: 'body', span: { start: 15, end: 21 }, fix: { text: 'pedido' } })
  expect(findings[1]?.message).toBe('Meta will make it MARKETING, not UTILITY.')
  expect(predictedCategory).toBe('MARKETING')
  expect(why.cost?.predicted?.micros).toBeGreaterThan(why.cost?.asked?.micros ?? 0)
})

test('spelling can be left out, and the company’s own words are right', async () => {
  const asked = draft('Hola {{1}}, tu pedido de zapatiquín {{2}} ya salió hoy.')
  expect((await lint(asked)).body.findings.map(({ code }) => code)).toEqual(['spelling'])
  expect((await lint(asked, '?spelling=false')).body.findings).toEqual([])
  expect((await lint(asked, '?words=otra,Zapatiqu%C3%ADn')).body.findings).toEqual([])
})

test('words the company adds are right from then on, for itself alone', async () => {
  const asked = draft('Hola {{1}}, tu pedido de merendina {{2}} ya salió hoy.')
  const codes = async () => (await lint(asked)).body.findings.map(({ code }) => code)
  expect(await codes()).toEqual(['spelling'])
  const words = (way: string, list: readonly string[]) =>
    house.api<{ words: string[] }>('POST', `/api/v1/words${way}`, { words: list })
  const added = await words('', ['Merendina', 'aurora', 'merendina'])
  expect(added).toMatchObject({ status: 200, body: { words: ['aurora', 'merendina'] } })
  expect(await codes()).toEqual([])
  expect(await words('', ['dos palabras'])).toMatchObject({ status: 422 })
  const removed = await words('/remove', ['MERENDINA', 'nunca'])
  expect(removed.body.words).toEqual(['aurora'])
  expect(await codes()).toEqual(['spelling'])
})

test('a text that another template of the account has is told; another company’s is not', async () => {
  const [account] = await house.store.registry.accounts.list()
  const accountId = account!.accountId
  const keep = (owner: AccountId, groupKey: string, text: string) => {
    const body = bodyOf(text, { name: 'viejo' })
    const list = listing([listed(body)], { accountId: owner, groupKey })
    return house.store.templates.reconcile(owner, groupKey, (known) => reconcile(known, list))
  }
  await keep(accountId, WABA, TEXT.replace('{{2}}', '{{9}}'))
  const stranger = '00000000-0000-7000-8000-00000000000f' as AccountId
  await house.store.registry.accounts.create({ ...account!, accountId: stranger, name: 'Otra' })
  await keep(stranger, 'w', 'Solo suyo.')
  const lines = await house.api<{ data: { id: string }[] }>('GET', '/api/v1/lines')
  // By line: what was read before for the whole account is good for ten seconds.
  const query = `?lineId=${lines.body.data[0]?.id}`
  expect((await lint(draft(TEXT), query)).body.findings).toMatchObject([{ code: 'same-text' }])
  expect((await lint(draft('Solo suyo.'), query)).body.findings.map(({ code }) => code)).not.toContain('same-text')
})

test('nobody who is not signed in is answered, nor a line that is not ours', async () => {
  expect((await lint(draft(TEXT), '', { authorization: 'Bearer nobody' })).status).toBe(401)
  expect((await lint(draft(TEXT), '?lineId=00000000-0000-7000-8000-000000000001')).status).toBe(404)
  expect((await lint([])).status).toBe(422)
})

test('any JSON is answered with findings or a clear no', async () => {
  const parts = fc.array(fc.oneof(fc.jsonValue(), fc.record({ type: fc.constant('BODY'), text: fc.jsonValue() })))
  const drafts = fc.record({
    name: fc.jsonValue(),
    language: fc.jsonValue(),
    category: fc.jsonValue(),
    components: parts,
  })
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.jsonValue(), drafts), async (body) => {
      const { status } = await house.api('POST', ROUTE, JSON.stringify(body), { 'content-type': 'application/json' })
      expect([200, 400, 422]).toContain(status)
    }),
    { numRuns: 150 },
  )
})
