import { describe, expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type { ConversationId, MessageId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { Content } from '#core/message/content.ts'
import type { OutboundMessage } from '#core/message/message.ts'
import type { FilledTemplate } from '#core/template/template.ts'
import { render, renderSeen } from './render.ts'
import { FILE } from '#core/message/check/test-contents.ts'
import { ACCOUNT, CONTACT, LINE } from './test-world.ts'

const MESSAGE_ID = '0199c0de-0000-7000-8000-000000000001' as MessageId
const messageOf = (content: Content, quoted: string | null = null): OutboundMessage => ({
  accountId: ACCOUNT,
  messageId: MESSAGE_ID,
  conversationId: '0199c0de-0000-7000-8000-000000000002' as ConversationId,
  lineId: LINE.lineId,
  author: { kind: 'system' },
  content,
  at: instant(0),
  replyTo: quoted === null ? null : { wireId: quoted, messageId: null },
  reactions: [],
  editedAt: null,
  revokedAt: null,
  direction: 'out',
  wireId: null,
  status: 'sending',
  times: {},
  problem: null,
  pricing: null,
  clientKey: 'k',
  clientFingerprint: 'f',
  attempts: 1,
  supersededBy: null,
})
const FILES = new Map([[FILE.mediaId, '1037543291543636']])
const rendered = (content: Content, quoted: string | null = null, to: Contact = CONTACT) =>
  render(messageOf(content, quoted), to, LINE, FILES)
const bodyOf = (content: Content, quoted: string | null = null, to: Contact = CONTACT) => {
  const result = rendered(content, quoted, to)
  if (result.kind !== 'request') throw new Error(`Not rendered: ${JSON.stringify(result)}`)
  return result.request.body as Record<string, unknown>
}
const HELLO: Content = { kind: 'text', text: 'Hola' }
const withAddresses = (...kinds: Contact['addresses'][number]['kind'][]): Contact => ({
  ...CONTACT,
  addresses: CONTACT.addresses.filter(({ kind }) => kinds.includes(kind)),
})

test('a message names the device it is for, where Meta told us which it is', () => {
  const identity = { key: 'DF2l=', since: instant(0) }
  expect(bodyOf(HELLO, null, { ...CONTACT, identity })).toMatchObject({ recipient_identity_key_hash: 'DF2l=' })
  const untold = bodyOf(HELLO, null, { ...CONTACT, identity: { ...identity, key: null } })
  expect(untold).not.toHaveProperty('recipient_identity_key_hash')
})

test('a text is sent to the number with "+", with our id in it', () => {
  expect(rendered(HELLO)).toEqual({
    kind: 'request',
    request: {
      method: 'POST',
      path: '/106540352242922/messages',
      body: {
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: '+5215512345678',
        biz_opaque_callback_data: MESSAGE_ID,
        type: 'text',
        text: { preview_url: false, body: 'Hola' },
      },
    },
  })
})

describe('the recipient is', () => {
  const HIDDEN = withAddresses('user-id')
  test('the phone alone when both are known', () => {
    expect(bodyOf(HELLO)).not.toHaveProperty('recipient')
  })
  test('the user id when the phone is hidden', () => {
    const body = bodyOf(HELLO, null, HIDDEN)
    expect(body).toMatchObject({ recipient: 'MX.13491208655302741918' })
    expect(body).not.toHaveProperty('to')
  })
  test('the newest phone of several', () => {
    const addresses = [...CONTACT.addresses, { channel: 'whatsapp', kind: 'phone', value: '5213398765432' } as const]
    expect(bodyOf(HELLO, null, { ...CONTACT, addresses })).toMatchObject({ to: '+5213398765432' })
  })
  test('nobody for an authentication template without a phone', () => {
    const template = filled({ category: 'AUTHENTICATION' })
    expect(rendered({ kind: 'template', template }, null, HIDDEN)).toEqual({
      kind: 'cannot',
      because: { code: 'no-address', field: 'to', expected: 'a phone number' },
    })
  })
})

describe('a quote', () => {
  test('stands under an answer', () => {
    expect(bodyOf(HELLO, 'wamid.Q')).toMatchObject({ context: { message_id: 'wamid.Q' } })
  })
  test('does not stand under a reaction or a template', () => {
    expect(bodyOf({ kind: 'reaction', targetWireId: 'wamid.Q', emoji: '👍' }, 'wamid.Q')).not.toHaveProperty('context')
    expect(bodyOf({ kind: 'template', template: filled({}) }, 'wamid.Q')).not.toHaveProperty('context')
  })
})

describe('each kind in Meta’s words', () => {
  const media = { ...FILE, filename: 'comprobante.pdf' }
  const id = '1037543291543636'
  const cases: [string, Content, object][] = [
    [
      'a text with an address is previewed',
      { kind: 'text', text: 'Mira HTTPS://example.mx' },
      { type: 'text', text: { preview_url: true, body: 'Mira HTTPS://example.mx' } },
    ],
    ['an image', { kind: 'image', media, caption: 'La suela' }, { type: 'image', image: { id, caption: 'La suela' } }],
    ['a video without words', { kind: 'video', media, caption: null }, { type: 'video', video: { id } }],
    [
      'a voice note in Ogg',
      { kind: 'audio', media: { ...media, mime: 'audio/ogg; codecs=opus' }, voice: true },
      { type: 'audio', audio: { id, voice: true } },
    ],
    [
      'a recording that is not Ogg is a plain file',
      { kind: 'audio', media: { ...media, mime: 'audio/mpeg' }, voice: true },
      { type: 'audio', audio: { id } },
    ],
    [
      'a document with its name',
      { kind: 'document', media, caption: null },
      { type: 'document', document: { id, filename: 'comprobante.pdf' } },
    ],
    ['a sticker', { kind: 'sticker', media, animated: false }, { type: 'sticker', sticker: { id } }],
    [
      'a place',
      { kind: 'location', latitude: 19.4, longitude: -99.1, name: 'Tienda', address: null },
      { type: 'location', location: { latitude: 19.4, longitude: -99.1, name: 'Tienda' } },
    ],
    [
      'cards',
      {
        kind: 'contacts',
        contacts: [
          {
            name: 'Bruno Díaz',
            phones: [{ phone: '+525587654321', type: null, waId: '525587654321' }],
            emails: ['b@example.mx'],
            organisation: 'Zapatería',
          },
        ],
      },
      {
        type: 'contacts',
        contacts: [
          {
            name: { formatted_name: 'Bruno Díaz', first_name: 'Bruno Díaz' },
            phones: [{ phone: '+525587654321', wa_id: '525587654321' }],
            emails: [{ email: 'b@example.mx' }],
            org: { company: 'Zapatería' },
          },
        ],
      },
    ],
    [
      'a reaction taken back',
      { kind: 'reaction', targetWireId: 'wamid.T', emoji: null },
      { type: 'reaction', reaction: { message_id: 'wamid.T', emoji: '' } },
    ],
    [
      'buttons',
      { kind: 'buttons', header: 'Cita', body: '¿Vienes?', footer: 'Gracias', buttons: [{ id: 'si', title: 'Sí' }] },
      {
        type: 'interactive',
        interactive: {
          type: 'button',
          header: { type: 'text', text: 'Cita' },
          body: { text: '¿Vienes?' },
          footer: { text: 'Gracias' },
          action: { buttons: [{ type: 'reply', reply: { id: 'si', title: 'Sí' } }] },
        },
      },
    ],
    [
      'a list',
      {
        kind: 'list',
        header: null,
        body: 'Elige',
        footer: null,
        button: 'Ver',
        sections: [{ title: 'Sur', rows: [{ id: '1', title: 'Coyoacán', description: 'Hasta las 20 h' }] }],
      },
      {
        type: 'interactive',
        interactive: {
          type: 'list',
          body: { text: 'Elige' },
          action: {
            button: 'Ver',
            sections: [{ title: 'Sur', rows: [{ id: '1', title: 'Coyoacán', description: 'Hasta las 20 h' }] }],
          },
        },
      },
    ],
  ]
  test.each(cases)('%s', (_, content, expected) => {
    expect(bodyOf(content)).toMatchObject(expected)
    const { type } = expected as { type: string }
    expect(bodyOf(content)[type]).toEqual((expected as Record<string, unknown>)[type])
  })
})

function filled(about: Partial<FilledTemplate>): FilledTemplate {
  return {
    name: 'pedido_listo',
    language: 'es_MX',
    category: 'UTILITY',
    values: [],
    named: false,
    rendered: { header: null, body: 'Listo', footer: null, buttons: [] },
    ...about,
  }
}

describe('a template', () => {
  const templateOf = (about: Partial<FilledTemplate>) =>
    bodyOf({ kind: 'template', template: filled(about) })['template']

  test('without fields has no components', () => {
    expect(templateOf({})).toEqual({ name: 'pedido_listo', language: { code: 'es_MX' } })
  })
  test('with numbers gives values in the order of the numbers, whatever the order in the text', () => {
    const body = (name: string, value: string) => ({ part: 'body', buttonIndex: null, name, value }) as const
    expect(templateOf({ values: [body('10', 'j'), body('2', 'b'), body('1', 'a')] })).toMatchObject({
      components: [{ type: 'body', parameters: [{ text: 'a' }, { text: 'b' }, { text: 'j' }] }],
    })
  })
  test('with names gives the names', () => {
    const values = [
      { part: 'header', buttonIndex: null, name: 'tienda', value: 'Centro' },
      { part: 'body', buttonIndex: null, name: 'nombre', value: 'Lucía' },
    ] as const
    expect(templateOf({ named: true, values })).toMatchObject({
      components: [
        { type: 'header', parameters: [{ type: 'text', parameter_name: 'tienda', text: 'Centro' }] },
        { type: 'body', parameters: [{ type: 'text', parameter_name: 'nombre', text: 'Lucía' }] },
      ],
    })
  })
  test('fills the buttons that open addresses and copy codes', () => {
    const buttons = [
      { kind: 'QUICK_REPLY', text: 'Voy', url: null },
      { kind: 'URL', text: 'Ver', url: 'https://example.mx/p/A-17' },
      { kind: 'COPY_CODE', text: 'Copiar', url: null },
    ]
    const values = [
      { part: 'button', buttonIndex: 1, name: '1', value: 'A-17' },
      { part: 'button', buttonIndex: 2, name: '1', value: 'BOTA10' },
    ] as const
    expect(templateOf({ values, rendered: { header: null, body: 'Listo', footer: null, buttons } })).toMatchObject({
      components: [
        { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'A-17' }] },
        {
          type: 'button',
          sub_type: 'copy_code',
          index: '2',
          parameters: [{ type: 'coupon_code', coupon_code: 'BOTA10' }],
        },
      ],
    })
  })
})

describe('a file', () => {
  const image = (state: 'waiting' | 'stored' | 'failed'): Content => ({
    kind: 'image',
    media: { ...FILE, state },
    caption: null,
  })
  test('that is ours and not uploaded is asked for', () => {
    expect(render(messageOf(image('stored')), CONTACT, LINE, new Map())).toMatchObject({ kind: 'needs-files' })
  })
  test.each(['waiting', 'failed'] as const)('that is %s cannot be sent', (state) => {
    expect(render(messageOf(image(state)), CONTACT, LINE, new Map())).toEqual({
      kind: 'cannot',
      because: { code: 'media-not-ready', field: 'media', found: state },
    })
  })
})

test('having seen a message is told, with or without typing', () => {
  expect(renderSeen(LINE, 'wamid.T', false)).toEqual({
    method: 'POST',
    path: '/106540352242922/messages',
    body: { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.T' },
  })
  expect(renderSeen(LINE, 'wamid.T', true).body).toMatchObject({ typing_indicator: { type: 'text' } })
})
