import type { TemplateBody } from '../body.ts'
import type { FormButton, FormCard, FormHeader, TemplateForm } from './form.ts'
import { parseForm } from './parse.ts'

/** What is other in one component; `before` or `after` is null where it was not there. */
export type ComponentDifference = {
  /** As the linter names places: `category`, `header`, `body`, `buttons.0`, `limited_time_offer`, `carousel.1.body` … */
  readonly component: string
  readonly before: string | null
  readonly after: string | null
  /** The text word by word, spaces included, in reading order; put together they are both texts. */
  readonly words: readonly WordDifference[]
}
export type WordDifference = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

/** What one body says otherwise than another, component by component in the order of a template; examples count for nothing. */
export function differenceOf(before: TemplateBody, after: TemplateBody): readonly ComponentDifference[] {
  const [old, young] = [partsOf(parseForm(before)), partsOf(parseForm(after))]
  return [...new Set([...young.keys(), ...old.keys()])]
    .toSorted((one, other) => orderOf(one) - orderOf(other))
    .flatMap((component) => {
      const [was, is] = [old.get(component) ?? null, young.get(component) ?? null]
      return was === is ? [] : [{ component, before: was, after: is, words: wordDifference(was ?? '', is ?? '') }]
    })
}

const ORDER = ['category', 'ttl', 'header', 'limited_time_offer', 'body', 'footer', 'buttons', 'carousel', 'others']
const orderOf = (component: string): number => ORDER.indexOf(component.split('.')[0] ?? '')

function partsOf(form: TemplateForm): ReadonlyMap<string, string> {
  const { category, ttlSeconds, header, offer, body, footer, buttons, cards, others } = form
  const parts: (readonly [component: string, text: string | null])[] = [
    ['category', category],
    ['ttl', ttlSeconds === null ? null : `${ttlSeconds} s`],
    ['header', header && headerText(header)],
    ['limited_time_offer', offer && `${offer.text}${offer.expires ? ' ⏱' : ''}`],
    ['body', body && `${body.text}${body.securityAdvice ? ' + add_security_recommendation' : ''}`],
    ['footer', footer && (footer.codeMinutes === null ? footer.text : `${footer.codeMinutes} min`)],
    ...buttons.map((button, index) => [`buttons.${index}`, buttonText(button)] as const),
    ...cards.flatMap((card, index) => cardParts(card, `carousel.${index}`)),
    ...others.map((other, index) => [`others.${index}`, JSON.stringify(other)] as const),
  ]
  return new Map(parts.flatMap(([component, text]) => (text === null ? [] : [[component, text]])))
}

const cardParts = ({ header, body, buttons }: FormCard, place: string) => [
  [`${place}.header`, header && headerText(header)] as const,
  [`${place}.body`, body && body.text] as const,
  ...buttons.map((button, index) => [`${place}.buttons.${index}`, buttonText(button)] as const),
]

const headerText = (header: FormHeader): string => (header.kind === 'text' ? header.text : header.kind.toUpperCase())

/** The label, and what the button does. */
function buttonText(button: FormButton): string {
  const kind = button.kind === 'PLAIN' ? button.type : button.kind
  return [kind, button.text, ...detailsOf(button)].filter((part) => part !== '').join(' · ')
}

function detailsOf(button: FormButton): readonly string[] {
  switch (button.kind) {
    case 'URL':
      return [button.url]
    case 'PHONE_NUMBER':
      return [button.phone]
    case 'OTP':
      return [button.way, button.autofillText ?? '', ...button.apps.map(({ packageName }) => packageName)]
    case 'FLOW':
      return [button.flow ?? '', button.screen ?? '']
    case 'VOICE_CALL':
      return [button.ttlMinutes === null ? '' : `${button.ttlMinutes} min`]
    default:
      return []
  }
}

/** Texts of more words than this are shown as wholly changed: no template has as many. */
const MOST_WORDS = 1_500

/** The shortest way from one text to the other by whole words (longest common subsequence). */
export function wordDifference(before: string, after: string): readonly WordDifference[] {
  const [old, young] = [piecesOf(before), piecesOf(after)]
  if (old.length > MOST_WORDS || young.length > MOST_WORDS) {
    return joined([...say('removed', before), ...say('added', after)])
  }
  const width = young.length + 1
  const common = new Uint16Array((old.length + 1) * width)
  const at = (row: number, column: number) => common[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = young.length - 1; column >= 0; column--) {
      common[row * width + column] =
        old[row] === young[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const words: WordDifference[] = []
  let [row, column] = [0, 0]
  while (row < old.length || column < young.length) {
    const [was, is] = [old[row] ?? '', young[column] ?? '']
    if (row < old.length && column < young.length && was === is) {
      words.push({ kind: 'same', text: was })
      row++
      column++
    } else if (column >= young.length || (row < old.length && at(row + 1, column) >= at(row, column + 1))) {
      words.push({ kind: 'removed', text: was })
      row++
    } else {
      words.push({ kind: 'added', text: is })
      column++
    }
  }
  return joined(words)
}

/** Words, fields, and what stands between them. */
const piecesOf = (text: string): readonly string[] => text.match(/\{\{[^{}]*\}\}|[\p{L}\p{N}]+|\s+|./gsu) ?? []

const say = (kind: WordDifference['kind'], text: string): readonly WordDifference[] =>
  text === '' ? [] : [{ kind, text }]

/** Neighbours of a kind in one. */
function joined(words: readonly WordDifference[]): readonly WordDifference[] {
  const result: WordDifference[] = []
  for (const word of words) {
    const last = result.at(-1)
    if (last?.kind === word.kind) result[result.length - 1] = { kind: last.kind, text: last.text + word.text }
    else result.push(word)
  }
  return result
}
