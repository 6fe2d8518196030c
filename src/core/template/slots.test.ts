import { describe, expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type { AccountId, MediaId, TemplateId } from '../account/account.ts'
import type { Media } from '../message/media.ts'
import { fillTemplate, renderTemplate, type TemplateValues } from './fill.ts'
import { slotKey } from './slots.ts'
import { readText } from './text.ts'
import type { SlotValue, Template } from './template.ts'

const of = (category: Template['category'], ...components: object[]): Template => {
  const body = { name: 'oferta', language: 'es_MX', category, components }
  return {
    ...{ accountId: 'a' as AccountId, templateId: 't' as TemplateId, platformId: '9', groupKey: 'w', purpose: null },
    ...{ name: 'oferta', language: 'es_MX', category, status: 'APPROVED', statusReason: null, quality: 'GREEN' },
    ...readText(body),
  }
}
const BODY = { type: 'BODY', text: 'Hola {{1}}.' }
const buttons = (...list: object[]) => ({ type: 'BUTTONS', buttons: list })
const PHOTO: Media = {
  ...{ mediaId: 'm1' as MediaId, state: 'stored', mime: 'image/jpeg', sizeBytes: 9, filename: 'bota.jpg' },
  ...{ sha256: 'ff', problem: null },
}
const file: SlotValue = { kind: 'file', media: PHOTO }
const keysOf = (template: Template) => (template.slots ?? []).map((slot) => `${slotKey(slot)} ${slot.kind}`)
const refusalsOf = (template: Template, values: TemplateValues) => {
  const filled = fillTemplate(template, values)
  return filled.ok ? [] : filled.error.map(({ code, field }) => `${code} ${field}`)
}

const CAROUSEL = of('MARKETING', BODY, {
  type: 'CAROUSEL',
  cards: [1, 2].map(() => ({
    components: [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'Bota {{1}}.' },
      buttons({ type: 'QUICK_REPLY', text: 'Quiero' }, { type: 'URL', text: 'Ver', url: 'https://a.mx/{{1}}' }),
    ],
  })),
})

