import { expect, test } from 'vitest'
import { toTemplateView } from '#contract/convert.ts'
import { readText } from '#core/template/text.ts'
import type { Template } from '#core/template/template.ts'
import { keyOf, placesOf } from './places.ts'

const viewOf = (...components: object[]) =>
  toTemplateView({
    ...readText({ name: 'oferta', language: 'es_MX', category: 'MARKETING', components }),
  } as unknown as Template)
const keysOf = (...components: object[]) =>
  placesOf(viewOf(...components)).map(({ card, places }) => [card, ...places.map(keyOf)])

test('what is to be filled in is asked for as the customer reads it', () => {
  expect(
    keysOf(
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Ver', url: 'https://a.mx/{{1}}' }, { type: 'COPY_CODE' }] },
      { type: 'BODY', text: 'Hola {{1}}.' },
      { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Hoy', has_expiration: true } },
      { type: 'HEADER', format: 'IMAGE' },
    ),
  ).toEqual([[null, 'header', 'offer', '1', 'button.0.1', 'button.1.1']])
})

test('cards come one by one, after what stands above them', () => {
  const card = {
    components: [
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Ver', url: 'https://a.mx/{{1}}' }] },
      { type: 'BODY', text: 'Bota {{1}}.' },
      { type: 'HEADER', format: 'VIDEO' },
    ],
  }
  expect(keysOf({ type: 'BODY', text: 'Hola {{1}}.' }, { type: 'CAROUSEL', cards: [card, card] })).toEqual([
    [null, '1'],
    [0, 'card.0.header', 'card.0.1', 'card.0.button.0.1'],
    [1, 'card.1.header', 'card.1.1', 'card.1.button.0.1'],
  ])
})

test('a template that is sent as it is asks for nothing', () => {
  expect(keysOf({ type: 'BODY', text: 'Hola.' })).toEqual([])
})
