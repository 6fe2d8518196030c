import { type Fields, fieldsOf, listOf, textOf } from '../json.ts'
import type { Template } from '../world/model.ts'
import { forbiddenGoods, isThreat, oneTimeCode, promotion, secrets, smallWords } from './phrases.ts'

/** Why a reviewer refuses, as webhooks write it (cloud-api §2.5). */
export const reasons = [
  'ABUSIVE_CONTENT',
  'CATEGORY_NOT_AVAILABLE',
  'INCORRECT_CATEGORY',
  'INVALID_FORMAT',
  'PROMOTIONAL',
  'SCAM',
  'TAG_CONTENT_MISMATCH',
] as const
export type Reason = (typeof reasons)[number]

/** What Meta writes into `rejection_info`. */
export type RejectionInfo = { readonly reason: string; readonly recommendation: string }
export type Verdict =
  | { readonly outcome: 'APPROVED'; readonly category: Template['category'] }
  | { readonly outcome: 'REJECTED'; readonly reason: Reason; readonly info: RejectionInfo }

/** What a reviewer decides about a well-formed template, by its words and by what else the account has. */
export function judge(template: Template, others: Iterable<Template>): Verdict {
  const text = textsOf(template.components).join('\n')
  if (template.category !== 'AUTHENTICATION') {
    const reason = contentProblem(text) ?? formProblem(template, text, others)
    if (reason !== null) return rejection(reason[0], reason[1], reason[2])
  }
  return { outcome: 'APPROVED', category: categoryOf(template, text) }
}

export const rejection = (reason: Reason, why: string, recommendation: string): Verdict => ({
  outcome: 'REJECTED',
  reason,
  info: { reason: why, recommendation },
})

type Problem = readonly [reason: Reason, why: string, recommendation: string]

function contentProblem(text: string): Problem | null {
  if (isThreat(text))
    return [
      'ABUSIVE_CONTENT',
      'The template threatens the customer with legal action or with public exposure.',
      'State the facts and offer a way to settle, without threats.',
    ]
  if (secrets.test(text))
    return [
      'SCAM',
      'The template asks for a full card, identity or access number.',
      'Never ask for full identifiers; the last four digits are acceptable.',
    ]
  if (forbiddenGoods.test(text))
    return [
      'PROMOTIONAL',
      'The template promotes goods that the WhatsApp commerce policy forbids.',
      'Remove the goods named in the commerce policy.',
    ]
  return null
}

function formProblem(template: Template, text: string, others: Iterable<Template>): Problem | null {
  if (/\}\}\s*\{\{/.test(text))
    return [
      'INVALID_FORMAT',
      'Two variables stand next to each other without text between them.',
      'Put words between the variables.',
    ]
  if (oneTimeCode.test(text) && /\{\{/.test(text))
    return [
      'INCORRECT_CATEGORY',
      'The template delivers a one-time code, which only authentication templates may.',
      'Create it as an authentication template.',
    ]
  const written = languageOf(text)
  const tagged = template.language.slice(0, 2)
  if (written !== null && smallWords[tagged] !== undefined && written !== tagged)
    return [
      'TAG_CONTENT_MISMATCH',
      `The template is tagged ${template.language} and seems to be written in ${written}.`,
      'Submit it in the language it is written in.',
    ]
  const twin = twinOf(template, others)
  if (twin !== undefined)
    return [
      'INVALID_FORMAT',
      `The body and footer are the same as those of the template ${twin.name}.`,
      'Use the existing template, or write another text.',
    ]
  return null
}

/** Utility only when nothing sells and the text says what it is about; Meta takes what is unclear for marketing. */
function categoryOf({ category }: Template, text: string): Template['category'] {
  if (category !== 'UTILITY') return category
  return promotion.test(text) || isUnclear(text) ? 'MARKETING' : 'UTILITY'
}

const CLEAR_FROM_WORDS = 3

const isUnclear = (text: string): boolean =>
  (text.replace(/\{\{.*?\}\}/g, ' ').match(/\p{L}{3,}/gu)?.length ?? 0) < CLEAR_FROM_WORDS

/** At least this many small words of one language, and none of the declared one, before a reviewer is sure. */
const SURE_FROM_WORDS = 3

/** The language a text is surely written in; `null` when it could be several. */
function languageOf(text: string): string | null {
  const counts = Object.entries(smallWords)
    .map(([language, words]) => ({ language, count: text.match(words)?.length ?? 0 }))
    .toSorted((a, b) => b.count - a.count)
  const [first, second] = counts
  if (first === undefined || first.count < SURE_FROM_WORDS) return null
  return first.count > 2 * (second?.count ?? 0) ? first.language : null
}

/** A template of another name with the same body and footer; a template may say the same in several languages. */
function twinOf(template: Template, others: Iterable<Template>): Template | undefined {
  const own = wordingOf(template)
  for (const other of others) {
    if (other.name === template.name || other.deletedAt !== null || other.status === 'REJECTED') continue
    if (other.category !== 'AUTHENTICATION' && wordingOf(other) === own) return other
  }
  return undefined
}

function wordingOf({ components }: Template): string {
  const text = (type: string) => textOf(components.find((each) => each['type'] === type)?.['text']) ?? ''
  const cards = components.some(({ type }) => type === 'CAROUSEL') ? textsOf(components).join('\n') : ''
  return `${text('BODY')}\n${text('FOOTER')}\n${cards}`
}

/** Every text a customer reads: of components, buttons, cards. */
function textsOf(components: readonly Fields[]): string[] {
  return components.flatMap((component) => [
    textOf(component['text']) ?? '',
    textOf(fieldsOf(component['limited_time_offer'])['text']) ?? '',
    ...listOf(component['buttons']).map((button) => textOf(fieldsOf(button)['text']) ?? ''),
    ...listOf(component['cards']).flatMap((card) => textsOf(listOf(fieldsOf(card)['components']).map(fieldsOf))),
  ])
}
