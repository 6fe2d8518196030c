import { constants, createCipheriv, createDecipheriv, generateKeyPairSync, privateDecrypt } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoFlows } from '../demo-flows.ts'
import { type Fields, fieldsOf } from '../json.ts'
import { errorOf, SALES, startTestWorld, type TestWorld, WABA } from '../testing.ts'
import { screenOf } from './screen.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** An endpoint of a business that answers as told, and remembers what it was asked. */
const endpoint = { url: '', asked: [] as Fields[], answer: (_asked: Fields): Fields | number => 500 }
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>
    const bytes = (name: string) => Buffer.from(body[name] ?? '', 'base64')
    const oaep = { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
    const [key, vector, data] = [
      privateDecrypt(oaep, bytes('encrypted_aes_key')),
      bytes('initial_vector'),
      bytes('encrypted_flow_data'),
    ]
    const decipher = createDecipheriv('aes-128-gcm', key, vector).setAuthTag(data.subarray(-16))
    const asked = fieldsOf(
      JSON.parse(Buffer.concat([decipher.update(data.subarray(0, -16)), decipher.final()]).toString()),
    )
    endpoint.asked.push(asked)
    const answer = endpoint.answer(asked)
    if (typeof answer === 'number') return response.writeHead(answer).end('{"error_msg":"La visita ya no está libre"}')
    const cipher = createCipheriv('aes-128-gcm', key, Buffer.from(vector.map((byte) => 255 - byte)))
    const sealed = [cipher.update(JSON.stringify(answer), 'utf8'), cipher.final(), cipher.getAuthTag()]
    return response.writeHead(200).end(Buffer.concat(sealed).toString('base64'))
  })
})

