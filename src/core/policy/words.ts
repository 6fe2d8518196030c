import type { Instant } from '#base/time.ts'
import { asUtcMs, dayFrom } from '../calendar/day.ts'
import { holidayOn } from '../calendar/holiday.ts'
import { inLanguage, type Words } from '../problem/problem.ts'
import type { Refusal } from '../refusal/refusal.ts'
import type { Language } from '#base/language.ts'
import { wordsFor } from '../refusal/words.ts'
import { clockTime, DAYS, stretchesOf } from './hours-code.ts'
import { PACKS } from './packs/packs.ts'
import { PACK_IDS, type ProactivePurpose, type Rule, type WeekHours } from './rule.ts'

const PURPOSES: Readonly<Record<ProactivePurpose, Words>> = {
  notices: ['avisos', 'notices', 'avisos'],
  marketing: ['publicidad', 'advertising', 'publicidade'],
  collections: ['cobranza', 'collections', 'cobrança'],
}

/** A rule in short sentences: for what, when, how often. Empty when it limits nothing. */
export function ruleWords(
  rule: Omit<Rule, 'isOneChannel' | 'needsConsent'> & Partial<Rule>,
  language: Language,
): string[] {
  const say = (words: Words, ...values: readonly (string | number)[]) =>
    inLanguage(words, language).replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place))
  const parts = [
    ...(rule.hours === null ? [] : [hoursWords(rule.hours, language)]),
    ...(rule.onHolidays === 'forbidden' ? [say(['nunca en festivos', 'never on holidays', 'nunca em feriados'])] : []),
    ...(rule.perDay === null ? [] : [say(['{0} al día', '{0} a day', '{0} por dia'], rule.perDay)]),
    ...(rule.perWeek === null
      ? []
      : [say(['{0} en siete días', '{0} in seven days', '{0} em sete dias'], rule.perWeek)]),
    ...(rule.daysApart === null
      ? []
      : [say(['con {0} días entre uno y otro', '{0} days apart', 'com {0} dias de intervalo'], rule.daysApart)]),
    ...(rule.isOneChannel
      ? [say(['un solo canal por semana', 'one channel a week', 'um único canal por semana'])]
      : []),
    ...(rule.needsConsent ? [say(['solo a quien lo aceptó', 'only to those who agreed', 'só a quem aceitou'])] : []),
  ]
  if (parts.length === 0 || rule.purposes.length === 0) return []
  const purposes = new Intl.ListFormat(language, { type: 'conjunction' }).format(
    rule.purposes.map((purpose) => inLanguage(PURPOSES[purpose], language)),
  )
  return [`${purposes.charAt(0).toUpperCase()}${purposes.slice(1)}: ${parts.join('; ')}.`]
}

/** `lun–vie 7:00–19:00, sáb 8:00–15:00`. */
export function hoursWords(week: WeekHours, language: Language): string {
  const day = (index: number) => dayWord(index, language)
  const stretches = stretchesOf(week).map(({ first, last, hours }) => {
    const days = first === last ? day(first) : `${day(first)}–${day(last)}`
    return `${days} ${clockTime(hours.from)}–${clockTime(hours.to)}`
  })
  return stretches.length > 0 ? stretches.join(', ') : inLanguage(['nunca', 'never', 'nunca'], language)
}

/** `lun`; Monday is 0. */
const dayWord = (index: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' })
    .format(Date.UTC(2026, 10, 23 + index))
    .replace(/\.$/, '')

/** One reason in words, with the country whose law it is: "en Colombia no se puede contactar en domingo". */
export function reasonWords(reason: Refusal, language: Language): string {
  const pack = PACK_IDS.find((id) => id === reason.field)
  const where = pack === undefined ? null : inLanguage(PACKS[pack].country, language)
  const say = (words: Words) => inLanguage(words, language)
  const limited = (text: string) => (where === null ? text : `${text} (${where})`)
  switch (reason.code) {
    case 'contact-outside-hours':
    case 'contact-on-closed-day': {
      const hours = (reason.expected ?? '').replace(/Mon|Tue|Wed|Thu|Fri|Sat|Sun/g, (day) =>
        dayWord(DAYS.indexOf(day), language),
      )
      return limited(
        `${say(['fuera del horario permitido', 'outside the permitted hours', 'fora do horário permitido'])}: ${hours}`,
      )
    }
    case 'contact-on-holiday': {
      const day = dayFrom(reason.found ?? '')
      const name = day !== null && pack !== undefined ? holidayOn(pack, day) : null
      const on = day === null ? '' : ` ${dateWords(asUtcMs(day), language)}`
      return limited(
        `${say(['festivo', 'holiday', 'feriado'])}${on}${name === null ? '' : `, ${inLanguage(name, language)}`}`,
      )
    }
    case 'contacted-today':
      return limited(say(['ya se le contactó hoy', 'they were contacted today', 'já foi contatada hoje']))
    case 'contacted-this-week':
    case 'contacted-lately':
      return limited(say(['se le contactó hace poco', 'they were contacted lately', 'foi contatada há pouco']))
    default:
      return wordsFor(reason.code, language).replace(/\.$/, '')
  }
}

const dateWords = (utcMs: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(utcMs)

/** "Se enviará el lunes 30 de noviembre, 7:01: …", in this zone's time. */
export function deferralWords(
  { until, reasons }: { readonly until: Instant; readonly reasons: readonly Refusal[] },
  zone: string | undefined,
  language: Language,
): string {
  const when = new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    ...(zone === undefined ? {} : { timeZone: zone }),
  }).format(until)
  const why = [...new Set(reasons.map((reason) => reasonWords(reason, language)))].join('; ')
  return inLanguage(
    [`Se enviará el ${when}: ${why}.`, `Will be sent on ${when}: ${why}.`, `Será enviada ${when}: ${why}.`],
    language,
  )
}
