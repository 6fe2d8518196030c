/** What stands inside a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly children: readonly Inline[] }
  | { readonly kind: 'code' | 'mono'; readonly text: string }
  /** `href` is always http or https. */
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

const EMPHASIS: ReadonlyMap<string, 'bold' | 'italic' | 'strike'> = new Map([
  ['*', 'bold'],
  ['_', 'italic'],
  ['~', 'strike'],
])

/** A piece of a line: finished, or a mark whose partner is looked for. `partner` is an index into the pieces. */
type Piece = { readonly inline: Inline; readonly mark: string; partner: number }

/** Reads the marks of one line. Each character is looked at a bounded number of times. */
export function parseInline(line: string): readonly Inline[] {
  return build(pair(line), 0, Number.MAX_SAFE_INTEGER)
}

/**
 * Cuts the line and finds each mark's partner. At most one mark of a kind is open at a time: the first that can open wins
 * over later ones, and a mark left open inside another that closes stays text. So no more than three are ever open.
 */
function pair(line: string): readonly Piece[] {
  const pieces: Piece[] = []
  const open: { mark: string; at: number }[] = []
  const add = (inline: Inline, mark = '') => pieces.push({ inline, mark, partner: -1 }) - 1
  let from = 0
  const flush = (until: number) => {
    if (until > from) add({ kind: 'text', text: line.slice(from, until) })
  }
  let codeEnds = line.indexOf('`')
  for (let at = 0; at < line.length;) {
    const char = line.charAt(at)
    const link = char === 'h' || char === 'H' || char === 'w' || char === 'W' ? linkAt(line, at) : null
    if (link !== null) {
      flush(at)
      add(link)
      from = at += link.text.length
    } else if (char === '`' && codeEnds >= 0) {
      codeEnds = line.indexOf('`', at + 1)
      if (codeEnds > at + 1) {
        flush(at)
        add({ kind: 'code', text: line.slice(at + 1, codeEnds) })
        from = at = codeEnds + 1
      } else at += 1
    } else if (EMPHASIS.has(char)) {
      const opener = open.findIndex(({ mark }) => mark === char)
      const opened = open[opener]
      if (opened !== undefined && canClose(line, at) && pieces.length + (at > from ? 1 : 0) > opened.at + 1) {
        flush(at)
        const closer = add({ kind: 'text', text: char }, char)
        pairUp(pieces, opened.at, closer)
        open.splice(opener)
        from = at + 1
      } else if (opened === undefined && canOpen(line, at)) {
        flush(at)
        open.push({ mark: char, at: add({ kind: 'text', text: char }, char) })
        from = at + 1
      }
      at += 1
    } else at += 1
  }
  flush(line.length)
  return pieces
}

function pairUp(pieces: readonly Piece[], opener: number, closer: number): void {
  const first = pieces[opener]
  const last = pieces[closer]
  if (first !== undefined) first.partner = closer
  if (last !== undefined) last.partner = opener
}

function build(pieces: readonly Piece[], from: number, until: number): readonly Inline[] {
  const built: Inline[] = []
  for (let index = from; index < Math.min(until, pieces.length); index++) {
    const piece = pieces[index]
    if (piece === undefined) break
    const kind = piece.partner > index ? EMPHASIS.get(piece.mark) : undefined
    if (kind !== undefined) {
      built.push({ kind, children: build(pieces, index + 1, piece.partner) })
      index = piece.partner
      continue
    }
    const last = built.at(-1)
    if (piece.inline.kind === 'text' && last?.kind === 'text') {
      built[built.length - 1] = { kind: 'text', text: last.text + piece.inline.text }
    } else built.push(piece.inline)
  }
  return built
}

/** A mark opens before something visible and not inside or at the end of a word. Two of a kind do not open together. */
const canOpen = (line: string, at: number): boolean =>
  !isWord(line, at - 1) && /\S/.test(line.charAt(at + 1)) && line.charAt(at + 1) !== line.charAt(at)

/** A mark closes after something visible and not before or inside a word. */
const canClose = (line: string, at: number): boolean => /\S/.test(line.charAt(at - 1)) && !isWord(line, at + 1)

/** Letters and digits of any script, also those that take two UTF-16 units. */
function isWord(line: string, at: number): boolean {
  if (at < 0 || at >= line.length) return false
  const low = /[\udc00-\udfff]/.test(line.charAt(at))
  return /[\p{L}\p{N}]/u.test(String.fromCodePoint(line.codePointAt(low && at > 0 ? at - 1 : at) ?? 0))
}

const LINK = /https?:\/\/[^\s<>"`]+|www\.[^\s<>"`]+\.[^\s<>"`]+/iy

function linkAt(line: string, at: number): Extract<Inline, { kind: 'link' }> | null {
  if (isWord(line, at - 1)) return null
  LINK.lastIndex = at
  const found = LINK.exec(line)?.[0]
  if (found === undefined) return null
  const text = withoutTail(found)
  if (!/^(?:https?:\/\/|www\.)[^\s/]/i.test(text)) return null
  return { kind: 'link', text, href: /^www\./i.test(text) ? `https://${text}` : text }
}

/** Points, marks and brackets that end the sentence rather than the address. */
function withoutTail(url: string): string {
  let brackets = 0
  for (const char of url) brackets += char === '(' ? 1 : char === ')' ? -1 : 0
  let end = url.length
  for (; end > 0; end--) {
    const char = url.charAt(end - 1)
    if (char === ')' && brackets < 0) brackets += 1
    else if (!/[.,;:!?'*_~\]}]/.test(char)) break
  }
  return url.slice(0, end)
}
