import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TemplateDetail, TemplateRow } from '#contract/templates.ts'
import type { NoticeView } from '#contract/notice.ts'
import type { LineView } from '#contract/views.ts'
import { accepted, type House, openHouse, until, WABA } from './test-house.ts'

type Row = { id: string; name: string; language: string; status: string; category: string; components: unknown } & {
  correct_category?: string
}

/** What Meta has, and what it does with the next requests that make or change something. */
let rows: Row[] = []
let conduct: 'takes' | 'loses the answer' | 'is away' | { error: object } = 'takes'
let house: House
let lineId: string
let count = 0

beforeAll(async () => {
  house = await openHouse()
  house.answerWith((call, response) => {
    const { pathname, searchParams } = new URL(call.url, 'http://meta')
    if (call.method === 'GET' && pathname.endsWith('/message_templates')) {
      const name = searchParams.get('name')
      return json(response, { data: rows.filter((row) => name === null || row.name === name) })
    }
    if (pathname.endsWith('/message_templates') && call.method === 'POST')
      return change(response, () => make(call.body))
    if (pathname.endsWith('/message_templates')) {
      const id = searchParams.get('hsm_id')
      return change(response, () => ((rows = rows.filter((row) => row.id !== id)), { success: true }))
    }
    const [, id, edge] = /\/v26\.0\/(9\d+)(?:\/(\w+))?$/.exec(pathname) ?? []
    const row = rows.find((each) => each.id === id)
    if (row && edge === undefined) return change(response, () => edit(row, call.body))
    if (row && edge !== undefined) {
      return change(response, () => ((row.status = edge === 'archive' ? 'ARCHIVED' : 'APPROVED'), { success: true }))
    }
    return accepted(call, response)
  })
  const lines = await house.api<{ data: LineView[] }>('GET', '/api/v1/lines')
  lineId = lines.body.data[0]?.id ?? ''
})
beforeEach(() => {
  rows = []
  conduct = 'takes'
})
afterAll(() => house.close())

function json(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
function change(response: ServerResponse, act: () => object): void {
  if (typeof conduct === 'object') return json(response, conduct, 400)
  if (conduct === 'is away') return json(response, { error: { code: 2, message: 'Down', is_transient: true } }, 503)
  const answer = act()
  if (conduct === 'loses the answer') {
    conduct = 'takes'
    return void response.destroy()
  }
  json(response, answer)
}
function make(body: string): object {
  const row = { ...(JSON.parse(body) as Row), id: `9${++count}`, status: 'PENDING' }
  rows.push(row)
  return { id: row.id, status: row.status, category: row.category }
}
const edit = (row: Row, body: string): object => (
  Object.assign(row, JSON.parse(body) as object, { status: 'PENDING' }),
  { success: true }
)

const body = (name: string, text = 'Hola {{1}}, tu pedido ya salió hacia tu casa.') => ({
  ...{ name, language: 'es_MX', category: 'UTILITY' },
  components: [{ type: 'BODY', text, example: { body_text: [['Lucía']] } }],
})
const begin = async (name: string, text?: string) =>
  (await house.api<TemplateDetail>('POST', '/api/v1/templates', { lineId, body: body(name, text) })).body
const ask = (id: string, what: string, more?: object) =>
  house.api<TemplateDetail & { errors: { code: string; field: string }[] }>(
    'POST',
    `/api/v1/templates/${id}/${what}`,
    more,
  )
const submit = ({ id, revision }: TemplateDetail) => ask(id, 'submit', { revision })
const get = async (id: string) => (await house.api<TemplateDetail>('GET', `/api/v1/templates/${id}`)).body
const reaching = (id: string, is: (now: TemplateDetail) => boolean) =>
  until(async () => {
    const now = await get(id)
    return is(now) ? now : undefined
  })
const posts = () => house.calls.filter(({ method, url }) => method === 'POST' && url.includes('/message_templates'))
const tell = (field: string, value: object, seconds: number) =>
  house.knock(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: WABA, time: seconds, changes: [{ field, value }] }],
    }),
  )
const told = (name: string, event: string, more: object = {}) => ({
  ...{ event, message_template_id: 1, message_template_name: name, message_template_language: 'es-MX' },
  ...more,
})
const soon = () => Math.floor(Date.now() / 1000)

