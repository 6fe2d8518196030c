import type { Category } from '#core/template/lint/finding.ts'
import type { Json } from '#core/template/lint/json.ts'

/**
 * A template as somebody writes it. Nothing is lost by turning something off: cards, offer and code stay while another
 * shape is chosen, and only what the shape needs goes into Meta's body (`to-body.ts`).
 */
export type Form = Parts & {
  readonly name: string
  /** Meta's code: `es_MX`. */
  readonly language: string
  readonly category: Category
  /** What it is for, one of `PURPOSES`; null: not said. */
  readonly purpose: string | null
  /** Whether fields have names, `{{nombre}}`, instead of numbers, `{{1}}`. */
  readonly isNamed: boolean
  /** How long Meta tries to deliver; null: as long as Meta does by itself. */
  readonly ttlSeconds: number | null
  readonly shape: Shape
  readonly cards: readonly Card[]
  readonly offer: Offer
  readonly code: CodeForm
  /** Components this builder does not draw, sent as they came. */
  readonly others: readonly Json[]
  /** Fields beside the components this builder does not know, sent as they came. */
  readonly rest: Json
}

/** What a template and a card of a carousel both have. */
export type Parts = {
  readonly header: Header
  readonly body: string
  /** Examples for Meta by name of field; a field without one is absent. */
  readonly samples: Samples
  readonly footer: string
  readonly buttons: readonly Button[]
}
export type Samples = Readonly<Record<string, string>>

export type Shape = 'plain' | 'carousel' | 'offer'

export type Header =
  | { readonly kind: 'none' | 'location' }
  | { readonly kind: 'text'; readonly text: string; readonly sample: string }
  | { readonly kind: FileKind; readonly file: SampleFile | null }
export type FileKind = 'image' | 'video' | 'document' | 'gif' | 'product'
/** The file Meta is shown. `handle` is Meta's; `mediaId` is ours, for the preview; either may be missing. */
export type SampleFile = {
  readonly handle: string
  readonly mediaId: string | null
  readonly filename: string | null
}

/** `key` tells buttons apart while they are moved; it goes nowhere else. */
export type Button = { readonly key: string; readonly text: string } & ButtonKind
export type ButtonKind =
  | { readonly kind: 'QUICK_REPLY' | 'CATALOG' | 'MPM' | 'VOICE_CALL' }
  | { readonly kind: 'URL'; readonly url: string; readonly sample: string }
  | { readonly kind: 'PHONE_NUMBER'; readonly phone: string }
  | { readonly kind: 'COPY_CODE'; readonly code: string }
  | { readonly kind: 'FLOW'; readonly flowId: string }
  /** A kind this builder does not write, sent as it came. */
  | { readonly kind: 'OTHER'; readonly raw: Json }

export type Card = Omit<Parts, 'footer'> & { readonly key: string }

export type Offer = { readonly text: string; readonly expires: boolean }

/** A code is said in Meta's own words; only this can be chosen. */
export type CodeForm = {
  readonly warnsNotToShare: boolean
  /** For how long the code is good; null: not said. */
  readonly minutes: number | null
  readonly copying: 'COPY_CODE' | 'ONE_TAP' | 'ZERO_TAP'
  readonly text: string
  readonly packageName: string
  readonly signatureHash: string
  /** What else Meta has of the button, sent as it came. */
  readonly rest: Json
}

let keys = 0
/** A key no other button or card of this page has. */
export const newKey = (): string => `k${++keys}`

export const EMPTY_PARTS: Parts = { header: { kind: 'none' }, body: '', samples: {}, footer: '', buttons: [] }

export const newForm = (language: string): Form => ({
  ...EMPTY_PARTS,
  name: '',
  language,
  category: 'UTILITY',
  purpose: null,
  isNamed: false,
  ttlSeconds: null,
  shape: 'plain',
  cards: [newCard(), newCard()],
  offer: { text: '', expires: true },
  code: {
    warnsNotToShare: true,
    minutes: 10,
    copying: 'COPY_CODE',
    text: '',
    packageName: '',
    signatureHash: '',
    rest: {},
  },
  others: [],
  rest: {},
})

/** A card like another: the same components, no words. */
export function newCard(like?: Card): Card {
  const header: Header = like?.header.kind === 'video' ? { kind: 'video', file: null } : { kind: 'image', file: null }
  const buttons = like ? like.buttons.map((button) => emptied(button)) : [newButton('QUICK_REPLY')]
  return { key: newKey(), header, body: '', samples: {}, buttons }
}

export function newButton(kind: Exclude<Button['kind'], 'OTHER'>): Button {
  const base = { key: newKey(), text: '' }
  switch (kind) {
    case 'URL':
      return { ...base, kind, url: '', sample: '' }
    case 'PHONE_NUMBER':
      return { ...base, kind, phone: '' }
    case 'COPY_CODE':
      return { ...base, kind, code: '' }
    case 'FLOW':
      return { ...base, kind, flowId: '' }
    default:
      return { ...base, kind }
  }
}

const emptied = (button: Button): Button =>
  button.kind === 'OTHER' ? { ...button, key: newKey() } : newButton(button.kind)

/** Whether nobody has written anything yet. */
export const isBlank = (form: Form): boolean =>
  form.name === '' &&
  form.body === '' &&
  form.footer === '' &&
  form.header.kind === 'none' &&
  form.buttons.length === 0 &&
  form.cards.every(({ body, header }) => body === '' && 'file' in header && header.file === null)
