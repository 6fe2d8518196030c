import { WhatsAppClient } from '@kapso/whatsapp-cloud-api'
import { normalizeWebhook, verifySignature } from '@kapso/whatsapp-cloud-api/server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { WhatsAppAPI } from 'whatsapp-api-js'
import * as Say from 'whatsapp-api-js/messages'
import { sampleOf } from '../emulator/samples/samples.ts'
import { SALES, SECRET, startTestWorld, type TestWorld, TOKEN, WABA } from '../emulator/testing.ts'

type Message = Parameters<WhatsAppAPI['sendMessage']>[2]

/*
 * Two client libraries of the Cloud API that know nothing of us, as they come from npm. One is told where the emulator is,
 * the other is sent there by the `fetch` it is handed; neither has other code for it.
 */
let world: TestWorld
let kapso: WhatsAppClient
let other: WhatsAppAPI
let waId = ''
let userId = ''
let wamid = ''

beforeAll(async () => {
  world = await startTestWorld()
  const { url } = world.emulator
  kapso = new WhatsAppClient({ accessToken: TOKEN, baseUrl: url })
  const toEmulator = (input: string | URL | Request, init?: RequestInit) =>
    fetch(String(input).replace('https://graph.facebook.com', url), init)
  other = new WhatsAppAPI({
    token: TOKEN,
    appSecret: SECRET,
    webhookVerifyToken: 'verify-me',
    v: 'v24.0',
    ponyfill: { fetch: toEmulator as typeof fetch },
  })
  ;({ waId, userId } = world.emulator.world.phones.get('lucia') ?? { waId: '', userId: '' })
  wamid = await world.write('lucia', { kind: 'text', text: 'Hola' })
})
afterAll(() => world.close())

function fileOf(kind: string): Blob {
  const sample = sampleOf(kind)
  if (sample === undefined) throw new Error(`No sample for "${kind}"`)
  return new Blob([new Uint8Array(sample.bytes)], { type: sample.mime })
}

async function uploaded(kind: string): Promise<string> {
  const form = new FormData()
  form.set('file', fileOf(kind), 'un "archivo"; ñandú')
  const answer = await other.uploadMedia(SALES, form)
  if ('error' in answer) throw new Error(answer.error.message)
  return answer.id
}

test('a number is added, proven, registered, given a profile, and given back', async () => {
  const added = await world.graph('POST', `${WABA}/phone_numbers`, {
    cc: '52',
    phone_number: '5550003000',
    verified_name: 'Aurora Cobros',
  })
  const phoneNumberId = String(added.body['id'])
  const { phoneNumbers } = kapso
  await phoneNumbers.requestCode({ phoneNumberId, codeMethod: 'SMS', language: 'es_MX' })
  await expect(phoneNumbers.verifyCode({ phoneNumberId, code: '1' })).rejects.toThrow('Verify code error')
  const code = world.emulator.world.numbers.get(phoneNumberId)?.registration?.code?.value ?? ''
  expect(await phoneNumbers.verifyCode({ phoneNumberId, code })).toMatchObject({ success: true })
  expect(await phoneNumbers.register({ phoneNumberId, pin: '246810' })).toEqual({ success: true })
  await phoneNumbers.businessProfile.update({ phoneNumberId, about: 'Cobros', vertical: 'FINANCE' })
  expect(await phoneNumbers.businessProfile.get({ phoneNumberId, fields: 'about,vertical,email' })).toMatchObject({
    data: [{ about: 'Cobros', vertical: 'FINANCE' }],
  })
  await phoneNumbers.settings.update({ phoneNumberId, calling: { status: 'ENABLED', callIconVisibility: 'DEFAULT' } })
  expect(await phoneNumbers.settings.get({ phoneNumberId })).toMatchObject({ calling: { status: 'ENABLED' } })
  expect(await phoneNumbers.deregister({ phoneNumberId })).toEqual({ success: true })
})

