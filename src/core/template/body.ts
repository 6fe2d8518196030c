import { fieldOf, type Json, stringOf } from './lint/json.ts'
import { CATEGORIES, type Category } from './template.ts'

/**
 * A template as Meta takes it to create one: `{ name, language, category, parameter_format?, components, … }`. Kept as
 * written, what we do not know included.
 */
export type TemplateBody = Json

/** Meta writes `es_MX`, in some samples `es-MX` (cloud-api §2.5); people write either, in any case. */
export const languageCodeOf = (text: string): string => {
  const [language = '', region] = text.trim().split(/[-_]/)
  return region === undefined ? language.toLowerCase() : `${language.toLowerCase()}_${region.toUpperCase()}`
}

export const categoryOf = (value: unknown): Category | null => CATEGORIES.find((category) => category === value) ?? null

/** The name, language and category of a body; null where it has none. */
export const headOf = (body: TemplateBody) => {
  const language = stringOf(fieldOf(body, 'language'))
  return {
    name: stringOf(fieldOf(body, 'name')) || null,
    language: language === null ? null : languageCodeOf(language),
    category: categoryOf(fieldOf(body, 'category')),
  }
}
