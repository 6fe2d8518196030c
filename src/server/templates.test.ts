import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TemplateDetail, TemplateRow } from '#contract/templates.ts'
import type { LineView } from '#contract/views.ts'
import { type House, openHouse } from './test-house.ts'

let house: House
let lineId: string
beforeAll(async () => {
  house = await openHouse()
  const lines = await house.api<{ data: LineView[] }>('GET', '/api/v1/lines')
  lineId = lines.body.data[0]?.id ?? ''
})
afterAll(() => house.close())

const body = (name: string, text = 'Hola {{1}}, tu pedido ya salió.') => ({
  ...{ name, language: 'es-MX', category: 'UTILITY' },
  components: [{ type: 'BODY', text, example: { body_text: [['Lucía']] } }],
})
const begin = (name: string, more: object = {}) =>
  house.api<TemplateDetail>('POST', '/api/v1/templates', { lineId, body: body(name), ...more })
const get = (id: string) => house.api<TemplateDetail>('GET', `/api/v1/templates/${id}`)
const list = async (query = '') => {
  const { body: page } = await house.api<{ data: TemplateRow[] }>('GET', `/api/v1/templates${query}`)
  return page.data.map(({ name, language, status }) => `${name} ${language} ${status}`)
}

test('a draft begins, is shown in the list and alone, changes, and goes', async () => {
  const begun = await begin('pedido_enviado', { purpose: 'shipping' })
  expect(begun.status).toBe(201)
  expect(begun.body).toMatchObject({
    ...{ status: 'DRAFT', language: 'es_MX', purpose: 'shipping', hasDraft: true, version: 0, revision: 1 },
    draft: { from: null, isBehind: false, by: { kind: 'api' }, body: { language: 'es_MX' } },
    can: { submit: [], delete: [], archive: [{ code: 'template-state' }] },
    history: [{ kind: 'drafted' }],
  })
  const { id } = begun.body
  expect(await list('?purpose=shipping&status=DRAFT&language=es-MX')).toEqual(['pedido_enviado es_MX DRAFT'])
  const change = { revision: 1, body: body('pedido_en_camino', 'Otro texto.'), purpose: null }
  const changed = await house.api<TemplateDetail>('POST', `/api/v1/templates/${id}`, change)
  expect(changed.body).toMatchObject({ name: 'pedido_en_camino', body: 'Otro texto.', purpose: null, revision: 2 })
  expect((await get(id)).body).toEqual(changed.body)
  const late = await house.api('POST', `/api/v1/templates/${id}`, change)
  expect([late.status, late.body.code]).toEqual([409, 'template-changed-meanwhile'])
  expect((await house.api('POST', `/api/v1/templates/${id}/delete`)).status).toBe(204)
  expect((await get(id)).status).toBe(404)
})

test('there is one of a name and language, and a copy in another language', async () => {
  const { body: first } = await begin('cita_confirmada')
  const second = await house.api('POST', '/api/v1/templates', { lineId, body: body('cita_confirmada') })
  expect([second.status, second.body.code]).toEqual([409, 'template-exists'])
  const copied = await house.api<TemplateDetail>('POST', `/api/v1/templates/${first.id}/duplicate`, {
    language: 'pt-BR',
  })
  expect([copied.status, copied.body.language, copied.body.body]).toEqual([201, 'pt_BR', first.body])
  expect(await list('?q=cita')).toEqual(['cita_confirmada es_MX DRAFT', 'cita_confirmada pt_BR DRAFT'])
  const counts = await house.api<{ language: object }>('GET', '/api/v1/templates/counts')
  expect(counts.body.language).toEqual({ es_MX: 1, pt_BR: 1 })
})

test('what is no template body is refused with its place', async () => {
  const wrong = { ...body('x'), language: 'klingon' }
  const answer = await house.api('POST', '/api/v1/templates', { lineId, body: wrong })
  expect([answer.status, answer.body.errors[0]?.field]).toEqual([422, 'body.language'])
  const nowhere = await house.api('POST', '/api/v1/templates', {
    lineId: '00000000-0000-7000-8000-00000000000f',
    body: body('x'),
  })
  expect(nowhere.body.code).toBe('line-missing')
})
