/** A stretch of a text beside an earlier one. */
export type Stretch = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** Texts of templates have some hundred words; longer ones are told as changed whole. */
const WORDS_MAX = 1_200

/** What became of `before`, word by word, in reading order; what was taken out stands before what came in its place. */
export function wordsChanged(before: string, after: string): readonly Stretch[] {
  const [one, other] = [wordsOf(before), wordsOf(after)]
  if (one.length > WORDS_MAX || other.length > WORDS_MAX) return joined([took('removed', before), took('added', after)])
  const common = longestCommon(one, other)
  const found: Stretch[] = []
  let [at, to] = [0, 0]
  while (at < one.length || to < other.length) {
    const same = at < one.length && to < other.length && one[at] === other[to]
    if (same) {
      found.push(took('same', one[at]))
      at += 1
      to += 1
    } else if (at < one.length && (to >= other.length || (common[at + 1]?.[to] ?? 0) >= (common[at]?.[to + 1] ?? 0))) {
      found.push(took('removed', one[at]))
      at += 1
    } else {
      found.push(took('added', other[to]))
      to += 1
    }
  }
  return joined(gathered(found))
}

const took = (kind: Stretch['kind'], text = ''): Stretch => ({ kind, text })
const wordsOf = (text: string): readonly string[] =>
  text.match(/\{\{[^{}]*\}\}|\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []

/** How many words the rests from `[i][j]` on have in common, in order. */
function longestCommon(one: readonly string[], other: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: one.length + 1 }, () => Array.from({ length: other.length + 1 }, () => 0))
  for (let at = one.length - 1; at >= 0; at--) {
    for (let to = other.length - 1; to >= 0; to--) {
      const row = table[at]
      if (!row) continue
      row[to] =
        one[at] === other[to]
          ? (table[at + 1]?.[to + 1] ?? 0) + 1
          : Math.max(table[at + 1]?.[to] ?? 0, table[at]?.[to + 1] ?? 0)
    }
  }
  return table
}

/** Between two stretches that stayed, all that left comes before all that came; a space alone holds nothing together. */
function gathered(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = []
  let [removed, added] = ['', '']
  const settle = () => {
    if (removed !== '') found.push(took('removed', removed))
    if (added !== '') found.push(took('added', added))
    ;[removed, added] = ['', '']
  }
  for (const [index, { kind, text }] of stretches.entries()) {
    const next = stretches[index + 1]
    const isGap = kind === 'same' && /^\s+$/.test(text) && removed + added !== '' && next && next.kind !== 'same'
    if (kind === 'same' && !isGap) {
      settle()
      found.push(took('same', text))
    }
    if (kind !== 'added' && (kind === 'removed' || isGap)) removed += text
    if (kind !== 'removed' && (kind === 'added' || isGap)) added += text
  }
  settle()
  return found
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = []
  for (const stretch of stretches) {
    const last = found.at(-1)
    if (stretch.text === '') continue
    if (last?.kind === stretch.kind) found[found.length - 1] = took(last.kind, last.text + stretch.text)
    else found.push(stretch)
  }
  return found
}
