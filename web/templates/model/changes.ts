import type { Place } from '#core/template/lint/finding.ts'
import type { Form, Header } from './form.ts'
import { type Stretch, wordsChanged } from './words-changed.ts'

/** A place that reads otherwise than before. */
export type Change = { readonly place: Place; readonly stretches: readonly Stretch[] }

/** Everything a customer or Meta would see differently, in the order of the template. */
export function changesOf(before: Form, after: Form): readonly Change[] {
  const [old, now] = [new Map(textsOf(before)), new Map(textsOf(after))]
  return [...new Set([...old.keys(), ...now.keys()])].toSorted(byPlace).flatMap((place) => {
    const [was, is] = [old.get(place) ?? '', now.get(place) ?? '']
    return was === is ? [] : [{ place, stretches: wordsChanged(was, is) }]
  })
}

const ORDER = ['category', 'header', 'body', 'limited_time_offer', 'footer', 'carousel', 'buttons']
const rank = (place: Place): number => ORDER.indexOf(place.split('.')[0] ?? '')
const byPlace = (one: Place, other: Place): number =>
  rank(one) - rank(other) || one.localeCompare(other, 'en', { numeric: true })

function textsOf(form: Form): readonly (readonly [Place, string])[] {
  const isCode = form.category === 'AUTHENTICATION'
  return [
    ['category', form.category],
    ...(isCode
      ? [['buttons', JSON.stringify(form.code)] as const]
      : [
          ...(form.shape === 'carousel' ? [] : partsOf('', form.header, form.buttons)),
          ['body', form.body] as const,
          ['footer', form.footer] as const,
          ...(form.shape === 'offer' ? [['limited_time_offer', form.offer.text] as const] : []),
          ...(form.shape === 'carousel'
            ? form.cards.flatMap(({ header, body, buttons }, index) => [
                ...partsOf(`carousel.${index}.`, header, buttons),
                [`carousel.${index}.body`, body] as const,
              ])
            : []),
        ]),
  ]
}

const partsOf = (before: Place, header: Header, buttons: Form['buttons']): readonly (readonly [Place, string])[] => [
  [`${before}header`, headerText(header)],
  ...buttons.map((button, index) => {
    const detail =
      button.kind === 'URL'
        ? button.url
        : button.kind === 'PHONE_NUMBER'
          ? button.phone
          : button.kind === 'FLOW'
            ? button.flowId
            : ''
    return [`${before}buttons.${index}`, [button.text, detail].filter(Boolean).join(' → ')] as const
  }),
]

const headerText = (header: Header): string =>
  header.kind === 'none' ? '' : header.kind === 'text' ? header.text : header.kind