test('a draft is submitted, taken, approved by webhook, edited within its limits and deleted', async () => {
  const drafted = await begin('pedido_en_camino')
  const sent = await submit(drafted)
  expect([sent.status, sent.body.submission?.kind]).toEqual([202, 'create'])
  const taken = await reaching(drafted.id, ({ version }) => version === 1)
  expect(taken).toMatchObject({ status: 'PENDING', draft: null, platformId: rows[0]?.id, submission: null })
  rows[0]!.status = 'APPROVED'
  await tell('message_template_status_update', told('pedido_en_camino', 'APPROVED', { reason: 'NONE' }), soon() + 2)
  const approved = await reaching(drafted.id, ({ status }) => status === 'APPROVED')
  expect(approved).toMatchObject({
    approvedVersion: 1,
    can: { edit: [], submit: [{ code: 'template-nothing-to-submit' }] },
  })

  const other = {
    revision: approved.revision,
    body: body('pedido_en_camino', 'Hola {{1}}, tu pedido llega hoy a casa.'),
  }
  const changed = await house.api<TemplateDetail>('POST', `/api/v1/templates/${drafted.id}`, other)
  expect(changed.body).toMatchObject({ status: 'APPROVED', body: approved.body, draft: { from: 1, isBehind: false } })
  await submit(changed.body)
  const edited = await reaching(drafted.id, ({ version }) => version === 2)
  expect(edited).toMatchObject({ status: 'PENDING', body: 'Hola {{1}}, tu pedido llega hoy a casa.' })
  rows[0]!.status = 'APPROVED'
  expect((await house.api('POST', '/api/v1/templates/sync', {})).status).toBe(204)
  const again = await reaching(drafted.id, ({ status }) => status === 'APPROVED')
  const limits = await house.api<{ creations: { left: number } }>('GET', `/api/v1/templates/limits?lineId=${lineId}`)
  expect(limits.body).toMatchObject({ creations: { left: 99 }, templates: { used: 1, most: 250 }, blockedNames: [] })
  const third = { revision: again.revision, body: body('pedido_en_camino') }
  const redrafted = await house.api<TemplateDetail>('POST', `/api/v1/templates/${drafted.id}`, third)
  expect(redrafted.body.can.submit[0]?.code).toBe('template-edit-limit')
  expect((await submit(redrafted.body)).status).toBe(429)

  const versions = await house.api<{ data: { version: number }[] }>('GET', `/api/v1/templates/${drafted.id}/versions`)
  expect(versions.body).toMatchObject({
    data: [
      { version: 2, isApproved: true, by: { kind: 'api' } },
      { version: 1, isApproved: false },
    ],
    difference: { from: 2, to: null, components: [{ component: 'body' }] },
  })

  expect((await ask(drafted.id, 'delete')).status).toBe(204)
  const deleted = await reaching(drafted.id, ({ status }) => status !== 'APPROVED')
  expect(deleted).toMatchObject({ status: 'PENDING_DELETION', nameFreeAt: expect.any(String) })
  expect(rows).toEqual([])
  const kinds = deleted.history.map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind !== 'status')).toEqual([
    ...['asked', 'edited-approved', 'submitted', 'drafted', 'created', 'submitted', 'drafted'].toSpliced(
      1,
      0,
      'drafted',
    ),
  ])
})

test('what the linter finds to be an error does not leave', async () => {
  const drafted = await begin('aviso_de_llegada', 'Hola, tu pedido llega el {{1}}')
  const refused = await submit(drafted)
  expect([refused.status, refused.body.errors[0]]).toMatchObject([422, { code: 'template-faulty', field: 'body' }])
})

test('an answer that got lost creates nothing twice', async () => {
  const before = posts().length
  conduct = 'loses the answer'
  const drafted = await begin('respuesta_perdida')
  await submit(drafted)
  await until(() => Promise.resolve(rows.length === 1 || undefined))
  await house.api('POST', '/api/v1/templates/sync', {})
  const taken = await reaching(drafted.id, ({ version }) => version === 1)
  expect(taken).toMatchObject({ status: 'PENDING', draft: null, submission: null, platformId: rows[0]?.id })
  expect(posts()).toHaveLength(before + 1)
})

test('a name that somebody took at Meta meanwhile is said so; the draft stays', async () => {
  const drafted = await begin('nombre_tomado')
  rows.push({ ...body('nombre_tomado', 'Otra cosa muy distinta.'), id: '9999', status: 'APPROVED' })
  conduct = { error: { code: 100, error_subcode: 2388024, message: 'Invalid parameter' } }
  await submit(drafted)
  const back = await reaching(drafted.id, ({ trouble }) => trouble !== null)
  expect(back).toMatchObject({ trouble: { code: 'template-exists' }, submission: null, hasDraft: true })
})

