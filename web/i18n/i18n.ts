import { i18n } from '@lingui/core'
import { validTags } from './tags.ts'

export const LOCALES = ['es', 'en', 'pt-BR'] as const
export type Locale = (typeof LOCALES)[number]
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { es: 'Español', en: 'English', 'pt-BR': 'Português' }

const KEY = 'hilo.locale'
const catalogs = {
  es: () => import('../locales/es.po'),
  en: () => import('../locales/en.po'),
  'pt-BR': () => import('../locales/pt-BR.po'),
}

/** The chosen language, else the browser's if we speak it, else Spanish. */
export function preferredLocale(): Locale {
  const chosen = LOCALES.find((locale) => locale === localStorage.getItem(KEY))
  if (chosen) return chosen
  for (const language of validTags(navigator.languages)) {
    const known = LOCALES.find((locale) => locale.slice(0, 2) === language.slice(0, 2))
    if (known) return known
  }
  return 'es'
}

export async function speak(locale: Locale): Promise<void> {
  const { messages } = await catalogs[locale]()
  i18n.loadAndActivate({ locale, messages })
  document.documentElement.lang = locale
}

export function chooseLocale(locale: Locale): Promise<void> {
  localStorage.setItem(KEY, locale)
  return speak(locale)
}

/** The language of the screen, for formats: with the browser's region when it is the same language. */
export function formatLocale(): string {
  const base = i18n.locale.slice(0, 2)
  const tags = validTags(navigator.languages)
  return tags.find((tag) => tag.startsWith(base) && tag.length > 2) ?? i18n.locale
}

export { i18n }
