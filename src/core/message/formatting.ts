import { type Inline, parseInline } from './inline.ts'

export type { Inline } from './inline.ts'

/** A text as WhatsApp shows it. Line ends inside a block are text: `\n`. */
export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  /** Lines that begin with "> ". */
  | { readonly kind: 'quote'; readonly children: readonly Inline[] }
  /** Lines that begin with "- " or "* ". */
  | { readonly kind: 'bullets'; readonly items: readonly (readonly Inline[])[] }
  /** Lines that begin with "1. ", "2. " …; one block as long as they count on from `start`. */
  | { readonly kind: 'numbers'; readonly start: number; readonly items: readonly (readonly Inline[])[] }

/**
 * Reads WhatsApp's marks: *bold*, _italic_, ~strike~, `code`, ```mono```, quotes, lists and web addresses. Marks that are
 * not closed, or stand inside a word, are text. Any text is valid; the time grows with its length and no faster. Source:
 * WhatsApp Help Center, "How to format your messages" [K].
 */
export function parseFormatting(text: string): readonly Block[] {
  const blocks: Block[] = []
  for (const line of linesOf(text)) addLine(blocks, line)
  return blocks
}

/** What only marks can begin with: an emphasis, a fence, or a line that is a quote or an item. */
const MAY_HAVE_MARKS = /[*_~`]|^(?:> |- )/m

/** The words that marks stand around: quotes and emphasis are gone, items begin with "• " or their number. */
export function withoutMarks(text: string): string {
  return MAY_HAVE_MARKS.test(text) ? parseFormatting(text).map(plainBlock).join('\n') : text
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return plain(block.children)
    case 'bullets':
      return block.items.map((item) => `• ${plain(item)}`).join('\n')
    case 'numbers':
      return block.items.map((item, index) => `${block.start + index}. ${plain(item)}`).join('\n')
  }
}

const plain = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => ('children' in inline ? plain(inline.children) : inline.text)).join('')

/** A stretch of a line: marks are read in it, or it is mono and stays as it is, line ends included. */
type Stretch = { readonly mono: boolean; readonly text: string }
const FENCE = '```'

/** Lines as they are shown: a line end between two fences does not end a line. */
function linesOf(text: string): readonly (readonly Stretch[])[] {
  const lines: Stretch[][] = [[]]
  const add = (stretch: Stretch) => {
    if (stretch.text !== '') lines.at(-1)?.push(stretch)
  }
  let position = 0
  while (position < text.length) {
    const open = text.indexOf(FENCE, position)
    const close = open < 0 ? -1 : text.indexOf(FENCE, open + FENCE.length + 1)
    const end = close < 0 ? text.length : open
    const [first = '', ...others] = text.slice(position, end).split(/\r?\n/)
    add({ mono: false, text: first })
    for (const other of others) {
      lines.push([])
      add({ mono: false, text: other })
    }
    if (close < 0) break
    add({ mono: true, text: text.slice(open + FENCE.length, close) })
    position = close + FENCE.length
  }
  return lines
}

function addLine(blocks: Block[], line: readonly Stretch[]): void {
  const first = line[0]
  const start = first === undefined || first.mono ? '' : first.text
  const mark = /^(?:(>) |[-*] |(\d{1,9})\. )(?=\S|$)/.exec(start)
  const rest = mark === null ? line : [{ mono: false, text: start.slice(mark[0].length) }, ...line.slice(1)]
  if (mark === null || rest.every(({ text }) => text.trim() === '')) return addText(blocks, 'paragraph', line)
  if (mark[1] !== undefined) return addText(blocks, 'quote', rest)
  const item = readLine(rest)
  const last = blocks.at(-1)
  if (mark[2] === undefined) {
    if (last?.kind === 'bullets') push(last.items, item)
    else blocks.push({ kind: 'bullets', items: [item] })
    return
  }
  const number = Number(mark[2])
  if (last?.kind === 'numbers' && last.start + last.items.length === number) push(last.items, item)
  else blocks.push({ kind: 'numbers', start: number, items: [item] })
}

function addText(blocks: Block[], kind: 'paragraph' | 'quote', line: readonly Stretch[]): void {
  const last = blocks.at(-1)
  const children = readLine(line)
  if (last?.kind !== kind) {
    blocks.push({ kind, children: [...children] })
    return
  }
  push(last.children, { kind: 'text', text: '\n' })
  for (const child of children) push(last.children, child)
}

const readLine = (line: readonly Stretch[]): readonly Inline[] =>
  line.flatMap(({ mono, text }) => (mono ? [{ kind: 'mono' as const, text }] : parseInline(text)))

/** The blocks are ours until they are handed out. */
const push = <Item>(list: readonly Item[], item: Item): void => void (list as Item[]).push(item)