test('what Meta refuses comes back with the cause, and can be repaired and submitted again', async () => {
  const drafted = await begin('rechazo_inmediato')
  const words = { error_user_title: 'Campos de más', error_user_msg: 'Demasiados campos.' }
  conduct = { error: { code: 100, error_subcode: 2388293, message: 'Invalid parameter', ...words } }
  await submit(drafted)
  const back = await reaching(drafted.id, ({ trouble }) => trouble !== null)
  expect(back.trouble).toMatchObject({ code: '2388293', title: 'Campos de más', details: 'Demasiados campos.' })
  expect(back.can.submit).toEqual([])
  conduct = 'takes'
  await submit(back)
  expect(await reaching(drafted.id, ({ version }) => version === 1)).toMatchObject({ trouble: null })
})

test('an archive is asked of Meta, and its no is told in words', async () => {
  const drafted = await begin('para_archivar')
  await submit(drafted)
  await reaching(drafted.id, ({ version }) => version === 1)
  rows[0]!.status = 'APPROVED'
  await house.api('POST', '/api/v1/templates/sync', {})
  await reaching(drafted.id, ({ status }) => status === 'APPROVED')
  conduct = { error: { code: 100, message: 'Not today' } }
  const refused = await ask(drafted.id, 'archive')
  expect([refused.status, refused.body.errors[0]?.code]).toEqual([409, 'platform-refused'])
  conduct = 'takes'
  expect((await ask(drafted.id, 'archive')).body).toMatchObject({ status: 'ARCHIVED', can: { unarchive: [] } })
  expect((await ask(drafted.id, 'unarchive')).body.status).toBe('APPROVED')
})

test('whoever used a template is told once that Meta stopped it, in their language', async () => {
  rows = [{ ...body('se_pausa'), id: '9700', status: 'APPROVED' }]
  await house.api('POST', '/api/v1/templates/sync', {})
  await until(async () => {
    const list = await house.api<{ data: TemplateRow[] }>('GET', '/api/v1/templates?q=se_pausa')
    return list.body.data[0]
  })
  const { email, password } = house.config.demo!
  const ask = async (method: string, route: string, more: object, cookie = '') =>
    fetch(house.url + route, {
      method,
      headers: {
        ...{ 'content-type': 'application/json', 'accept-language': 'en', origin: house.config.publicUrl },
        ...(cookie === '' ? {} : { cookie }),
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(more) }),
    })
  const signedIn = await ask('POST', '/api/v1/sign-in', { email, password })
  const session = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const unseen = async () =>
    ((await (await ask('GET', '/api/v1/notices/mine', {}, session)).json()) as { data: NoticeView[] }).data
  rows[0]!.status = 'PAUSED'
  await tell('message_template_status_update', told('se_pausa', 'PAUSED'), soon() + 1)
  const mine = await until(async () => (await unseen()).find(({ template }) => template?.name === 'se_pausa'))
  expect(mine.title).toBe('Meta paused the template se_pausa for its low quality.')
  expect((await ask('POST', '/api/v1/notices/mine/seen', { ids: [mine.id] }, session)).status).toBe(204)
  expect((await unseen()).map(({ id }) => id)).not.toContain(mine.id)
})

test('what is told late changes nothing that is newer', async () => {
  rows = [{ ...body('orden_de_avisos'), id: '9800', status: 'PAUSED' }]
  await house.api('POST', '/api/v1/templates/sync', {})
  const found = await until(async () => {
    const list = await house.api<{ data: TemplateRow[] }>('GET', '/api/v1/templates?q=orden_de_avisos')
    return list.body.data[0]
  })
  await tell('message_template_status_update', told('orden_de_avisos', 'APPROVED'), soon() - 600)
  rows[0]!.correct_category = 'MARKETING'
  await tell(
    'template_category_update',
    told('orden_de_avisos', '', { new_category: 'UTILITY', correct_category: 'MARKETING' }),
    soon() + 1,
  )
  const now = await reaching(found.id, ({ announced }) => announced !== null)
  expect(now).toMatchObject({ status: 'PAUSED', announced: { category: 'MARKETING' }, reason: { code: 'PAUSED' } })
})
