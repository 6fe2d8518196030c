import { describe, expect, test } from 'vitest'
import { instantFromSeconds } from '#base/time.ts'
import { UNASSIGNED } from '#core/loop/command.ts'
import type { Content } from '#core/message/content.ts'
import { receive } from './receive.ts'
import { bodyOf, readAll, readOne, SAMPLES } from './test-world.ts'

const LUCIA = { userId: 'MX.13491208655302741918', phone: '5215512345678', name: 'Lucía Fernández', username: null }
const sampleOf = (name: string) => readOne(SAMPLES.get(name))
const messageOf = (body: unknown) => {
  const inbound = readOne(body)
  if (inbound.kind !== 'receive-message') throw new Error(`Expected a message, found ${inbound.kind}`)
  return inbound
}
const waiting = (mime: string, filename: string | null = null) =>
  ({ mediaId: UNASSIGNED, state: 'waiting', mime, sizeBytes: null, filename, sha256: null, problem: null }) as const
const text = (more: object = {}) => ({
  from: '5215512345678',
  id: 'wamid.A',
  timestamp: '1795000000',
  type: 'text',
  text: { body: 'Hola' },
  ...more,
})

describe('what a message says', () => {
  const contents: [string, Content][] = [
    ['text', { kind: 'text', text: 'Hola, ¿tienen talla 38? 👟' }],
    ['image', { kind: 'image', media: waiting('image/jpeg'), caption: 'La suela' }],
    ['video', { kind: 'video', media: waiting('video/mp4'), caption: null }],
    ['voice', { kind: 'audio', media: waiting('audio/ogg; codecs=opus'), voice: true }],
    ['document', { kind: 'document', media: waiting('application/pdf', 'comprobante.pdf'), caption: 'El pago' }],
    ['sticker', { kind: 'sticker', media: waiting('image/webp'), animated: true }],
    [
      'location',
      { kind: 'location', latitude: 19.432608, longitude: -99.133209, name: 'Zócalo', address: 'Centro, CDMX' },
    ],
    [
      'contacts',
      {
        kind: 'contacts',
        contacts: [
          {
            name: 'Bruno Díaz',
            phones: [{ phone: '+52 55 8765 4321', type: 'CELL', waId: '5215587654321' }],
            emails: ['bruno@example.mx'],
            organisation: 'Zapatería Díaz',
          },
          { name: 'Ana Ruiz', phones: [], emails: [], organisation: null },
        ],
      },
    ],
    ['reaction', { kind: 'reaction', targetWireId: 'wamid.OURS0003==', emoji: '❤️' }],
    ['reaction-removed', { kind: 'reaction', targetWireId: 'wamid.OURS0003==', emoji: null }],
    ['reaction-removed-empty', { kind: 'reaction', targetWireId: 'wamid.OURS0003==', emoji: null }],
    ['template-reply', { kind: 'template-reply', payload: 'confirmar-17', text: 'Confirmar' }],
    ['button-reply', { kind: 'button-reply', id: 'si', title: 'Sí' }],
    [
      'list-reply',
      { kind: 'list-reply', id: 'suc-3', title: 'Sucursal Centro', description: 'Abierta hasta las 20 h' },
    ],
    ['flow-reply', { kind: 'form-reply', name: 'flow', body: 'Sent', response: '{"flow_token":"a1","talla":"38"}' }],
    [
      'order',
      {
        kind: 'order',
        catalogId: '194836987003835',
        text: 'Para regalo',
        items: [
          { productId: 'bota-38', quantity: 2, price: 1299.5, currency: 'MXN' },
          { productId: 'cordon-1', quantity: 1, price: 49, currency: 'MXN' },
        ],
      },
    ],
    [
      'identity-changed',
      { kind: 'system', change: 'customer_identity_changed', text: 'The security code of Lucía changed' },
    ],
    ['unsupported', { kind: 'unsupported', what: 'poll', details: 'Message type is currently not supported.' }],
    ['file-too-large', { kind: 'unsupported', what: 'document', details: 'The file is larger than 100 MB.' }],
    [
      'edit-text',
      { kind: 'edit', targetWireId: 'wamid.THEIRS0001==', content: { kind: 'text', text: 'Quise decir 39' } },
    ],
    [
      'edit-image',
      {
        kind: 'edit',
        targetWireId: 'wamid.THEIRS0002==',
        content: { kind: 'image', media: waiting('image/jpeg'), caption: 'La otra suela' },
      },
    ],
    ['revoke', { kind: 'revoke', targetWireId: 'wamid.THEIRS0003==' }],
  ]
  test.each(contents)('%s is read', (name, content) => {
    expect(messageOf(SAMPLES.get(name)).content).toEqual(content)
  })

  test.each([
    ['interactive-product', 'product'],
    ['pin', 'pin'],
  ])('%s is kept whole as unknown', (name, type) => {
    const { content, wireId } = messageOf(SAMPLES.get(name))
    expect(content).toMatchObject({ kind: 'unknown', type, raw: { id: wireId } })
  })

  test.each([
    ['a text without a body', { type: 'text', text: {} }],
    ['a photo without an id', { type: 'image', image: { mime_type: 'image/png' } }],
    ['a location off the globe', { type: 'location', location: { latitude: 91, longitude: 0 } }],
    ['an order with one broken item', { type: 'order', order: { catalog_id: '1', product_items: [{}] } }],
    ['an edit of an edit without content', { type: 'edit', edit: { original_message_id: 'a' } }],
    ['a type named like a part of every object', { type: 'constructor' }],
    ['no type at all', { type: null }],
  ])('%s is kept whole as unknown, so that the agent sees that something came', (_, more) => {
    const message = text(more)
    expect(messageOf(bodyOf({ messages: [message] })).content).toMatchObject({ kind: 'unknown', raw: message })
  })

  test('a file travels beside the content, also within an edit', () => {
    expect(messageOf(SAMPLES.get('image')).wireMedia).toEqual({ wireMediaId: '1003383421387256', mime: 'image/jpeg' })
    expect(messageOf(SAMPLES.get('edit-image')).wireMedia).toEqual({
      wireMediaId: '1003383421387261',
      mime: 'image/jpeg',
    })
    expect(messageOf(SAMPLES.get('text')).wireMedia).toBeNull()
  })
})

