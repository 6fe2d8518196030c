import { i18n, type Messages } from '@lingui/core'
import { validTags } from './tags.ts'

export const LOCALES = ['es', 'en', 'pt-BR'] as const
export type Locale = (typeof LOCALES)[number]
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { es: 'Español', en: 'English', 'pt-BR': 'Português' }

const KEY = 'hilo.locale'
/** The words of the first screen, and all others: a desk that shows the inbox need not fetch what settings say. */
const FIRST = {
  es: () => import('../locales/es.po?first.po'),
  en: () => import('../locales/en.po?first.po'),
  'pt-BR': () => import('../locales/pt-BR.po?first.po'),
}
const REST = {
  es: () => import('../locales/es.po?rest.po'),
  en: () => import('../locales/en.po?rest.po'),
  'pt-BR': () => import('../locales/pt-BR.po?rest.po'),
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

let hasAll = false

export async function speak(locale: Locale): Promise<void> {
  const wantsAll = hasAll
  const parts = await Promise.all([FIRST[locale](), wantsAll ? REST[locale]() : { messages: {} }])
  if (wantsAll !== hasAll) return speak(locale)
  i18n.load(locale, Object.assign({}, ...parts.map(({ messages }) => messages)) as Messages)
  i18n.activate(locale)
  document.documentElement.lang = locale
}

/** Fetches what is said beyond the first screen, once; from then on every language comes whole. */
async function speakAll(): Promise<void> {
  const locale = i18n.locale as Locale
  const { messages } = await REST[locale]()
  if (hasAll) return
  hasAll = true
  i18n.load(locale, messages)
  if (i18n.locale !== locale) await speak(i18n.locale as Locale)
}

/** Code that is fetched when it is first needed, together with its words. */
export const withWords =
  <Module>(load: () => Promise<Module>) =>
  async (): Promise<Module> => {
    const [module] = await Promise.all([load(), hasAll ? null : speakAll()])
    return module
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
