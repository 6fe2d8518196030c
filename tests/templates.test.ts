import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TemplateDetail } from '#contract/templates.ts'
import type { ConversationView, LineView, MessageView } from '#contract/views.ts'
import { type House, openHouse, until } from './house.ts'

let house: House
let lineId: string
beforeAll(async () => {
  house = await openHouse()
  const { body } = await house.api<{ data: LineView[] }>('GET', '/lines')
  lineId = body.data[0]?.id ?? ''
})
afterAll(() => house.close())

type Asked = { readonly name: string; readonly components: readonly object[] }
const begin = async ({ name, components }: Asked) => {
  const body = { name, language: 'es_MX', category: 'UTILITY', components }
  return house.api<TemplateDetail>('POST', '/templates', { lineId, purpose: 'shipping', body })
}
const submit = ({ id, revision }: TemplateDetail) =>
  house.api<TemplateDetail>('POST', `/templates/${id}/submit`, { revision })
const reach = (id: string, status: string) =>
  until(`template ${id} ${status}`, async () => {
    const { body } = await house.api<TemplateDetail>('GET', `/templates/${id}`)
    return body.status === status ? body : undefined
  })
const text = (words: string) => ({ type: 'BODY', text: words, example: { body_text: [['Lucía']] } })

/** A file in our store. */
async function upload(): Promise<string> {
  const file = readFileSync(path.join(import.meta.dirname, '../emulator/samples/photo.jpg'))
  const answer = await fetch(`${house.demo.url}/api/v1/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${house.demo.apiKey}`, 'content-type': 'image/jpeg', 'x-filename': 'bota.jpg' },
    body: file,
  })
  return ((await answer.json()) as { id: string }).id
}

test('a template with a picture goes to Meta with its example, is approved, and is sent with a file', async () => {
  const mediaId = await upload()
  const example = await house.api<{ handle: string }>('POST', '/templates/media', { lineId, mediaId })
  expect([example.status, example.body.handle]).toEqual([201, expect.any(String)])
  const drafted = await begin({
    name: 'pedido_con_foto',
    components: [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: [example.body.handle] } },
      text('Hola {{1}}, tu pedido ya salió de nuestro almacén y llega mañana por la tarde.'),
    ],
  })
  expect((await submit(drafted.body)).status).toBe(202)
  const approved = await reach(drafted.body.id, 'APPROVED')
  expect(approved).toMatchObject({ draft: null, approvedVersion: 1, sendable: true, purpose: 'shipping' })
  expect(approved.slots.map(({ key }) => key)).toEqual(['header'])

  const line = String(house.demo.phoneNumberIds[0])
  await house.control('POST', `/phones/lucia/chats/${line}/messages`, { kind: 'text', text: '¿Y mi pedido?' })
  const conversation = await until('the conversation', async () => {
    const { body } = await house.api<{ data: ConversationView[] }>('GET', '/conversations?limit=100')
    return body.data.find((row) => row.contact.name === 'Lucía Paredes' && row.lastMessage?.direction === 'in')
  })
  const content = {
    ...{ kind: 'template', name: 'pedido_con_foto', language: 'es_MX' },
    values: { '1': 'Lucía', header: { mediaId } },
  }
  const to = { conversationId: conversation.id }
  const sent = await house.api<MessageView>('POST', '/messages', { to, content }, { 'idempotency-key': randomUUID() })
  expect(sent.status).toBe(202)
  await until('the delivery', async () => {
    const { body } = await house.api<MessageView>('GET', `/messages/${sent.body.id}`)
    if (body.problem) throw new Error(JSON.stringify(body.problem))
    return body.status === 'delivered' || body.status === 'read' ? body : undefined
  })
})

test('one that the reviewer rejects comes back with a reason and advice, is repaired and approved', async () => {
  const drafted = await begin({
    name: 'aviso_de_cuota',
    components: [text('Señor {{1}}, si no paga hoy publicaremos su deuda en sus redes y avisaremos a sus vecinos.')],
  })
  await submit(drafted.body)
  const rejected = await reach(drafted.body.id, 'REJECTED')
  expect(rejected.reason?.advice).toMatch(/\p{L}/u)
  const repaired = {
    ...{ name: 'aviso_de_cuota', language: 'es_MX', category: 'UTILITY' },
    components: [text('Hola {{1}}, tu cuota vence mañana. Si ya la pagaste, no hace falta que hagas nada más.')],
  }
  const changed = await house.api<TemplateDetail>('POST', `/templates/${rejected.id}`, {
    revision: rejected.revision,
    body: repaired,
  })
  expect((await submit(changed.body)).status).toBe(202)
  expect(await reach(rejected.id, 'APPROVED')).toMatchObject({ version: 2, approvedVersion: 2 })
})

test('one from Meta’s library is approved, and deleted its name is blocked', async () => {
  const { body: library } = await house.api<{ data: { name: string; language: string; buttons: object[] }[] }>(
    'GET',
    `/templates/library?lineId=${lineId}&language=es`,
  )
  const found = library.data.find(({ buttons }) => buttons.length === 0) ?? library.data[0]
  expect(found).toBeDefined()
  const buttons = found?.buttons.map(() => ({ kind: 'URL', url: 'https://www.aurora.example/' })) ?? []
  const made = await house.api<TemplateDetail>('POST', '/templates/library', {
    ...{ lineId, libraryName: found?.name, language: 'es', name: 'de_la_biblioteca', buttons },
  })
  expect(made.status).toBe(201)
  await submit(made.body)
  const approved = await reach(made.body.id, 'APPROVED')
  expect((await house.api('POST', `/templates/${approved.id}/delete`)).status).toBe(204)
  const { body: limits } = await house.api<{ blockedNames: { name: string }[] }>(
    'GET',
    `/templates/limits?lineId=${lineId}`,
  )
  expect(limits.blockedNames.map(({ name }) => name)).toEqual(['de_la_biblioteca'])
})
