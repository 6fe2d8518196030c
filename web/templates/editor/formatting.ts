/** A text with a stretch of it chosen, in UTF-16 code units. */
export type Chosen = { readonly text: string; readonly start: number; readonly end: number }

/** WhatsApp's marks around a stretch (WhatsApp Help Center, "How to format your messages" [K]). */
export const FORMATS = { bold: '*', italic: '_', strike: '~', mono: '```' } as const
export type Format = keyof typeof FORMATS

/**
 * Puts a format around what is chosen, or takes it away where it is there already. Spaces at its ends stay outside: WhatsApp
 * reads `* hola *` as it is written. With nothing chosen, the marks are put down and the caret between them.
 */
export function toggleFormat({ text, start, end }: Chosen, format: Format): Chosen {
  const mark = FORMATS[format]
  const inner = text.slice(start, end)
  const lead = inner.length - inner.trimStart().length
  const from = inner.trim() === '' ? start : start + lead
  const to = inner.trim() === '' ? end : start + inner.trimEnd().length
  const isAround = text.slice(from - mark.length, from) === mark && text.slice(to, to + mark.length) === mark
  if (isAround && from >= mark.length) {
    const bare = text.slice(0, from - mark.length) + text.slice(from, to) + text.slice(to + mark.length)
    return { text: bare, start: from - mark.length, end: to - mark.length }
  }
  const isWithin = to - from >= 2 * mark.length && text.startsWith(mark, from) && text.slice(from, to).endsWith(mark)
  if (isWithin) {
    const bare = text.slice(0, from) + text.slice(from + mark.length, to - mark.length) + text.slice(to)
    return { text: bare, start: from, end: to - 2 * mark.length }
  }
  const marked = text.slice(0, from) + mark + text.slice(from, to) + mark + text.slice(to)
  return { text: marked, start: from + mark.length, end: to + mark.length }
}

/** Puts text in the place of what is chosen, the caret behind it. */
export function putIn({ text, start, end }: Chosen, piece: string): Chosen {
  const at = start + piece.length
  return { text: text.slice(0, start) + piece + text.slice(end), start: at, end: at }
}

/** A field set off from words it would touch, so that it is not read as part of them. */
export function putField(chosen: Chosen, name: string): Chosen {
  const before = chosen.text.slice(0, chosen.start)
  const after = chosen.text.slice(chosen.end)
  const lead = /[\p{L}\p{N}}]$/u.test(before) ? ' ' : ''
  const tail = /^[\p{L}\p{N}{]/u.test(after) ? ' ' : ''
  return putIn(chosen, `${lead}{{${name}}}${tail}`)
}
