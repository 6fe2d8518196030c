import { fillPlaces } from '#core/template/read.ts'
import type { Instant } from '#base/time.ts'
import { CODE_WORDS } from './code-words.data.ts'
import type { Button, Card, CodeForm, Form, Header, Parts } from './form.ts'

/** A template as a telephone shows it, every field filled or shown as a hole. */
export type Shown = ShownParts & {
  readonly footer: string
  readonly cards: readonly ShownParts[]
  readonly offer: {
    readonly text: string
    readonly code: string | null
    readonly expires: boolean
    /** Null: only an example is known, or nothing. */
    readonly until: Instant | null
  } | null
}
export type ShownParts = {
  readonly header: ShownHeader | null
  readonly body: string
  readonly buttons: readonly { readonly kind: string; readonly text: string }[]
}
export type ShownHeader =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'location'; readonly name?: string | null; readonly address?: string }
  | {
      readonly kind: 'image' | 'video' | 'document' | 'gif' | 'product'
      readonly mediaId: string | null
      readonly filename: string | null
    }

/** What stands where nothing is known yet. */
const HOLE = '▢'

/** Values by key of field — `1`, `header.1`, `button.0.1` — before the examples, and those before a hole. */
export function shownOf(form: Form, values: Readonly<Record<string, string>>): Shown {
  if (form.category === 'AUTHENTICATION') return codeShown(form.code, form.language, values)
  const isCarousel = form.shape === 'carousel'
  const coupon = form.buttons.find((button) => button.kind === 'COPY_CODE')
  const offer = form.shape === 'offer' ? { ...form.offer, code: coupon ? coupon.code : null, until: null } : null
  const parts = partsShown(form, values)
  return {
    ...parts,
    header: isCarousel ? null : parts.header,
    buttons: isCarousel ? [] : parts.buttons,
    footer: form.footer,
    cards: isCarousel ? form.cards.map((card) => partsShown(card, {})) : [],
    offer,
  }
}

function partsShown(
  { header, body, samples, buttons }: Parts | Card,
  values: Readonly<Record<string, string>>,
): ShownParts {
  const valueOf = (key: string, sample: string | undefined) => values[key] || sample || HOLE
  return {
    header: headerShown(header, (name) => valueOf(`header.${name}`, header.kind === 'text' ? header.sample : '')),
    body: fillPlaces(body, (name) => valueOf(name, samples[name])),
    buttons: buttons.map(({ kind, text }) => ({ kind, text })),
  }
}

function headerShown(header: Header, valueOf: (name: string) => string): ShownHeader | null {
  switch (header.kind) {
    case 'none':
      return null
    case 'location':
      return { kind: 'location' }
    case 'text':
      return header.text === '' ? null : { kind: 'text', text: fillPlaces(header.text, valueOf) }
    default:
      return { kind: header.kind, mediaId: header.file?.mediaId ?? null, filename: header.file?.filename ?? null }
  }
}

function codeShown(code: CodeForm, language: string, values: Readonly<Record<string, string>>): Shown {
  const words = CODE_WORDS[language.slice(0, 2) as keyof typeof CODE_WORDS] ?? CODE_WORDS.en
  const said = words.code.replace('{code}', values['1'] || '482913')
  const buttons: readonly Pick<Button, 'kind' | 'text'>[] =
    code.copying === 'ZERO_TAP' ? [] : [{ kind: 'COPY_CODE', text: code.text || words[code.copying] }]
  return {
    header: null,
    body: code.warnsNotToShare ? `${said} ${words.warning}` : said,
    footer: code.minutes === null ? '' : words.minutes.replace('{minutes}', String(code.minutes)),
    buttons,
    cards: [],
    offer: null,
  }
}
