import type { Span } from '../finding.ts'
import type { Piece } from '../content/text.ts'

/**
 * A word, or what stands for one. `text` is the folded word itself, `#` a field, `<money>`, `<percent>`, `<number>`,
 * `<times>` as in 2x1, `<link>`, `<emoji>`, `<code>` as in VUELVE10, or a mark that ends a sentence.
 */
export type Token = Span & { readonly text: string; readonly isWord: boolean; readonly isEnd: boolean }

const TOKEN =
  /##[a-z0-9 ]{1,60}##|#+|https?:\/\/[^\s#]*|(?:s\/|r\$|us\$|rd\$|rs |[$£€]) ?\d[\d.,]*|\d[\d.,]* ?[€%]|\d+ ?x ?\d+(?![\d.,])|\d[\d.,:]*|[a-z][a-z0-9'’]*|\p{Extended_Pictographic}|[!?.:\n]/gu

/** In the order of the text. */
export const tokensOf = ({ text, folded }: Piece): readonly Token[] =>
  Array.from(folded.matchAll(TOKEN), ({ index: start, 0: found }) => {
    const end = start + found.length
    const name = nameOf(found, text.slice(start, end))
    return { start, end, text: name, isWord: /^[a-z]/.test(name), isEnd: /^[!?.:\n]$/.test(name) }
  })

function nameOf(found: string, written: string): string {
  const [first = ''] = found
  if (first === '#') return '#'
  if (/[a-z]/.test(first) && !found.includes('$') && !/^(?:s\/|rs )/.test(found)) {
    if (found.startsWith('http')) return '<link>'
    return /^\p{Lu}{2,}\d+$/u.test(written) ? '<code>' : found
  }
  if (/^\d+ ?x/.test(found)) return '<times>'
  if (found.endsWith('%')) return '<percent>'
  if (/[$£€]/.test(found) || /^(?:s\/|rs )/.test(found)) return '<money>'
  if (/\d/.test(first)) return '<number>'
  return /[!?.:\n]/.test(first) ? first : '<emoji>'
}
