/** The words of a Hunspell `.dic` file, found by hash in the bytes of the file itself. */
export type Stems = {
  /** Flags of all entries of the word; null when it has none. */
  readonly flagsOf: (word: string) => ReadonlySet<string> | null
}

const NEW_LINE = 0x0a
const SLASH = 0x2f
const TAB = 0x09

/**
 * Portuguese has 312,000 entries: as JavaScript strings they would take ten times the room of the file. One pass puts
 * the position of each line into a table of twice as many slots.
 */
export function createStems(words: Buffer, flagsIn: (text: string) => ReadonlySet<string>): Stems {
  const count = Number.parseInt(words.toString('latin1', 0, 20), 10) || words.length / 8
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, 2 * count)))
  const slots = new Uint32Array(size)
  let start = words.indexOf(NEW_LINE) + 1
  while (start > 0 && start < words.length) {
    const next = words.indexOf(NEW_LINE, start)
    const end = next === -1 ? words.length : next
    let slot = hashOf(words, start, stemEnd(words, start, end)) & (size - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1)
    slots[slot] = start
    start = end + 1
  }
  const none: ReadonlySet<string> = new Set()
  return {
    flagsOf: (word) => {
      const bytes = Buffer.from(word)
      let found: ReadonlySet<string> | null = null
      let slot = hashOf(bytes, 0, bytes.length) & (size - 1)
      for (let at = slots[slot] ?? 0; at !== 0; slot = (slot + 1) & (size - 1), at = slots[slot] ?? 0) {
        const stop = at + bytes.length
        const after = words[stop]
        if (after !== undefined && after !== SLASH && after !== TAB && after > 0x20) continue
        if (words.compare(bytes, 0, bytes.length, at, Math.min(stop, words.length)) !== 0) continue
        const flags = after === SLASH ? flagsIn(flagText(words, stop + 1)) : none
        found = found === null ? flags : new Set([...found, ...flags])
      }
      return found
    },
  }
}

function stemEnd(words: Buffer, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const byte = words[at] ?? 0
    if (byte === SLASH || byte === TAB || byte <= 0x20) return at
  }
  return end
}

function flagText(words: Buffer, start: number): string {
  let end = start
  while (end < words.length && (words[end] ?? 0) > 0x20) end++
  return words.toString('utf8', start, end)
}

/** FNV-1a, 32 bits. */
function hashOf(bytes: Buffer, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  return hash >>> 0
}
