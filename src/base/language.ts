export const LANGUAGES = ['es', 'en', 'pt-BR'] as const
/** What Hilo speaks; Spanish is the source. */
export type Language = (typeof LANGUAGES)[number]

/** The first language of an `Accept-Language` header that we speak; Spanish otherwise. */
export function languageOf(acceptLanguage: string | undefined, otherwise: Language = 'es'): Language {
  for (const { tag } of preferences(acceptLanguage ?? '')) {
    const known = LANGUAGES.find((language) => language.slice(0, 2) === tag.slice(0, 2))
    if (known) return known
  }
  return otherwise
}

function preferences(header: string): { tag: string; weight: number }[] {
  return header
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean)
      return { tag, weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ tag, weight }) => /^[a-z]{2}(-|$)/.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight)
}
