import type { Draft } from '../draft.ts'
import type { Found } from '../finding.ts'
import { LANGUAGE_CODES, NAME_LENGTH, TTL_SECONDS } from '../limits.ts'
import { slugOf } from '../places.ts'

/** Name, language, category and time to live: what stands around the components. */
export const checkFrame = (draft: Draft): readonly Found[] => [
  ...checkName(draft.name),
  ...checkLanguage(draft.language),
  ...(draft.category === null
    ? [{ code: 'category-unknown', component: 'category', values: { found: draft.categoryText ?? '–' } } as const]
    : []),
  ...(draft.parameterFormat !== null && !['POSITIONAL', 'NAMED'].includes(draft.parameterFormat)
    ? [{ code: 'parameter-format-wrong', component: 'template', values: { found: draft.parameterFormat } } as const]
    : []),
  ...checkTtl(draft),
]

function checkName(name: string | null): readonly Found[] {
  if (name === null || name === '') return [{ code: 'name-missing', component: 'name' }]
  const found: Found[] = []
  const whole = { start: 0, end: name.length }
  if (!/^[a-z0-9_]+$/.test(name)) {
    const better = slugOf(name.slice(0, NAME_LENGTH))
    const fix = better === '' ? null : { span: whole, text: better }
    found.push({ code: 'name-invalid', component: 'name', span: whole, fix })
  }
  if (name.length > NAME_LENGTH) {
    const span = { start: NAME_LENGTH, end: name.length }
    const values = { found: name.length, max: NAME_LENGTH }
    found.push({ code: 'name-too-long', component: 'name', span, values, fix: { span, text: '' } })
  }
  return found
}

function checkLanguage(language: string | null): readonly Found[] {
  if (language === null || language === '') return [{ code: 'language-missing', component: 'language' }]
  if (LANGUAGE_CODES.has(language)) return []
  const span = { start: 0, end: language.length }
  const better = [language.replace('-', '_'), language.slice(0, 2).toLowerCase()]
    .map((code) => code.replace(/^[A-Za-z]+/, (part) => part.toLowerCase()))
    .map((code) => code.replace(/_[a-z]+$/, (part) => part.toUpperCase()))
    .find((code) => LANGUAGE_CODES.has(code))
  const fix = better === undefined ? null : { span, text: better }
  return [{ code: 'language-unknown', component: 'language', span, values: { found: language.slice(0, 40) }, fix }]
}

function checkTtl({ ttlSeconds, category }: Draft): readonly Found[] {
  if (ttlSeconds === null || category === null) return []
  const { min, max } = TTL_SECONDS[category]
  const isThirtyDays = ttlSeconds === -1 && category !== 'MARKETING'
  if (isThirtyDays || (Number.isInteger(ttlSeconds) && ttlSeconds >= min && ttlSeconds <= max)) return []
  return [{ code: 'ttl-out-of-range', component: 'template', values: { found: ttlSeconds, min, max } }]
}
