/** What a mend says before a field that stands first, and after one that stands last. */
export type EdgeWords = { readonly before: string; readonly after: string }

const WORDS: Readonly<Record<string, EdgeWords>> = {
  es: { before: 'Hola,', after: 'Gracias.' },
  en: { before: 'Hello,', after: 'Thank you.' },
  pt: { before: 'Olá,', after: 'Obrigado.' },
}

/** Null: in a language we have no words of. */
export function edgeWordsOf(language: string | null): EdgeWords | null {
  const prefix = (language ?? '').slice(0, 2).toLowerCase()
  return Object.hasOwn(WORDS, prefix) ? (WORDS[prefix] ?? null) : null
}
