import {
  constants,
  createCipheriv,
  createDecipheriv,
  generateKeyPairSync,
  publicEncrypt,
  randomBytes,
} from 'node:crypto'
import { expect, test } from 'vitest'
import { openForm } from './form-exchange.ts'

const newKeys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
const [ours, others] = [newKeys(), newKeys()]
const open = (body: unknown, key = ours.privateKey) => openForm(Buffer.from(JSON.stringify(body)), key)

/** What a telephone does, after Meta's description of it. */
function telephone(request: unknown) {
  const [key, vector] = [randomBytes(16), randomBytes(16)]
  const cipher = createCipheriv('aes-128-gcm', key, vector)
  const text = typeof request === 'string' ? request : JSON.stringify(request)
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  const oaep = { key: ours.publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }
  const body = {
    encrypted_flow_data: data.toString('base64'),
    encrypted_aes_key: publicEncrypt(oaep, key).toString('base64'),
    initial_vector: vector.toString('base64'),
  }
  const read = (answer: string): unknown => {
    const bytes = Buffer.from(answer, 'base64')
    const decipher = createDecipheriv('aes-128-gcm', key, Buffer.from(vector.map((byte) => 255 - byte)))
    decipher.setAuthTag(bytes.subarray(-16))
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8'))
  }
  return { body, read }
}

const ask = { version: '3.0', action: 'data_exchange', screen: 'FECHA', data: { dia: '2026-12-01' }, flow_token: 't' }

test('what a form asks is read, and the telephone reads the answer', () => {
  const { body, read } = telephone(ask)
  const opened = open(body)
  if (!opened.ok) throw new Error(opened.error)
  expect(opened.value.request).toEqual({
    kind: 'ask',
    action: 'data_exchange',
    screen: 'FECHA',
    data: { dia: '2026-12-01' },
    token: 't',
  })
  expect(read(opened.value.seal({ screen: 'HORA', data: { ñ: true } }))).toEqual({
    screen: 'HORA',
    data: { ñ: true },
  })
})

test.each([
  ['a look whether we are there', { version: '3.0', action: 'ping' }, { kind: 'ping' }],
  [
    'an answer of ours that could not be used',
    { action: 'data_exchange', data: { error: 'invalid-screen-transition' } },
    { kind: 'fault', error: 'invalid-screen-transition' },
  ],
])('%s', (_, request, expected) => {
  const opened = open(telephone(request).body)
  expect(opened.ok && opened.value.request).toEqual(expected)
})

test('with another key, or changed on the way, it is not opened', () => {
  const { body } = telephone(ask)
  expect(open(body, others.privateKey)).toEqual({ ok: false, error: 'another-key' })
  const data = Buffer.from(body.encrypted_flow_data, 'base64')
  data[0] = (data[0] ?? 0) ^ 1
  const changed = { ...body, encrypted_flow_data: data.toString('base64') }
  expect(open(changed)).toEqual({ ok: false, error: 'another-key' })
})

test.each([[null], [[]], [{}], [{ ...telephone(ask).body, initial_vector: 'AA==' }], [telephone('no json').body]])(
  'what is no request is malformed (%#)',
  (body) => {
    expect(open(body)).toEqual({ ok: false, error: 'malformed' })
  },
)
