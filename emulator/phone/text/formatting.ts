/** WhatsApp's text marks as a tree: blocks of lines, and spans inside a line. */
export type Span =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; spans: Span[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; text: string; href: string }

export type Block =
  | { kind: 'lines'; spans: Span[] }
  | { kind: 'quote'; spans: Span[] }
  | { kind: 'bullets'; items: Span[][] }
  | { kind: 'numbers'; start: number; items: Span[][] }
  | { kind: 'mono'; text: string }

/** Reads a whole message. Marks without a partner stay as they were typed. */
export function parseMessage(text: string): Block[] {
  const pieces = text.split(/```([\s\S]+?)```/g)
  return pieces.flatMap((piece, index): Block[] => {
    if (index % 2 === 1) return [{ kind: 'mono', text: piece.replace(/^\n|\n$/g, '') }]
    const trimmed = pieces.length > 1 ? piece.replace(/^\n|\n$/g, '') : piece
    return trimmed === '' ? [] : parseLines(trimmed)
  })
}

function parseLines(text: string): Block[] {
  const blocks: Block[] = []
  for (const line of text.split('\n')) {
    const last = blocks.at(-1)
    const quote = /^> (.*)$/.exec(line)?.[1]
    const bullet = /^[-*] (.+)$/.exec(line)?.[1]
    const numbered = /^(\d{1,3})\. (.+)$/.exec(line)
    if (quote !== undefined) {
      if (last?.kind === 'quote') last.spans.push({ kind: 'text', text: '\n' }, ...parseSpans(quote))
      else blocks.push({ kind: 'quote', spans: parseSpans(quote) })
    } else if (bullet !== undefined) {
      if (last?.kind === 'bullets') last.items.push(parseSpans(bullet))
      else blocks.push({ kind: 'bullets', items: [parseSpans(bullet)] })
    } else if (numbered?.[2] !== undefined) {
      if (last?.kind === 'numbers') last.items.push(parseSpans(numbered[2]))
      else blocks.push({ kind: 'numbers', start: Number(numbered[1]), items: [parseSpans(numbered[2])] })
    } else if (last?.kind === 'lines') last.spans.push({ kind: 'text', text: '\n' }, ...parseSpans(line))
    else blocks.push({ kind: 'lines', spans: parseSpans(line) })
  }
  return blocks
}

const marks = { '*': 'bold', _: 'italic', '~': 'strike' } as const
/** Web addresses first, so that an underscore inside one is not a mark; then e-mail addresses. */
const links = /(?:https?:\/\/|www\.)[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu

/** Reads one line. A mark opens after a space or sign and before a letter, and closes the other way round. */
export function parseSpans(line: string): Span[] {
  const spans: Span[] = []
  let end = 0
  for (const found of line.matchAll(links)) {
    const text = trimAddress(found[0])
    if (found.index > end) spans.push(...parseMarks(line.slice(end, found.index)))
    spans.push({ kind: 'link', text, href: addressOf(text) })
    end = found.index + text.length
  }
  if (end === 0) return parseMarks(line)
  if (end < line.length) spans.push(...parseMarks(line.slice(end)))
  return spans
}

/** A full stop or closing bracket after an address belongs to the sentence, unless the address opened the bracket. */
function trimAddress(address: string): string {
  const trimmed = address.replace(/[.,;:!?'"*_~]+$/u, '')
  return trimmed.endsWith(')') && !trimmed.includes('(') ? trimAddress(trimmed.slice(0, -1)) : trimmed
}

function addressOf(text: string): string {
  if (/^https?:/i.test(text)) return text
  return text.includes('@') && !/^www\./i.test(text) ? `mailto:${text}` : `https://${text}`
}

function parseMarks(text: string): Span[] {
  const found = firstPair(text)
  if (found === null) return text === '' ? [] : [{ kind: 'text', text }]
  const inner = text.slice(found.open + 1, found.close)
  return [
    ...parseMarks(text.slice(0, found.open)),
    found.mark === '`' ? { kind: 'code', text: inner } : { kind: marks[found.mark], spans: parseMarks(inner) },
    ...parseMarks(text.slice(found.close + 1)),
  ]
}

type Pair = { mark: keyof typeof marks | '`'; open: number; close: number }

function firstPair(text: string): Pair | null {
  for (let open = 0; open < text.length - 2; open++) {
    const mark = text[open]
    if (mark !== '*' && mark !== '_' && mark !== '~' && mark !== '`') continue
    if (isWord(text[open - 1]) || /\s/u.test(text[open + 1] ?? ' ') || text[open + 1] === mark) continue
    for (let close = text.indexOf(mark, open + 2); close > 0; close = text.indexOf(mark, close + 1)) {
      if (!/\s/u.test(text[close - 1] ?? ' ') && !isWord(text[close + 1])) return { mark, open, close }
    }
  }
  return null
}

const isWord = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)

/** The words alone, for a one-line preview. */
export const withoutMarks = (text: string): string =>
  parseMessage(text)
    .map((block) => {
      if (block.kind === 'mono') return block.text
      if (block.kind === 'bullets' || block.kind === 'numbers') return block.items.map(plain).join(' ')
      return plain(block.spans)
    })
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

const plain = (spans: Span[]): string => spans.map((span) => ('spans' in span ? plain(span.spans) : span.text)).join('')
