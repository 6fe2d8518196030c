import { instant, toIso } from '#base/time.ts'
import type { Zone } from '#core/calendar/zone.ts'
import type { Verdict } from '#core/policy/may-send.ts'
import { deferralWords, reasonWords } from '#core/policy/words.ts'
import type { Refusal, RefusalCode } from '#core/refusal/refusal.ts'
import type { Language } from '#base/language.ts'
import { wordsFor } from '#core/refusal/words.ts'
import type { RightView } from './right.ts'

/** `zone` of the time in the words; null: they say why, and `until` says when. */
export function toRightView(verdict: Verdict, zone: Zone | null, language: Language): RightView {
  const nothing = { category: null, price: null, until: null, words: null, reasons: [] }
  if (verdict.kind === 'allowed') {
    const { category, price } = verdict
    return { ...nothing, kind: 'allowed', category, price: price && { micros: price.micros, currency: price.currency } }
  }
  const reasons = verdict.reasons.map((reason) => reasonView(reason, language))
  if (verdict.kind === 'refused') {
    const words = verdict.reasons.map(({ code }) => wordsFor(code, language)).join(' ')
    return { ...nothing, kind: 'refused', words, reasons }
  }
  const words =
    zone === null ? `${reasons.map(({ message }) => message).join('; ')}.` : deferralWords(verdict, zone, language)
  return { ...nothing, kind: 'deferred', until: toIso(verdict.until), words, reasons }
}

const reasonView = (reason: Refusal, language: Language): RightView['reasons'][number] => ({
  code: reason.code,
  message: reasonWords(reason, language),
  field: reason.field ?? null,
  found: reason.found ?? null,
  expected: reason.expected ?? null,
})

/** The same verdict again, but for why a price is what it is. */
export function fromRightView({ kind, category, price, until, reasons }: RightView): Verdict {
  if (kind === 'allowed') {
    const known = price && { ...price, free: null, market: null }
    return {
      kind,
      category: (category ?? 'service') as Extract<Verdict, { kind: 'allowed' }>['category'],
      price: known,
    }
  }
  const refusals = reasons.map(reasonFrom)
  return kind === 'refused' || until === null
    ? { kind: 'refused', reasons: refusals }
    : { kind, until: instant(Date.parse(until)), reasons: refusals }
}

const reasonFrom = ({ code, field, found, expected }: RightView['reasons'][number]): Refusal => ({
  code: code as RefusalCode,
  ...(field !== null && { field }),
  ...(found !== null && { found }),
  ...(expected !== null && { expected }),
})