describe('files', () => {
  test('go up whatever their names and wherever the fields stand, come down, and are deleted', async () => {
    const { id } = await kapso.media.upload({ phoneNumberId: SALES, type: 'image/jpeg', file: fileOf('image') })
    const bytes = await kapso.media.download({ mediaId: id, phoneNumberId: SALES, auth: 'always' })
    expect((bytes as ArrayBuffer).byteLength).toBe(fileOf('image').size)
    const second = await uploaded('audio')
    const found = await other.retrieveMedia(second, SALES)
    if ('error' in found) throw new Error(found.error.message)
    expect((await other.fetchMedia(found.url)).headers.get('content-type')).toBe('audio/ogg')
    expect(await other.deleteMedia(second, SALES)).toEqual({ success: true })
    expect(await other.retrieveMedia(second)).toMatchObject({ error: { code: 100, error_subcode: 33 } })
  })
})

describe('everything that can be said is taken', () => {
  const body = new Say.Body('Elija')
  const simple: readonly (readonly [string, () => Message])[] = [
    ['text', () => new Say.Text('Mire https://aurora.example', true)],
    ['location', () => new Say.Location(-99.1, 19.4, 'Sucursal', 'Reforma 1')],
    ['contacts', () => new Say.Contacts([new Say.Name('Ana Ruiz', 'Ana'), new Say.Phone('+52 55 1', 'CELL')])],
    ['reaction', () => new Say.Reaction(wamid, '👍')],
    ['no reaction', () => new Say.Reaction(wamid)],
    ['buttons', () => new Say.Interactive(new Say.ActionButtons(new Say.Button('a', 'Sí')), body)],
    [
      'list',
      () => new Say.Interactive(new Say.ActionList('Ver', new Say.ListSection('A', new Say.Row('1', 'Uno'))), body),
    ],
    ['link', () => new Say.Interactive(new Say.ActionCTA('Ver', 'https://aurora.example'), body)],
    ['location request', () => new Say.Interactive(new Say.ActionLocation(), body)],
    ['contact request', () => new Say.Interactive(new Say.ActionContactRequest(), body)],
    ['call request', () => new Say.Interactive(new Say.ActionCallPermission(), body)],
    ['form', () => new Say.Interactive(new Say.ActionNavigateFlow('t', '1', 'Abrir', 'INICIO', { a: 1 }), body)],
    ['form that asks', () => new Say.Interactive(new Say.ActionDataExchangeFlow('t', '1', 'Abrir'), body)],
    ['catalogue', () => new Say.Interactive(new Say.ActionCatalog(new Say.Product('p')), body)],
    ['product', () => new Say.Interactive(new Say.ActionProduct(new Say.CatalogProduct('p', 'c')), body)],
    [
      'products',
      () =>
        new Say.Interactive(
          new Say.ActionProductList('c', new Say.ProductSection('A', new Say.Product('p'))),
          body,
          new Say.Header('Nuestros'),
        ),
    ],
    ['code template', () => Say.Template.OTP('codigo_acceso', 'es', '482915')],
    [
      'text template',
      () =>
        new Say.Template(
          'appointment_reminder',
          'en_US',
          new Say.BodyComponent(
            ...(['Ana', 'Diego', 'Monday'].map((word) => new Say.BodyParameter(word)) as [Say.BodyParameter]),
          ),
        ),
    ],
  ]
  test.each(simple)('%s', async (_name, message) => {
    expect(await other.sendMessage(SALES, { phone: waId, bsuid: userId }, message())).toMatchObject({
      messages: [{ id: /^wamid\./ }],
    })
  })
  test.each([
    ['image', (id: string) => new Say.Image(id, true, 'Foto')],
    ['video', (id: string) => new Say.Video(id, true)],
    ['audio', (id: string) => new Say.Audio(id, true, true)],
    ['document', (id: string) => new Say.Document(id, true, 'Estado', 'estado.pdf')],
    ['sticker', (id: string) => new Say.Sticker(id, true)],
  ] as const)('%s by its id', async (kind, message) => {
    expect(
      await other.sendMessage(SALES, { phone: waId, bsuid: userId }, message(await uploaded(kind))),
    ).toHaveProperty('messages')
  })
  test('by user id, in reply, with typing, and refused with words', async () => {
    expect(await other.sendMessage(SALES, { bsuid: userId }, new Say.Text('Hola'), wamid)).toMatchObject({
      contacts: [{ user_id: userId }],
    })
    expect(
      await kapso.messages.markRead({ phoneNumberId: SALES, messageId: wamid, typingIndicator: { type: 'text' } }),
    ).toEqual({ success: true })
    await expect(
      kapso.messages.sendRaw({
        phoneNumberId: SALES,
        payload: { messaging_product: 'whatsapp', to: waId, type: 'text', text: {} },
      }),
    ).rejects.toThrow('(#131008)')
  })
})

