import type { Button, Draft, Parts, TextPart } from '../draft.ts'
import type { Place, Span } from '../finding.ts'
import { examplesOf } from '../format/fields.ts'
import { bracesIn, MOST_READ } from '../places.ts'

/** A text of the template as the tables of phrases read it. */
export type Piece = {
  readonly component: Place
  readonly kind: 'header' | 'body' | 'footer' | 'button'
  readonly text: string
  /** As long as `text`: lower case, no accents or formatting marks; `{{1}}` is `#####`, `{{orden}}` is `##orden##`. */
  readonly folded: string
}

/** Header, body, footer and buttons of the template and its cards, in this order; samples shown to Meta stand below. */
export const piecesOf = (draft: Draft): readonly Piece[] =>
  [draft.parts, ...(draft.cards ?? [])].flatMap((parts) => [
    ...piece(parts.header, 'header'),
    ...piece(parts.body, 'body'),
    ...piece(parts.footer, 'footer'),
    ...(parts.buttons ?? []).flatMap((button) => piece(button, 'button')),
  ])

/** Everything of the template that a mend may change. */
export const textsOf = (draft: Draft): readonly string[] => [
  draft.name ?? '',
  draft.language ?? '',
  ...[draft.parts, ...(draft.cards ?? [])].flatMap(({ header, body, footer, buttons }) =>
    [header?.text, body?.text, footer?.text, ...(buttons ?? []).flatMap(({ text, url }) => [text, url])].flatMap(
      (text) => text ?? [],
    ),
  ),
]

const piece = (part: TextPart | Button | null, kind: Piece['kind']): readonly Piece[] =>
  part === null || part.text === null || part.text === ''
    ? []
    : [{ component: part.place, kind, text: part.text.slice(0, MOST_READ), folded: fold(part.text) }]

/** Every address in the template: those of buttons, and those in texts. */
export function linksOf(
  draft: Draft,
  pieces: readonly Piece[],
): readonly { component: Place; span: Span; url: string }[] {
  const inTexts = pieces.flatMap(({ component, text }) =>
    Array.from(text.matchAll(LINK), ({ index, 0: url }) => ({
      component,
      span: { start: index, end: index + url.length },
      url,
    })),
  )
  const inButtons = [draft.parts, ...(draft.cards ?? [])].flatMap(({ buttons }) =>
    (buttons ?? []).flatMap(({ url, place }) =>
      url === null ? [] : [{ component: `${place}.url`, span: { start: 0, end: url.length }, url }],
    ),
  )
  return [...inTexts, ...inButtons]
}

const LINK = /(?:https?:\/\/)?(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,10}\/[^\s{}]{0,200}/gi

/** The samples of header and body, by the span of the field they stand for. */
export const samplesOf = (
  parts: Parts,
): readonly { readonly component: Place; readonly span: Span; readonly sample: string }[] =>
  (['header', 'body'] as const).flatMap((kind) => {
    const part = parts[kind]
    if (part?.text == null) return []
    const sampleOf = examplesOf(part, kind)
    return bracesIn(part.text).flatMap(({ start, end, name }) => {
      const sample = sampleOf(name)?.slice(0, 200)
      return sample ? [{ component: part.place, span: { start, end }, sample }] : []
    })
  })

/** The same text in capital letters or without accents reads the same; no offset moves. */
export function fold(text: string): string {
  const read = text.slice(0, MOST_READ)
  const plain = read.replace(/\{\{[^{}]*\}\}/g, hideField)
  return plain.replace(/[^a-z0-9# .,;:!?]/g, foldCharacter)
}

const hideField = (place: string): string =>
  /^\{\{\d*\}\}$/.test(place)
    ? '#'.repeat(place.length)
    : `##${place
        .slice(2, -2)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, ' ')}##`

function foldCharacter(character: string): string {
  if (character === '\n') return '\n'
  if (character === '’') return "'"
  if ('*_~`'.includes(character)) return ' '
  const [base = ' '] = character.normalize('NFD').toLowerCase()
  return base.length === character.length ? base : character
}
