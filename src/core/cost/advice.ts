import { between, type Duration, type Instant } from '#base/time.ts'
import type { Language } from '#base/language.ts'
import type { Money } from './money.ts'
import { type Price, type PriceBook, priceOf } from './price.ts'
import type { Recipient } from './market.ts'
import type { PriceCategory } from './rate-card.ts'

/** What helps to spend less, as data; the most useful first. */
export type Advice =
  /** Everything is free for so long because an ad brought the contact. */
  | { readonly code: 'free-entry'; readonly left: Duration }
  /** The window is open: an answer says the same for less than this template. */
  | { readonly code: 'answer-instead'; readonly answer: Money; readonly template: Money }
  /** The window is closed: when they write, an answer costs less than this template does now. */
  | { readonly code: 'wait-for-them'; readonly answer: Money; readonly template: Money }
  /** The number's free answers of the month. */
  | { readonly code: 'free-left'; readonly left: number }
  /** The number's free answers of the month are used up. */
  | { readonly code: 'free-used'; readonly answer: Money }

export type Situation = {
  readonly book: PriceBook
  readonly recipient: Recipient
  readonly now: Instant
  readonly isWindowOpen: boolean
  /** Null: no free entry window is open. */
  readonly freeEntryUntil: Instant | null
  /** What is about to be sent; null: an answer in words of one's own. */
  readonly template: Exclude<PriceCategory, 'service'> | null
}

/** Few answers left are worth a word, many are not. */
const FEW_FREE = 200

export function adviceFor({
  book,
  recipient,
  now,
  isWindowOpen,
  freeEntryUntil,
  template,
}: Situation): readonly Advice[] {
  if (freeEntryUntil !== null && now < freeEntryUntil) {
    return [{ code: 'free-entry', left: between(now, freeEntryUntil) }]
  }
  const cost = (category: PriceCategory, isOpen: boolean): Price | null =>
    priceOf(book, { category, recipient, at: now, isWindowOpen: isOpen, isFreeEntry: false })
  const answer = cost('service', true)
  const advice: Advice[] = []
  if (template !== null) {
    const price = cost(template, isWindowOpen)
    if (price !== null && answer !== null && answer.micros < price.micros) {
      advice.push({ code: isWindowOpen ? 'answer-instead' : 'wait-for-them', answer, template: price })
    }
  }
  const left = book.freeServiceLeft
  if (isWindowOpen && left !== null && left > 0 && left <= FEW_FREE) advice.push({ code: 'free-left', left })
  if (template === null && left === 0 && answer !== null && answer.micros > 0)
    advice.push({ code: 'free-used', answer })
  return advice
}

type Sentence = (values: Values) => string
/** Amounts and lengths of time as the reader writes them. */
type Values = { readonly answer: string; readonly template: string; readonly left: string; readonly count: number }
const FREE: Readonly<Record<Language, string>> = { es: 'nada', en: 'nothing', 'pt-BR': 'nada' }

const SENTENCES: Readonly<Record<Advice['code'], Readonly<Record<Language, Sentence>>>> = {
  'free-entry': {
    es: ({ left }) => `Llegó por un anuncio: durante ${left} más nada cuesta.`,
    en: ({ left }) => `An ad brought them: nothing costs anything for another ${left}.`,
    'pt-BR': ({ left }) => `Veio por um anúncio: por mais ${left} nada custa.`,
  },
  'answer-instead': {
    es: ({ answer, template }) =>
      `La ventana está abierta: una respuesta cuesta ${answer}, esta plantilla ${template}.`,
    en: ({ answer, template }) => `The window is open: an answer costs ${answer}, this template ${template}.`,
    'pt-BR': ({ answer, template }) => `A janela está aberta: uma resposta custa ${answer}, este modelo ${template}.`,
  },
  'wait-for-them': {
    es: ({ answer, template }) =>
      `La ventana se abre cuando le escriban: entonces una respuesta cuesta ${answer}; esta plantilla cuesta ${template}.`,
    en: ({ answer, template }) =>
      `The window opens when they write: an answer then costs ${answer}; this template costs ${template}.`,
    'pt-BR': ({ answer, template }) =>
      `A janela se abre quando escreverem: então uma resposta custa ${answer}; este modelo custa ${template}.`,
  },
  'free-left': {
    es: ({ count }) =>
      count === 1 ? 'Queda 1 respuesta gratuita este mes.' : `Quedan ${count} respuestas gratuitas este mes.`,
    en: ({ count }) =>
      count === 1 ? '1 free answer is left this month.' : `${count} free answers are left this month.`,
    'pt-BR': ({ count }) =>
      count === 1 ? 'Resta 1 resposta gratuita neste mês.' : `Restam ${count} respostas gratuitas neste mês.`,
  },
  'free-used': {
    es: ({ answer }) => `Las respuestas gratuitas del mes se acabaron: cada una cuesta ${answer}.`,
    en: ({ answer }) => `This month’s free answers are used up: each costs ${answer}.`,
    'pt-BR': ({ answer }) => `As respostas gratuitas do mês acabaram: cada uma custa ${answer}.`,
  },
}

/** In one sentence. Amounts and times are written by whoever shows it; what costs nothing is said in a word. */
export function adviceWords(
  advice: Advice,
  language: Language,
  write: { readonly money: (money: Money) => string; readonly time: (left: Duration) => string },
): string {
  const amount = (money: Money) => (money.micros === 0 ? FREE[language] : write.money(money))
  return SENTENCES[advice.code][language]({
    answer: 'answer' in advice ? amount(advice.answer) : '',
    template: 'template' in advice ? amount(advice.template) : '',
    left: advice.code === 'free-entry' ? write.time(advice.left) : '',
    count: advice.code === 'free-left' ? advice.left : 0,
  })
}
