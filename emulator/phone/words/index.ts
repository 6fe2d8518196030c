import { createContext, use } from 'react'
import { en } from './en.ts'
import { es, type Words } from './es.ts'
import { ptBR } from './pt-br.ts'

export type { Words }
export const languages = ['es', 'en', 'pt-BR'] as const
export type Language = (typeof languages)[number]

const dictionaries: Record<Language, Words> = { es, en, 'pt-BR': ptBR }
export const languageNames: Record<Language, string> = { es: 'Español', en: 'English', 'pt-BR': 'Português' }

/** The nearest of our languages to a browser's or a parent window's tag; Spanish when none is near. */
export function languageFrom(tag: string | null | undefined): Language {
  const short = tag?.toLowerCase().slice(0, 2)
  return short === 'en' ? 'en' : short === 'pt' ? 'pt-BR' : 'es'
}

export const wordsIn = (language: Language): Words => dictionaries[language]

export const LanguageContext = createContext<Language>('es')
export const useLanguage = (): Language => use(LanguageContext)
export const useWords = (): Words => dictionaries[use(LanguageContext)]