let world: TestWorld
beforeAll(async () => {
  world = await startTestWorld()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endpoint.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterAll(async () => {
  await world.close()
  server.close()
})

const footer = (name: string, payload: Fields = {}) => ({
  type: 'Footer',
  label: 'Seguir',
  'on-click-action': { name, payload },
})
const screen = (id: string, ...children: Fields[]) => ({
  id,
  title: id,
  terminal: true,
  layout: { type: 'SingleColumnLayout', children },
})
const options = { type: 'Dropdown', name: 'dia', label: 'Día', 'data-source': '${data.dias}' }
const JSON_FORM = JSON.stringify({
  version: '7.3',
  data_api_version: '3.0',
  screens: [screen('DIA', options, footer('data_exchange', { dia: '${form.dia}' })), screen('FIN', footer('complete'))],
})
const make = async (name: string, more: Fields = {}) => {
  const given = { name, categories: ['OTHER'], flow_json: JSON_FORM, ...more }
  return world.graph('POST', `${WABA}/flows`, given)
}
const alive = (asked: Fields): Fields =>
  asked['action'] === 'ping'
    ? { data: { status: 'active' } }
    : fieldsOf(asked['data'])['error'] === undefined
      ? { screen: 'DIA', data: { dias: [{ id: 'lu', title: 'Lunes' }] } }
      : { data: { acknowledged: true } }

describe('a form is published', () => {
  it('only when its endpoint answers a ping sealed for the key of a number', async () => {
    endpoint.answer = alive
    const id = String((await make('Sin llave', { endpoint_uri: endpoint.url })).body['id'])
    expect(errorOf(await world.graph('POST', `${id}/publish`))).toMatchObject({ code: 139002 })
    const pem = publicKey.export({ type: 'spki', format: 'pem' })
    await world.graph('POST', `${SALES}/whatsapp_business_encryption`, { business_public_key: pem })
    endpoint.answer = () => ({ data: { status: 'asleep' } })
    expect(errorOf(await world.graph('POST', `${id}/publish`))).toMatchObject({ code: 139002 })
    endpoint.answer = alive
    expect((await world.graph('POST', `${id}/publish`)).body).toEqual({ success: true })
    expect(errorOf(await world.graph('POST', `${id}/publish`))).toMatchObject({ code: 139002 })
    expect(errorOf(await world.graph('DELETE', id))).toMatchObject({ code: 139004 })
  })
  it('under a name of its own, in known categories', async () => {
    expect((await make('Uno')).status).toBe(200)
    expect(errorOf(await make('Uno'))).toMatchObject({ code: 100, error_subcode: 4016019 })
    expect(errorOf(await make('Dos', { categories: ['NOTHING'] }))).toMatchObject({ code: 100 })
  })
})

describe('a form on a phone', () => {
  const turn = async (wamid: string, step: object) =>
    (await world.control('POST', `phones/lucia/chats/${SALES}/forms`, { wamid, ...step })).body
  async function sent(id: string, action: 'navigate' | 'data_exchange'): Promise<string> {
    await world.write('lucia', { kind: 'text', text: 'hola' })
    const parameters = {
      flow_message_version: '3',
      flow_id: id,
      flow_cta: 'Abrir',
      flow_token: 'visita-17',
      flow_action: action,
    }
    const interactive = { type: 'flow', body: { text: 'Su visita' }, action: { name: 'flow', parameters } }
    const { body } = await world.send({ to: '+5215512345678', type: 'interactive', interactive })
    return String(fieldsOf((body['messages'] as Fields[])[0])['id'])
  }
  it('asks its endpoint, shows what it answers, and ends when it says so', async () => {
    endpoint.answer = alive
    const id = String((await make('Citas', { endpoint_uri: endpoint.url })).body['id'])
    const wamid = await sent(id, 'data_exchange')
    const opened = await turn(wamid, { action: 'open' })
    expect(endpoint.asked.at(-1)).toMatchObject({ version: '3.0', action: 'INIT', flow_token: 'visita-17' })
    expect(opened).toMatchObject({
      kind: 'screen',
      screen: { id: 'DIA', parts: [{ name: 'dia', options: [{ title: 'Lunes' }] }] },
    })
    endpoint.answer = () => ({ screen: 'SUCCESS', data: { extension_message_response: { params: { cita: 5 } } } })
    const ended = await turn(wamid, { action: 'data_exchange', screen: 'DIA', data: { dia: 'lu' } })
    expect(endpoint.asked.at(-1)).toMatchObject({ action: 'data_exchange', screen: 'DIA', data: { dia: 'lu' } })
    expect(ended).toEqual({ kind: 'complete', answer: { flow_token: 'visita-17', cita: 5 } })
  })
  it('tells the endpoint of a screen there is not, and shows why it cannot go on', async () => {
    endpoint.answer = (asked) =>
      fieldsOf(asked['data'])['error'] === undefined ? { screen: 'NADA', data: {} } : { data: { acknowledged: true } }
    const id = String((await make('Rota', { endpoint_uri: endpoint.url })).body['id'])
    expect(await turn(await sent(id, 'data_exchange'), { action: 'open' })).toMatchObject({ kind: 'failed' })
    expect(endpoint.asked.at(-1)).toMatchObject({ data: { error: 'invalid-screen-transition' } })
  })
  it('shows the words of an endpoint that gives it up (427), and asks twice where the key was another (421)', async () => {
    const id = String((await make('Vencida', { endpoint_uri: endpoint.url })).body['id'])
    const wamid = await sent(id, 'data_exchange')
    endpoint.answer = () => 427
    expect(await turn(wamid, { action: 'open' })).toEqual({ kind: 'failed', reason: 'La visita ya no está libre' })
    const before = endpoint.asked.length
    endpoint.answer = () => 421
    expect(await turn(wamid, { action: 'open' })).toMatchObject({ kind: 'failed' })
    expect(endpoint.asked.length - before).toBe(2)
  })
  it('of a button of a template begins on the screen that template names, with what the send says', async () => {
    const id = String((await make('Plantilla', { publish: true })).body['id'])
    const button = { type: 'FLOW', text: 'Elegir', flow_id: id, navigate_screen: 'DIA' }
    world.emulator.world.templates.put('cita', {
      ...{ id: 'cita', name: 'cita', language: 'es', status: 'APPROVED', category: 'UTILITY', quality: 'GREEN' },
      ...{ parameterFormat: 'POSITIONAL', rejectedReason: 'NONE', deletedAt: null },
      components: [
        { type: 'BODY', text: 'Su cita le espera.' },
        { type: 'BUTTONS', buttons: [button] },
      ],
    })
    const data = { dias: [{ id: 'lu', title: 'Lunes' }] }
    const action = { type: 'action', action: { flow_token: 't-1', flow_action_data: data } }
    const components = [{ type: 'button', sub_type: 'flow', index: '0', parameters: [action] }]
    const template = { name: 'cita', language: { code: 'es' }, components }
    const { body } = await world.send({ to: '+5215512345678', type: 'template', template })
    const wamid = String(fieldsOf((body['messages'] as Fields[])[0])['id'])
    expect(await turn(wamid, { action: 'open' })).toMatchObject({ kind: 'screen', screen: { id: 'DIA' } })
  })
  it('that Meta does not know has no screens', async () => {
    expect(await turn(await sent('1', 'navigate'), { action: 'open' })).toEqual({ kind: 'unknown' })
  })
})

it('data are filled into a screen, and what the phone enters is left open', () => {
  const [visit] = demoFlows
  if (visit === undefined) throw new Error('The demo has a form')
  expect(screenOf(visit, 'CONFIRMA', { nombre: 'Lucía', fecha: '2026-12-01', turno: 'tarde' })).toMatchObject({
    parts: [
      { kind: 'text', text: 'Lucía', isHeading: true },
      { kind: 'text', text: 'Le visitamos el 2026-12-01.' },
      { kind: 'field', name: 'acepta', input: 'yes', isRequired: true },
    ],
    end: { does: 'complete', payload: { turno: 'tarde', acepta: '${form.acepta}' } },
  })
  expect(screenOf(visit, 'NADA', {})).toBeNull()
})
