import { describe, expect, it } from 'vitest'
import type { Bubble } from '../control/types.ts'
import { es } from '../words/es.ts'
import { contentOf, isForwarded, referralOf } from './content.ts'
import { groupPreviewOf, previewOf } from './preview.ts'

const bubble = (message: object, over: Partial<Bubble> = {}): Bubble => ({
  wamid: 'wamid.1',
  from: 'business',
  at: 0,
  kind: 'text',
  message,
  replyTo: null,
  reactions: [],
  edited: false,
  revoked: false,
  status: 'delivered',
  error: null,
  ...over,
})

describe('what a bubble shows', () => {
  it('reads a voice note of either side', () => {
    const sound = contentOf(bubble({ type: 'audio', audio: { id: '77', voice: true } }))
    expect(sound).toEqual({ kind: 'sound', source: '/control/v1/media/77', voice: true })
  })
  it('reads the title of a pressed button', () => {
    const pressed = bubble({
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: 'a', title: 'Sí' } },
    })
    expect(contentOf(pressed)).toEqual({ kind: 'text', text: 'Sí' })
  })
  it('reads a list with its sections', () => {
    const rows = [{ id: 'r1', title: 'Lunes', description: '9:00' }]
    const content = contentOf(
      bubble({
        type: 'interactive',
        interactive: {
          type: 'list',
          body: { text: '¿Cuándo?' },
          action: { button: 'Ver días', sections: [{ title: 'Semana', rows }] },
        },
      }),
    )
    expect(content).toMatchObject({
      kind: 'card',
      card: { body: '¿Cuándo?', list: { label: 'Ver días', sections: [{ title: 'Semana', rows }] } },
    })
  })
  it('reads an offer that ends, its code, and a product above it', () => {
    const rendered = {
      header: { type: 'product', product: { product_retailer_id: 'p-1', catalog_id: 'c' } },
      body: 'Solo hoy',
      offer: { text: 'Un mes sin cuota', expires_at: 90_000 },
      buttons: [
        { type: 'COPY_CODE', text: '', code: 'CRED25' },
        { type: 'MPM', text: 'Ver', items: ['p-2', 'p-3', 'p-4'] },
      ],
    }
    expect(contentOf(bubble({ type: 'template', rendered }))).toMatchObject({
      card: {
        header: { kind: 'product', id: 'p-1' },
        offer: { text: 'Un mes sin cuota', until: 90_000, code: 'CRED25' },
        buttons: [
          { kind: 'copy', code: 'CRED25' },
          { kind: 'catalog', items: 3, ids: ['p-2', 'p-3', 'p-4'] },
        ],
      },
    })
  })
  it('asks three things where a template asks to call, and orders the product at its head', () => {
    const rendered = {
      header: { type: 'product', product: { product_retailer_id: 'p-1', catalog_id: 'c' } },
      body: 'Este plan',
      buttons: [
        { type: 'SPM', text: 'View' },
        { type: 'CALL_PERMISSION_REQUEST', text: '' },
      ],
    }
    expect(contentOf(bubble({ type: 'template', rendered }))).toMatchObject({
      card: {
        buttons: [
          { kind: 'catalog', items: 1, ids: ['p-1'] },
          { kind: 'allow-calls' },
          { kind: 'always-allow-calls' },
          { kind: 'refuse-calls' },
        ],
      },
    })
  })
  it('reads what was filled in without the token of the business', () => {
    const given = { flow_token: 't', nombre: 'Lucía', dias: ['lunes', 'martes'], acepta: true }
    const reply = { name: 'flow', body: 'Sent', response_json: JSON.stringify(given) }
    const interactive = { type: 'nfm_reply', nfm_reply: reply }
    expect(contentOf(bubble({ type: 'interactive', interactive }))).toEqual({
      kind: 'answer',
      isAddress: false,
      lines: ['Lucía', 'lunes, martes'],
    })
  })
  it('reads a rendered template and refuses a link that runs code', () => {
    const content = contentOf(
      bubble({
        type: 'template',
        rendered: {
          header: { type: 'image', image: { id: '5' } },
          body: 'Hola',
          footer: 'Aurora',
          buttons: [
            { type: 'QUICK_REPLY', text: 'Pagar', payload: 'pay' },
            { type: 'URL', text: 'Ver', url: 'javascript:alert(1)' },
          ],
        },
      }),
    )
    expect(content).toMatchObject({
      card: {
        header: { kind: 'picture', source: '/control/v1/media/5' },
        buttons: [
          { kind: 'reply', id: 'pay', text: 'Pagar' },
          { kind: 'link', href: '' },
        ],
      },
    })
  })
  it.each([[{}], [{ type: 'hologram' }], [{ type: 'interactive' }], [{ type: 'contacts', contacts: 'x' }]])(
    'never throws on %j',
    (message) => expect(() => contentOf(bubble(message, { kind: 'hologram' }))).not.toThrow(),
  )
  it('adds up an order', () => {
    const items = [
      { quantity: 2, item_price: 10.5, currency: 'MXN' },
      { quantity: 1, item_price: 4, currency: 'MXN' },
    ]
    expect(contentOf(bubble({ type: 'order', order: { product_items: items } }))).toMatchObject({
      count: 3,
      total: '25.00 MXN',
    })
  })
})

describe('marks on a bubble', () => {
  it('knows a forwarded message and an advertisement', () => {
    expect(isForwarded(bubble({ context: { forwarded: true } }))).toBe(true)
    expect(referralOf(bubble({ referral: { headline: 'Crédito' } }))).toEqual({ headline: 'Crédito', body: '' })
    expect(referralOf(bubble({}))).toBeNull()
  })
})

describe('the one-line preview', () => {
  it('drops marks and names media', () => {
    expect(previewOf(bubble({ type: 'text', text: { body: '*Hola* Lucía' } }), es)).toBe('Hola Lucía')
    expect(previewOf(bubble({ type: 'image', image: { id: '1' } }), es)).toBe('📷 Foto')
    expect(previewOf(bubble({ type: 'text', text: { body: 'x' } }, { revoked: true }), es)).toBe(
      'Se eliminó este mensaje',
    )
  })
})

describe('what happened in a group', () => {
  const line = (group_line: object) => bubble({ type: 'group_line', group_line }, { kind: 'group_line' })
  it('is said to whoever it is about, and of others by name', () => {
    expect(previewOf(line({ what: 'joined', who: { id: 'ana', name: 'Ana Torres' }, is_you: false }), es)).toBe(
      'Ana Torres se unió con el enlace de invitación',
    )
    expect(previewOf(line({ what: 'removed', who: { id: 'ana', name: 'Ana' }, is_you: true }), es)).toBe(
      'La empresa te sacó del grupo',
    )
  })
  it('the list says who wrote last, by first name', () => {
    const text = { type: 'text', text: { body: 'hola' } }
    const ana = { id: 'ana', name: 'Ana Torres' }
    expect(groupPreviewOf(bubble(text, { from: 'member', writer: ana }), 'Aurora', es)).toBe('Ana: hola')
    expect(groupPreviewOf(bubble(text, { from: 'customer', writer: ana }), 'Aurora', es)).toBe('Tú: hola')
    expect(groupPreviewOf(bubble(text), 'Aurora', es)).toBe('Aurora: hola')
  })
})
