import { inLanguage } from '../problem/problem.ts'
import type { Language } from '#base/language.ts'
import { NOTICES } from './codes.ts'
import type { Kind } from './kind.ts'
import type { Notice } from './notice.ts'
import { isKnownValue, valueWords } from './values.ts'

/** A notice in plain sentences. `lineName` is what agents call the line; null: the notice is about all of the group. */
export function noticeWords(
  notice: Pick<Notice, 'code' | 'about' | 'from' | 'to' | 'details'>,
  lineName: string | null,
  language: Language,
): { readonly title: string; readonly advice: string; readonly details: readonly string[] } {
  const { title, advice, advised = {} }: Kind = NOTICES[notice.code]
  const reason = notice.details.find((detail) => Object.hasOwn(advised, detail))
  const unsaid = UNSAID[language]
  const said = (list: readonly string[]) => list.map((value) => valueWords(value, language))
  const written = inLanguage(title, language)
  const inTitle = written.includes('{details}') ? forTitle(notice.details) : []
  const values: Readonly<Record<string, string>> = {
    template: notice.about.kind === 'template' ? notice.about.name : unsaid,
    line: lineName ?? (notice.about.kind === 'line' ? (notice.about.address ?? unsaid) : unsaid),
    from: notice.from === null ? unsaid : valueWords(notice.from, language),
    to: notice.to === null ? unsaid : valueWords(notice.to, language),
    details:
      inTitle.length === 0
        ? unsaid
        : said(inTitle)
            .join('; ')
            .replace(/[.\s]+$/, ''),
  }
  return {
    title: written.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place),
    advice: inLanguage(advised[reason ?? ''] ?? advice, language),
    details: said(notice.details.filter((detail) => !inTitle.includes(detail) && detail !== reason)),
  }
}

/** Words of Meta's lists, which we can say in any language; its own sentences only where there is nothing else. */
function forTitle(details: readonly string[]): readonly string[] {
  const known = details.filter(isKnownValue)
  return known.length > 0 ? known : details
}

const UNSAID: Readonly<Record<Language, string>> = { es: '(sin indicar)', en: '(not said)', 'pt-BR': '(não informado)' }
