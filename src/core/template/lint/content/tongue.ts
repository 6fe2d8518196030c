/** Languages whose texts are judged by what they say. */
export type Tongue = 'es' | 'en' | 'pt'

/** The tongue of a language code; null: texts in it are not judged by what they say. */
export function tongueOf(language: string | null): Tongue | null {
  const prefix = (language ?? '').slice(0, 2).toLowerCase()
  return prefix === 'es' || prefix === 'en' || prefix === 'pt' ? prefix : null
}
