import { inLanguage } from '../problem/problem.ts'
import type { Language } from '../refusal/words.ts'
import { NOTICES } from './codes.ts'
import type { Notice } from './notice.ts'
import { valueWords } from './values.ts'

/** A notice in plain sentences. `lineName` is what agents call the line; null: the notice is about all of the group. */
export function noticeWords(
  notice: Pick<Notice, 'code' | 'about' | 'from' | 'to' | 'details'>,
  lineName: string | null,
  language: Language,
): { readonly title: string; readonly advice: string; readonly details: readonly string[] } {
  const { title, advice } = NOTICES[notice.code]
  const details = notice.details.map((value) => valueWords(value, language))
  const unsaid = UNSAID[language]
  const values: Readonly<Record<string, string>> = {
    template: notice.about.kind === 'template' ? notice.about.name : unsaid,
    line: lineName ?? (notice.about.kind === 'line' ? (notice.about.address ?? unsaid) : unsaid),
    from: notice.from === null ? unsaid : valueWords(notice.from, language),
    to: notice.to === null ? unsaid : valueWords(notice.to, language),
    details: details.length === 0 ? unsaid : details.join('; ').replace(/[.\s]+$/, ''),
  }
  const written = inLanguage(title, language)
  return {
    title: written.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place),
    advice: inLanguage(advice, language),
    details: written.includes('{details}') ? [] : details,
  }
}

const UNSAID: Readonly<Record<Language, string>> = { es: '(sin indicar)', en: '(not said)', 'pt-BR': '(não informado)' }
