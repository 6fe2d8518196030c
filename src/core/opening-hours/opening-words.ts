import type { Language } from '#base/language.ts'
import type { Instant } from '#base/time.ts'
import { asUtcMs, weekdayOf } from '../calendar/day.ts'
import { localOf, type Zone } from '../calendar/zone.ts'

/**
 * When it opens, as one says it after "we open": "mañana a las 9:00", "on Monday at 9:00", "no sábado às 9:00"; beyond
 * six days with the date. By the clock of the company, 24 hours.
 */
export function openingWords(zone: Zone, opens: Instant, now: Instant, language: Language): string {
  const { day, minute } = localOf(zone, opens)
  const ahead = day - localOf(zone, now).day
  const time = AT[language](Math.floor(minute / 60), String(minute % 60).padStart(2, '0'))
  if (ahead === 0) return `${TODAY[language]} ${time}`
  if (ahead === 1) return `${TOMORROW[language]} ${time}`
  const on = ON[language](weekdayOf(day))
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    weekday: 'long',
    ...(ahead > 6 && { day: 'numeric', month: 'long' }),
  })
  const named = format.format(asUtcMs(day)).replace(/^(\p{L}+) (?=\d)/u, '$1, ')
  return `${on} ${language === 'es' ? named.replace(', ', ' ') : named} ${time}`
}

const TODAY = { es: 'hoy', en: 'today', 'pt-BR': 'hoje' } as const
const TOMORROW = { es: 'mañana', en: 'tomorrow', 'pt-BR': 'amanhã' } as const
const AT: Readonly<Record<Language, (hour: number, minute: string) => string>> = {
  es: (hour, minute) => `a ${hour === 1 ? 'la' : 'las'} ${hour}:${minute}`,
  en: (hour, minute) => `at ${hour}:${minute}`,
  'pt-BR': (hour, minute) => `${hour === 1 || hour === 0 ? 'à' : 'às'} ${hour}:${minute}`,
}
/** Saturday and Sunday are masculine in Portuguese. */
const ON: Readonly<Record<Language, (weekday: number) => string>> = {
  es: () => 'el',
  en: () => 'on',
  'pt-BR': (weekday) => (weekday >= 5 ? 'no' : 'na'),
}