test('templates are created, listed page by page, and deleted', async () => {
  const { templates } = kapso
  const made = await templates.create({
    businessAccountId: WABA,
    name: 'pedido_listo',
    language: 'es_MX',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'Hola {{1}}, su pedido ya salió hoy.', example: { bodyText: [['Ana']] } }],
  })
  expect(made).toMatchObject({ id: expect.stringMatching(/^\d+$/), category: 'UTILITY' })
  const names: string[] = []
  let after: string | undefined
  do {
    const page = await templates.list({ businessAccountId: WABA, limit: 5, ...(after === undefined ? {} : { after }) })
    names.push(...page.data.map(({ name }) => name))
    after = page.paging.next === undefined ? undefined : (page.paging.cursors?.after ?? undefined)
  } while (after !== undefined)
  expect(names).toContain('pedido_listo')
  expect(new Set(names).size).toBe(names.length)
  expect(await templates.delete({ businessAccountId: WABA, name: 'pedido_listo' })).toEqual({ success: true })
})

test('forms are created, checked, published and given up', async () => {
  const screen = { id: 'INICIO', title: 'Inicio', terminal: true, layout: { type: 'SingleColumnLayout', children: [] } }
  const name = 'Visitas'
  const { id } = await kapso.flows.create({ wabaId: WABA, name, flowJson: { version: '7.3', screens: [] } })
  await expect(kapso.flows.publish({ flowId: id })).rejects.toThrow('(#139002)')
  const better = await kapso.flows.updateAsset({ flowId: id, json: { version: '7.3', screens: [screen] } })
  expect(better).toMatchObject({ success: true, validationErrors: undefined })
  expect(await kapso.flows.publish({ flowId: id })).toEqual({ success: true })
  expect(await kapso.flows.get({ flowId: id, fields: 'name,status' })).toEqual({ name, status: 'PUBLISHED', id })
  expect(await kapso.flows.deprecate({ flowId: id })).toEqual({ success: true })
})

test('short links have pictures, and customers are blocked by user id', async () => {
  const made = await other.createQR(SALES, 'Quiero información', 'png')
  if ('error' in made) throw new Error(made.error.message)
  const picture = await fetch(made.qr_image_url ?? '')
  expect(
    Buffer.from(await picture.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
  expect(await other.updateQR(SALES, made.code, 'Quiero ayuda')).toMatchObject({ prefilled_message: 'Quiero ayuda' })
  expect(await other.retrieveQR(SALES)).toMatchObject({ data: [{ code: made.code }] })
  expect(await other.deleteQR(SALES, made.code)).toEqual({ success: true })
  expect(await other.blockUser(SALES, { bsuid: userId })).toMatchObject({
    block_users: { added_users: [{ input: userId }] },
  })
  expect(await other.unblockUser(SALES, { bsuid: userId })).toMatchObject({ block_users: { removed_users: [{}] } })
})

test('webhooks pass the handshake and both libraries’ receivers, and say something', async () => {
  expect(other.get({ 'hub.mode': 'subscribe', 'hub.verify_token': 'verify-me', 'hub.challenge': '17' })).toBe('17')
  await vi.waitFor(() => expect(world.receiver.statuses().some(({ status }) => status === 'delivered')).toBe(true))
  const heard: string[] = []
  other.on.message = ({ message }) => void heard.push(message.type)
  other.on.status = ({ status }) => void heard.push(status)
  for (const { raw, headers } of world.receiver.bodies) {
    const signature = String(headers['x-hub-signature-256'])
    expect(verifySignature({ appSecret: SECRET, rawBody: raw, signatureHeader: signature })).toBe(true)
    expect(verifySignature({ appSecret: 'another', rawBody: raw, signatureHeader: signature })).toBe(false)
    // It knows no change without a number, such as one of a template or a form.
    if (raw.includes('"metadata"')) await other.post(JSON.parse(raw), raw, signature)
    expect(normalizeWebhook(JSON.parse(raw)).raw).not.toEqual({})
  }
  expect(new Set(heard)).toEqual(new Set(['text', 'sent', 'delivered']))
})