describe('the slots of', () => {
  test.each<[what: string, template: Template, keys: string[]]>([
    ['a text', of('UTILITY', BODY), []],
    ['a picture', of('UTILITY', { type: 'HEADER', format: 'IMAGE' }, BODY), ['header image']],
    ['a place', of('UTILITY', { type: 'HEADER', format: 'LOCATION' }, BODY), ['header location']],
    ['a product', of('MARKETING', { type: 'HEADER', format: 'PRODUCT' }, BODY), ['header product']],
    [
      'an offer that ends',
      of('MARKETING', BODY, { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Hoy', has_expiration: true } }),
      ['offer expiry'],
    ],
    ['a form', of('UTILITY', BODY, buttons({ type: 'FLOW', text: 'Abrir', flow_id: '1' })), ['button.0 form']],
    ['a catalogue', of('MARKETING', BODY, buttons({ type: 'CATALOG', text: 'Ver' })), ['button.0 thumbnail']],
    ['products', of('MARKETING', BODY, buttons({ type: 'MPM', text: 'Ver' })), ['button.0 products']],
    [
      'a carousel',
      CAROUSEL,
      [0, 1].flatMap((card) => [`card.${card}.header image`, `card.${card}.1 text`, `card.${card}.button.1.1 text`]),
    ],
  ])('%s', (_, template, keys) => {
    expect(keysOf(template)).toEqual(keys)
    expect(template.unsupported).toEqual([])
  })

  test('what is newer than Hilo is named and not sent', () => {
    const strange = of('UTILITY', BODY, { type: 'HOLOGRAM' }, buttons({ type: 'ORDER_DETAILS', text: 'Pagar' }))
    expect(strange.unsupported).toEqual(['hologram', 'button order details'])
  })
})

describe('a slot', () => {
  const PICTURE = of('UTILITY', { type: 'HEADER', format: 'IMAGE' }, BODY)
  test.each<[what: string, values: TemplateValues, refusals: string[]]>([
    ['with its file', { '1': 'Ana', header: file }, []],
    ['with an address Meta fetches', { '1': 'Ana', header: { kind: 'link', url: 'https://a.mx/bota.jpg' } }, []],
    ['without', { '1': 'Ana' }, ['template-field-missing header']],
    ['with a text', { '1': 'Ana', header: 'bota' }, ['template-field-invalid header']],
    ...['http://a.mx/b.jpg', 'https://localhost/b.jpg', 'https://10.0.0.1/b.jpg', 'https://a@b.mx/c.jpg'].map(
      (url) =>
        [`with ${url}`, { '1': 'Ana', header: { kind: 'link' as const, url } }, ['template-field-invalid header']] as [
          string,
          TemplateValues,
          string[],
        ],
    ),
    [
      'whose file has not arrived',
      { '1': 'Ana', header: { kind: 'file', media: { ...PHOTO, state: 'waiting' } } },
      ['media-not-ready header'],
    ],
  ])('%s', (_, values, refusals) => {
    expect(refusalsOf(PICTURE, values)).toEqual(refusals)
  })

  test('that Meta does not need may be left out', () => {
    expect(refusalsOf(of('MARKETING', BODY, buttons({ type: 'CATALOG', text: 'Ver' })), { '1': 'Ana' })).toEqual([])
  })

  test('of products has one to ten titled sections of thirty products in all', () => {
    const template = of('MARKETING', BODY, buttons({ type: 'MPM', text: 'Ver' }))
    const products = (sections: { title: string; productIds: string[] }[]): TemplateValues => ({
      '1': 'Ana',
      'button.0': { kind: 'products', thumbnail: 'p1', sections },
    })
    expect(refusalsOf(template, products([{ title: 'Botas', productIds: ['p1', 'p2'] }]))).toEqual([])
    expect(refusalsOf(template, products([]))).toHaveLength(2)
    expect(refusalsOf(template, products([{ title: 'Botas', productIds: Array(31).fill('p') }]))).toHaveLength(1)
  })
})

test('the cards of a carousel are filled one by one, and shown filled', () => {
  const values = {
    ...{ '1': 'Ana', 'card.0.header': file, 'card.0.1': 'azul', 'card.0.button.1.1': 'azul' },
    ...{ 'card.1.header': file, 'card.1.1': 'roja', 'card.1.button.1.1': 'roja' },
  }
  const filled = fillTemplate(CAROUSEL, values)
  expect(filled).toMatchObject({ ok: true, value: { cardCount: 2 } })
  expect(renderTemplate(CAROUSEL, values).cards?.map(({ body }) => body)).toEqual(['Bota azul.', 'Bota roja.'])
  expect(refusalsOf(CAROUSEL, { ...values, 'card.1.1': 'a'.repeat(161) })).toEqual(['template-field-invalid card.1.1'])
})

test('a code has one field, of fifteen characters without addresses and emoji', () => {
  const template = of(
    'AUTHENTICATION',
    { type: 'BODY', add_security_recommendation: true },
    buttons({ type: 'OTP', otp_type: 'COPY_CODE' }),
  )
  expect(template.fields).toMatchObject([{ part: 'body', name: '1' }])
  expect(refusalsOf(template, { '1': '483920' })).toEqual([])
  for (const wrong of ['1'.repeat(16), '😀', 'http://a']) expect(refusalsOf(template, { '1': wrong })).toHaveLength(1)
})

test('an end is an instant', () => {
  const template = of('MARKETING', BODY, {
    type: 'LIMITED_TIME_OFFER',
    limited_time_offer: { text: 'Hoy', has_expiration: true },
  })
  expect(refusalsOf(template, { '1': 'Ana', offer: { kind: 'expiry', at: instant(1_800_000_000_000) } })).toEqual([])
})
