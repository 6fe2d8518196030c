import { describe, expect, test } from 'vitest'
import { hours, instant, minutes, plus } from '#base/time.ts'
import { LANGUAGES } from '#base/language.ts'
import { adviceFor, adviceWords, type Situation } from './advice.ts'
import { type Budget, reached, spentOf, stopFor, stopsOf } from './budget.ts'
import { allowanceLeft, priceBook, type Spending, usualBilling, withDemonstration } from './billing.ts'
import { amountOf } from './money.ts'
import { DEMONSTRATION_BOOK, volumeKey } from './price.ts'
import type { LineId } from '../account/account.ts'

const NOW = instant(Date.UTC(2026, 10, 10, 12))
const SALES = 'sales' as LineId
const situation = (about: Partial<Situation> = {}): Situation => ({
  book: DEMONSTRATION_BOOK,
  recipient: { phone: '5215512345678', userId: null },
  now: NOW,
  isWindowOpen: true,
  freeEntryUntil: null,
  template: null,
  ...about,
})
const left = (freeServiceLeft: number) => ({ book: { ...DEMONSTRATION_BOOK, freeServiceLeft } })

describe('advice', () => {
  test.each([
    ['an ad brought them', { freeEntryUntil: plus(NOW, minutes(40)), template: 'marketing' }, ['free-entry']],
    ['the ad’s time is over', { freeEntryUntil: NOW }, []],
    ['marketing in an open window', { template: 'marketing' }, ['answer-instead']],
    ['marketing in a closed window', { template: 'marketing', isWindowOpen: false }, ['wait-for-them']],
    ['utility costs what an answer costs', { template: 'utility' }, []],
    ['utility while answers are free', { template: 'utility', ...left(132) }, ['answer-instead', 'free-left']],
    ['an answer with few free ones left', left(132), ['free-left']],
    ['an answer with many left', left(900), []],
    ['an answer with none left', left(0), ['free-used']],
    ['nobody’s market', { recipient: { phone: '999', userId: null }, template: 'marketing' }, []],
  ] as const)('when %s', (_, about, codes) => {
    expect(adviceFor(situation(about)).map(({ code }) => code)).toEqual(codes)
  })

  test('is said in every language, with amounts and times of the reader', () => {
    const write = { money: amountOf, time: () => '40 min' }
    const all = [
      { template: 'marketing', freeEntryUntil: plus(NOW, hours(1)) },
      { template: 'marketing' },
      { template: 'marketing', isWindowOpen: false },
      left(1),
      left(132),
      left(0),
    ] as const
    for (const about of all) {
      const [advice] = adviceFor(situation(about))
      const said = LANGUAGES.map((language) => advice && adviceWords(advice, language, write))
      expect(new Set(said).size).toBe(3)
      for (const sentence of said) expect(sentence).toMatch(/^[\p{Lu}\d].{10,150}\.$/u)
    }
    expect(adviceWords({ code: 'free-left', left: 132 }, 'es', write)).toBe('Quedan 132 respuestas gratuitas este mes.')
    expect(adviceWords({ code: 'free-left', left: 1 }, 'en', write)).toBe('1 free answer is left this month.')
    const [instead] = adviceFor(situation({ template: 'utility', ...left(5) }))
    expect(instead && adviceWords(instead, 'en', write)).toBe(
      'The window is open: an answer costs nothing, this template 0.0085 USD.',
    )
  })
})

const spent = (micros: number, about: Partial<Spending> = {}): Spending => ({
  month: '2026-11',
  currency: 'USD',
  lineId: SALES,
  market: 'Mexico',
  category: 'marketing',
  outcome: 'charged',
  messages: 1,
  micros,
  ...about,
})
const budget = (about: Partial<Budget> = {}): Budget => ({
  budgetId: 'b',
  name: 'Campañas',
  lineId: null,
  category: null,
  limit: { micros: 100, currency: 'USD' },
  warnAt: 80,
  stops: 'templates',
  ...about,
})

describe('a budget', () => {
  const spending = [
    spent(50),
    spent(30, { category: 'utility' }),
    spent(20, { lineId: null, category: 'utility', outcome: 'volume' }),
    spent(900, { month: '2026-10' }),
    spent(900, { currency: 'EUR' }),
  ]
  test.each([
    [{}, 100],
    [{ category: 'marketing' }, 50],
    [{ lineId: SALES }, 80],
    [{ lineId: 'other' as LineId }, 0],
    [{ limit: { micros: 1, currency: 'EUR' } }, 900],
  ] as const)('counts what it is for (%#)', (about, micros) => {
    expect(spentOf(budget(about), '2026-11', spending)).toBe(micros)
  })

  test('is reached at exactly its share and exactly its limit', () => {
    expect([79, 80, 99, 100].map((micros) => reached(budget(), micros).length)).toEqual([0, 1, 1, 2])
  })

  test('that is spent stops what it is for, answers and codes only if so decided', () => {
    const stops = stopsOf([budget()], '2026-11', spending)
    expect(stopFor(stops, SALES, 'marketing')?.name).toBe('Campañas')
    expect(stopFor(stops, SALES, 'utility')).not.toBeNull()
    expect(stopFor(stops, SALES, 'service')).toBeNull()
    expect(stopFor(stops, SALES, 'authentication')).toBeNull()
    const everything = stopsOf([budget({ stops: 'everything' })], '2026-11', spending)
    expect(stopFor(everything, SALES, 'service')).not.toBeNull()
    expect(stopsOf([budget({ stops: 'nothing' })], '2026-11', spending)).toEqual([])
    expect(stopsOf([budget()], '2026-12', spending)).toEqual([])
    const ofLine = stopsOf([budget({ lineId: SALES, limit: { micros: 80, currency: 'USD' } })], '2026-11', spending)
    expect(stopFor(ofLine, 'other' as LineId, 'marketing')).toBeNull()
  })
})

test('a line’s prices know its free answers and the company’s count', () => {
  const spending = [
    spent(0, { category: 'service', outcome: 'allowance', messages: 868 }),
    spent(0, { category: 'service', outcome: 'allowance', messages: 5, lineId: 'other' as LineId }),
    spent(1, { category: 'utility', messages: 7, lineId: 'other' as LineId }),
    spent(1, { category: 'utility', messages: 9, month: '2026-10' }),
  ]
  const book = priceBook(withDemonstration([]), usualBilling('g', 'MX'), SALES, '2026-11', spending)
  expect(book).toMatchObject({ timeZone: 'America/Mexico_City', currency: 'USD', freeServiceLeft: 132 })
  expect(book.volumes).toEqual({ [volumeKey('Mexico', 'utility')]: 7 })
  expect(allowanceLeft(SALES, '2026-09', spending)).toBeNull()
  expect(usualBilling('g', 'XX').timeZone).toBe('UTC')
})