describe('what stands around a message', () => {
  test('a reply names the quoted message', () => {
    expect(messageOf(SAMPLES.get('text-reply'))).toMatchObject({ replyToWireId: 'wamid.OURS0001==', forwarded: false })
  })
  test('what was forwarded often was forwarded', () => {
    expect(messageOf(SAMPLES.get('text-forwarded'))).toMatchObject({ replyToWireId: null, forwarded: true })
  })
  test('a question about a product is no visit from an ad', () => {
    expect(messageOf(SAMPLES.get('text-about-product')).referral).toBeNull()
  })
  test('an ad is named with its click', () => {
    expect(messageOf(SAMPLES.get('text-from-ad')).referral).toEqual({
      sourceType: 'ad',
      sourceId: '120226305854810726',
      sourceUrl: 'https://fb.me/3cr4Wqqkv',
      headline: 'Botas de invierno',
      body: 'Dos por una',
      imageUrl: 'https://scontent.xx.fbcdn.net/bota.jpg',
      videoUrl: null,
      greeting: '¡Hola!',
      clickId: 'Aff-n8ZTODiE79d22KtAwQKj9e_mIEOOj27vDVwFjN80dp4_0',
    })
  })
  test('the time is Meta’s, as text or as a number', () => {
    const sentAt = instantFromSeconds(1_795_000_000)
    expect(messageOf(bodyOf({ messages: [text()] })).sentAt).toBe(sentAt)
    expect(messageOf(bodyOf({ messages: [text({ timestamp: 1_795_000_000 })] })).sentAt).toBe(sentAt)
  })
})

describe('who wrote a message', () => {
  const senderOf = (value: Record<string, unknown>) => messageOf(bodyOf(value)).sender
  const contact = (wa_id?: string, user_id?: string, name = 'X') => ({ profile: { name }, wa_id, user_id })

  test('is told by the message and its contact together', () => {
    expect(messageOf(SAMPLES.get('text')).sender).toEqual(LUCIA)
  })
  test('may have no phone', () => {
    expect(messageOf(SAMPLES.get('text-without-phone')).sender).toEqual({
      userId: 'US.13491208655302741918',
      phone: null,
      name: 'Sheena',
      username: '@realsheena',
    })
  })
  test('in a group is the member', () => {
    expect(messageOf(SAMPLES.get('text-in-group')).sender).toEqual(LUCIA)
  })
  test('is taken from the only contact when the message names nobody', () => {
    const sender = senderOf({ contacts: [contact('52551', 'MX.1')], messages: [text({ from: undefined })] })
    expect(sender).toEqual({ userId: 'MX.1', phone: '52551', name: 'X', username: null })
  })
  test('never borrows the name of a contact with another id', () => {
    expect(senderOf({ contacts: [contact('52551', 'MX.1')], messages: [text()] })).toEqual({
      userId: null,
      phone: '5215512345678',
      name: null,
      username: null,
    })
    const told = senderOf({
      contacts: [contact('5215512345678', 'MX.1')],
      messages: [text({ from_user_id: 'MX.2' })],
    })
    expect(told).toEqual({ userId: 'MX.2', phone: '5215512345678', name: null, username: null })
  })
  test('is a user id also where a phone is expected', () => {
    expect(senderOf({ messages: [text({ from: 'MX.134912' })] })).toMatchObject({ userId: 'MX.134912', phone: null })
  })
})

