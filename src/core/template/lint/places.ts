import type { Span } from './finding.ts'

/** A pair of double braces and what stands between them, right or wrong. */
export type Braces = Span & { readonly name: string; readonly kind: 'numbered' | 'named' | 'wrong' }

/** No text of a template is as long; what is, is read up to here, so that no input takes long. */
export const MOST_READ = 4096

const PAIR = /\{\{([^{}]*)\}\}/g
const NUMBERED = /^[1-9]\d{0,3}$/
const NAMED = /^[a-z][a-z0-9_]{0,99}$/

/** In the order of the text. */
export const bracesIn = (text: string): readonly Braces[] =>
  Array.from(text.slice(0, MOST_READ).matchAll(PAIR), (match) => {
    const name = match[1] ?? ''
    const kind = NUMBERED.test(name) ? 'numbered' : NAMED.test(name) ? 'named' : 'wrong'
    return { start: match.index, end: match.index + match[0].length, name, kind }
  })

/** Braces that belong to no pair. */
export function strayBraces(text: string): readonly Span[] {
  const rest = text.slice(0, MOST_READ).replace(PAIR, (pair) => ' '.repeat(pair.length))
  return Array.from(rest.matchAll(/\{+|\}+/g), ({ index, 0: found }) => ({ start: index, end: index + found.length }))
}

/** Lower case, digits and underscores, as Meta wants names of fields and templates; empty when nothing is left. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
