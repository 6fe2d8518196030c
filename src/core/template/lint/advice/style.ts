import type { Found } from '../finding.ts'
import { bracesIn } from '../places.ts'
import type { Piece } from '../content/text.ts'

/** More of either than this is noise; Meta allows it [guide]. */
const EMOJI_MAX = 5
const CAPITALS_MIN = 12

/** White space, emoji and capital letters. */
export const checkStyle = (pieces: readonly Piece[]): readonly Found[] =>
  pieces.flatMap((piece) => [...checkSpaces(piece), ...checkEmoji(piece), ...checkCapitals(piece)])

/** Each has a mend that leaves one space, or one empty line. */
const SPACES: readonly (readonly [Found['code'], RegExp, string])[] = [
  ['tab', /\t+/g, ' '],
  ['repeated-spaces', /(?<! ) {2,}(?! )/g, ' '],
  ['blank-lines', /\n[ \t]*\n[ \t]*(?:\n[ \t]*)+/g, '\n\n'],
  ['outer-spaces', /^\s+|\s+$/g, ''],
]

const MOST_OF_A_KIND = 20

const checkSpaces = ({ component, text }: Piece): readonly Found[] =>
  SPACES.flatMap(([code, pattern, better]) =>
    Array.from(text.matchAll(pattern))
      .slice(0, MOST_OF_A_KIND)
      .map(({ index, 0: found }): Found => {
        const span = { start: index, end: index + found.length }
        return { code, component, span, fix: { span, text: better } }
      }),
  )

function checkEmoji({ component, kind, text }: Piece): readonly Found[] {
  if (kind === 'button') return []
  const emoji = Array.from(text.matchAll(/\p{Extended_Pictographic}/gu))
  const [first] = emoji
  if (first === undefined) return []
  const hasWords = /\p{L}{2}/u.test(text)
  const span = { start: first.index, end: first.index + first[0].length }
  return hasWords && emoji.length <= EMOJI_MAX
    ? []
    : [{ code: 'emoji', component, span, values: { found: emoji.length, max: EMOJI_MAX } }]
}

/** A run of capitals, or of exclamation marks. */
function checkCapitals({ component, text }: Piece): readonly Found[] {
  const match = /(?<!\p{Lu})(?:\p{Lu}{2,}[ ,.!¡]{1,5}){2,}\p{Lu}{2,}|[!¡]{2,}/u.exec(text)
  if (match === null) return []
  const isLoud = match[0].length >= CAPITALS_MIN || /^[!¡]/.test(match[0])
  const span = { start: match.index, end: match.index + match[0].length }
  const fix = /^[!¡]/.test(match[0]) ? { span, text: match[0].slice(0, 1) } : null
  return isLoud ? [{ code: 'shouting', component, span, fix }] : []
}

/** A field all alone on its line says nothing about what will stand there. */
export const checkFieldContext = (pieces: readonly Piece[]): readonly Found[] =>
  pieces
    .filter(({ kind }) => kind === 'body')
    .flatMap(({ component, text }) => {
      const braces = bracesIn(text)
      return braces.flatMap(({ start, end }): Found[] => {
        const from = text.lastIndexOf('\n', start - 1) + 1
        const to = text.indexOf('\n', end)
        const around = text.slice(from, start) + text.slice(end, to === -1 ? text.length : to)
        const isAlone = !/[\p{L}\p{N}{]/u.test(around)
        return isAlone && text.includes('\n')
          ? [{ code: 'field-without-context', component, span: { start, end } }]
          : []
      })
    })
