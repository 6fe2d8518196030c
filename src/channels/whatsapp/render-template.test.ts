import { describe, expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type { MediaId } from '#core/account/account.ts'
import type { Media } from '#core/message/media.ts'
import type { FilledSlot, FilledTemplate, SlotValue } from '#core/template/template.ts'
import { renderTemplate } from './render-template.ts'

const PHOTO: Media = {
  ...{ mediaId: 'm1' as MediaId, state: 'stored', mime: 'application/pdf', sizeBytes: 9, filename: 'recibo.pdf' },
  ...{ sha256: 'ff', problem: null },
}
const template = (about: Partial<FilledTemplate>): FilledTemplate => ({
  ...{ name: 'oferta', language: 'es_MX', category: 'MARKETING', values: [], named: false },
  rendered: { header: null, body: 'Hola', footer: null, buttons: [] },
  ...about,
})
const slot = (kind: FilledSlot['kind'], value: SlotValue, about: Partial<FilledSlot> = {}): FilledSlot => ({
  ...{ card: null, part: 'header', buttonIndex: null, name: null, kind, isNeeded: true, value },
  ...about,
})
const componentsOf = (about: Partial<FilledTemplate>) => renderTemplate(template(about), () => 'file-1').components
const button = { part: 'button', buttonIndex: 1 } as const

describe('what fills a slot goes as Meta takes it:', () => {
  test.each<[what: string, slot: FilledSlot, component: object]>([
    [
      'a file',
      slot('document', { kind: 'file', media: PHOTO }),
      { type: 'header', parameters: [{ type: 'document', document: { id: 'file-1', filename: 'recibo.pdf' } }] },
    ],
    [
      'an address',
      slot('image', { kind: 'link', url: 'https://a.mx/b.jpg' }),
      { type: 'header', parameters: [{ type: 'image', image: { link: 'https://a.mx/b.jpg' } }] },
    ],
    [
      'a place',
      slot('location', { kind: 'location', latitude: 19.4, longitude: -99.1, name: 'Centro', address: null }),
      {
        type: 'header',
        parameters: [{ type: 'location', location: { latitude: 19.4, longitude: -99.1, name: 'Centro' } }],
      },
    ],
    [
      'a product',
      slot('product', { kind: 'product', productId: 'p1', catalogId: 'c1' }),
      { type: 'header', parameters: [{ type: 'product', product: { product_retailer_id: 'p1', catalog_id: 'c1' } }] },
    ],
    [
      'an end',
      slot('expiry', { kind: 'expiry', at: instant(1_800_000_000_000) }, { part: 'offer' }),
      {
        type: 'limited_time_offer',
        parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 1_800_000_000_000 } }],
      },
    ],
    [
      'a form',
      slot('form', { kind: 'form', token: 't', data: { a: 1 } }, button),
      {
        ...{ type: 'button', sub_type: 'flow', index: '1' },
        parameters: [{ type: 'action', action: { flow_token: 't', flow_action_data: { a: 1 } } }],
      },
    ],
    [
      'products',
      slot(
        'products',
        { kind: 'products', thumbnail: 'p1', sections: [{ title: 'Botas', productIds: ['p1'] }] },
        button,
      ),
      {
        ...{ type: 'button', sub_type: 'mpm', index: '1' },
        parameters: [
          {
            type: 'action',
            action: {
              thumbnail_product_retailer_id: 'p1',
              sections: [{ title: 'Botas', product_items: [{ product_retailer_id: 'p1' }] }],
            },
          },
        ],
      },
    ],
  ])('%s', (_, filled, component) => {
    expect(componentsOf({ slots: [filled] })).toEqual([component])
  })
})

test('a code goes once in the text and once behind its button', () => {
  const buttons = [{ kind: 'OTP', text: 'Copiar', url: null }]
  const components = componentsOf({
    category: 'AUTHENTICATION',
    values: [{ part: 'body', buttonIndex: null, name: '1', value: '483920' }],
    rendered: { header: null, body: '483920', footer: null, buttons },
  })
  expect(components).toEqual([
    { type: 'body', parameters: [{ type: 'text', text: '483920' }] },
    { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '483920' }] },
  ])
})

test('every card goes, in order, with what it was given', () => {
  const texts = (card: number, text: string) => slot('text', { kind: 'text', text }, { card, part: 'body', name: '1' })
  const picture = (card: number) => slot('image', { kind: 'file', media: PHOTO }, { card })
  expect(componentsOf({ cardCount: 2, slots: [picture(1), texts(1, 'roja'), picture(0), texts(0, 'azul')] })).toEqual([
    {
      type: 'carousel',
      cards: ['azul', 'roja'].map((text, index) => ({
        card_index: index,
        components: [
          { type: 'header', parameters: [{ type: 'image', image: { id: 'file-1' } }] },
          { type: 'body', parameters: [{ type: 'text', text }] },
        ],
      })),
    },
  ])
})