describe('whose device it is', () => {
  test('is told with the contact, where the number asks for it', () => {
    const contacts = [{ wa_id: '5215512345678', profile: { name: 'Lucía' }, identity_key_hash: 'DF2l=' }]
    const told = messageOf(bodyOf({ contacts, messages: [text({})] }))
    expect(told).toMatchObject({ sender: { name: 'Lucía', identityKey: 'DF2l=' } })
    expect(told).not.toHaveProperty('identityChanged')
  })
  test('changed, says Meta, and to which', () => {
    expect(sampleOf('identity-changed')).toMatchObject({
      kind: 'receive-message',
      identityChanged: true,
      sender: { userId: 'MX.13491208655302741918', phone: '5215512345678', identityKey: 'DF2lS5v2W6x=' },
    })
  })
})

describe('a person who moves', () => {
  test('to another number is known before and after', () => {
    expect(sampleOf('changed-number')).toMatchObject({
      kind: 'change-identity',
      change: 'user_changed_number',
      text: 'User Lucía changed from 5215512345678 to 5213398765432',
      before: { userId: 'MX.13491208655302741918', phone: '5215512345678' },
      after: { userId: 'MX.22', phone: '5213398765432' },
    })
  })
  test('to another id, without any number', () => {
    expect(sampleOf('changed-user-id')).toMatchObject({
      kind: 'change-identity',
      change: 'user_changed_user_id',
      before: { userId: 'MX.22', phone: null },
      after: { userId: 'MX.33', phone: null },
    })
  })
  test('nobody knows where to, is a message in the thread', () => {
    const system = { body: 'User changed', type: 'user_changed_number' }
    expect(messageOf(bodyOf({ messages: [text({ type: 'system', system })] }))).toMatchObject({
      sender: { phone: '5215512345678' },
      content: { kind: 'system', change: 'user_changed_number', text: 'User changed' },
    })
  })
})

describe('what is no message', () => {
  test.each([
    ['template-status', 'message_template_status_update', 'waba:102290129340398'],
    ['template-quality', 'message_template_quality_update', 'waba:102290129340398'],
    ['number-quality', 'phone_number_quality_update', 'waba:102290129340398'],
    ['account-update', 'account_update', 'waba:102290129340398'],
    ['user-preferences', 'user_preferences', '106540352242922'],
    ['flow-status', 'flows', 'waba:102290129340398'],
    ['errors-only', 'messages.errors', '106540352242922'],
    ['status-deleted', 'messages.statuses', '106540352242922'],
  ])('%s becomes a notice', (name, field, key) => {
    expect(sampleOf(name)).toMatchObject({ kind: 'receive-notice', field, lineKey: { channel: 'whatsapp', key } })
  })
  test('what Meta tells of an account under the id of a portfolio belongs to the account it names', () => {
    const told = (value: object) =>
      readAll({
        object: 'whatsapp_business_account',
        entry: [{ id: '2949482758682047', time: 1_748_477_359, changes: [{ field: 'account_update', value }] }],
      }).map(({ lineKey }) => lineKey.key)
    expect(told({ event: 'PARTNER_REMOVED', waba_info: { waba_id: '102290129340398' } })).toEqual([
      'waba:102290129340398',
    ])
    expect(told({ event: 'PARTNER_ADDED', waba_info: null })).toEqual(['waba:2949482758682047'])
  })
  test('a notice takes in what Meta writes beside its value', () => {
    expect(sampleOf('template-status')).toMatchObject({
      value: { event: 'REJECTED', rejection_info: { reason: 'Adjacent variables' } },
    })
  })
  test('a list that Meta adds one day is not lost', () => {
    const inbound = readAll(bodyOf({ messages: [text()], polls: [{ id: 1 }, { id: 2 }] }))
    expect(inbound.map((each) => (each.kind === 'receive-notice' ? each.field : each.kind))).toEqual([
      'receive-message',
      'messages.polls',
      'messages.polls',
    ])
  })
})

describe('what cannot be placed is set aside whole, and its neighbours pass', () => {
  const good = text()
  test.each([
    ['a message that is none', null, 'An item of "messages" is not an object'],
    ['a message without an id', text({ id: '' }), 'A message without an id'],
    ['a message without a time', text({ timestamp: null }), 'A message without a timestamp between 2009 and 2100'],
    ['a message of the year 1970', text({ timestamp: '12' }), 'A message without a timestamp between 2009 and 2100'],
    [
      'a time in milliseconds',
      text({ timestamp: '1795000000000' }),
      'A message without a timestamp between 2009 and 2100',
    ],
    ['a message from nobody', text({ from: undefined }), 'A message that names nobody as its sender'],
  ])('%s', (_, bad, reason) => {
    const received = receive(new TextEncoder().encode(JSON.stringify(bodyOf({ messages: [good, bad, good] }))))
    expect(received).toMatchObject({ kind: 'ours', setAside: [{ reason, raw: JSON.parse(JSON.stringify(bad)) }] })
    expect(received.kind === 'ours' && received.inbound.length).toBe(2)
  })
  test('messages to no number', () => {
    const body = bodyOf({ metadata: null, messages: [good] })
    const received = receive(new TextEncoder().encode(JSON.stringify(body)))
    expect(received).toMatchObject({
      inbound: [],
      setAside: [{ reason: 'An item of "messages" has no phone_number_id to belong to', raw: good }],
    })
  })
})
