import type { Finding, Place } from '#core/template/lint/finding.ts'
import type { Category } from '#core/template/lint/finding.ts'
import { bracesIn } from '#core/template/lint/places.ts'
import type { Button, Card, Form, Header } from './form.ts'

/** The text that stands at a place of the linter's; null where there is no text, such as `carousel`. */
export function textAt(form: Form, place: Place): string | null {
  const inside = insideCard(place)
  if (inside) {
    const card = form.cards[inside.index]
    return card ? partText(card, inside.rest) : null
  }
  switch (place) {
    case 'name':
    case 'language':
    case 'category':
    case 'footer':
      return form[place]
    case 'limited_time_offer':
      return form.offer.text
    default:
      return partText(form, place)
  }
}

/** The form with another text at a place; the same form where there is no text. */
export function withText(form: Form, place: Place, text: string): Form {
  const inside = insideCard(place)
  if (inside) {
    const change = (card: Card) => ({ ...card, ...changedPart(card, inside.rest, text) })
    return { ...form, cards: form.cards.map((card, index) => (index === inside.index ? change(card) : card)) }
  }
  switch (place) {
    case 'name':
    case 'language':
    case 'footer':
      return { ...form, [place]: text }
    case 'category':
      return { ...form, category: text as Category }
    case 'limited_time_offer':
      return { ...form, offer: { ...form.offer, text } }
    default:
      return { ...form, ...changedPart(form, place, text) }
  }
}

/** Which card a place is in, from 0; null outside cards. */
export const cardAt = (place: Place): number | null => insideCard(place)?.index ?? null

/** The input a finding is about: where an example is missing, that of the example, `body#1`. */
export function inputOf(form: Form, { code, component, span }: Finding): Place {
  if (code !== 'example-missing' && code !== 'example-invalid') return component
  const text = textAt(form, component)
  if (text === null || span === null) return component
  const name = bracesIn(text.slice(span.start, span.end))[0]?.name
  return name === undefined ? component : sampleAt(component, name)
}
export const sampleAt = (place: Place, field: string): Place => `${place}#${field}`

type Worded = { readonly header: Header; readonly body: string; readonly buttons: readonly Button[] }

const insideCard = (place: Place): { readonly index: number; readonly rest: Place } | null => {
  const match = /^carousel\.(\d+)\.(.+)$/.exec(place)
  return match ? { index: Number(match[1]), rest: match[2] ?? '' } : null
}

function partText({ header, body, buttons }: Worded, place: Place): string | null {
  if (place === 'body') return body
  if (place === 'header') return header.kind === 'text' ? header.text : null
  const [, index = '', part = 'text'] = /^buttons\.(\d+)(?:\.(\w+))?$/.exec(place) ?? []
  const button = index === '' ? undefined : buttons[Number(index)]
  if (!button) return null
  if (part === 'text') return button.text
  if (part === 'url') return button.kind === 'URL' ? button.url : null
  if (part === 'phone_number') return button.kind === 'PHONE_NUMBER' ? button.phone : null
  return button.kind === 'COPY_CODE' ? button.code : null
}

function changedPart(parts: Worded, place: Place, text: string): Partial<Worded> {
  if (place === 'body') return { body: text }
  if (place === 'header') return parts.header.kind === 'text' ? { header: { ...parts.header, text } } : {}
  const [, index = '', part = 'text'] = /^buttons\.(\d+)(?:\.(\w+))?$/.exec(place) ?? []
  if (index === '') return {}
  return {
    buttons: parts.buttons.map((button, at) => (at === Number(index) ? changedButton(button, part, text) : button)),
  }
}

function changedButton(button: Button, part: string, text: string): Button {
  if (part === 'text') return { ...button, text }
  if (part === 'url' && button.kind === 'URL') return { ...button, url: text }
  if (part === 'phone_number' && button.kind === 'PHONE_NUMBER') return { ...button, phone: text }
  return part === 'example' && button.kind === 'COPY_CODE' ? { ...button, code: text } : button
}
