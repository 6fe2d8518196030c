import { type Affixes, readAffixes, type Rule } from './affixes.ts'
import { createStems, type Stems } from './stems.ts'

/**
 * A dictionary in Hunspell's form (hunspell(5)): stems with flags, and the endings and beginnings each flag allows. Of
 * the format it knows what the Spanish, Portuguese and English dictionaries use for whole words; no compounds.
 */
export type Dictionary = {
  /** In any capitals the dictionary knows it in. */
  readonly knows: (word: string) => boolean
  /** Known words one slip away, likeliest first; at most `max`. */
  readonly meant: (word: string, max: number) => readonly string[]
}

export function openDictionary(affixText: string, words: Buffer): Dictionary {
  const affixes = readAffixes(affixText)
  const stems = createStems(words, affixes.flagsIn)
  const knows = (word: string): boolean =>
    isWord(word, affixes, stems) || isWord(capital(word), affixes, stems) || isWord(word.toUpperCase(), affixes, stems)
  return {
    knows,
    meant: (word, max) => {
      const found: string[] = []
      for (const candidate of slips(word, affixes)) {
        if (found.length === max) break
        if (!found.includes(candidate) && candidate !== word && isWord(candidate, affixes, stems)) found.push(candidate)
      }
      return found
    },
  }
}

function isWord(word: string, affixes: Affixes, stems: Stems): boolean {
  const own = stems.flagsOf(word)
  if (own !== null && !own.has(affixes.forbidden)) return true
  if (hasEnding(word, affixes, stems, null)) return true
  return affixes.prefixesOf(word).some((rule) => {
    const rest = rule.strip + word.slice(rule.add.length)
    if (rest.length === 0 || !rule.condition.test(rest)) return false
    return (stems.flagsOf(rest)?.has(rule.flag) ?? false) || (rule.crosses && hasEnding(rest, affixes, stems, rule))
  })
}

/** Whether taking an ending off leaves a stem that takes it, and takes the beginning, too, that was taken off before. */
function hasEnding(word: string, affixes: Affixes, stems: Stems, prefix: Rule | null): boolean {
  return affixes.suffixesOf(word).some((rule) => {
    if (prefix !== null && !rule.crosses) return false
    const stem = withoutEnding(word, rule)
    if (stem === null) return false
    const flags = stems.flagsOf(stem)
    if (flags !== null && flags.has(rule.flag) && (prefix === null || flags.has(prefix.flag))) return true
    return prefix === null && hasTwoEndings(stem, rule, affixes, stems)
  })
}

/** `zapat-illa-s`: the inner ending says which may follow it. */
const hasTwoEndings = (word: string, outer: Rule, affixes: Affixes, stems: Stems): boolean =>
  affixes.suffixesOf(word).some((inner) => {
    if (!inner.next?.has(outer.flag)) return false
    const stem = withoutEnding(word, inner)
    return stem !== null && (stems.flagsOf(stem)?.has(inner.flag) ?? false)
  })

/** The stem an ending was put on; null when it does not take it. */
function withoutEnding(word: string, { add, strip, condition }: Rule): string | null {
  const stem = word.slice(0, word.length - add.length) + strip
  return stem.length > 0 && condition.test(stem) ? stem : null
}

const LONGEST_MENDED = 14

/** Accents first, then the slips the dictionary names, then two letters swapped, one wrong, one missing, one too many. */
function* slips(word: string, { alike, replaced, letters }: Affixes): Generator<string> {
  if (word.length > LONGEST_MENDED) return
  const at = (index: number, text: string, length: number) => word.slice(0, index) + text + word.slice(index + length)
  for (let index = 0; index < word.length; index++) {
    for (const letter of alike(word.charAt(index))) yield at(index, letter, 1)
  }
  for (const [wrong, right] of replaced) {
    for (let index = word.indexOf(wrong); index !== -1; index = word.indexOf(wrong, index + 1)) {
      yield at(index, right, wrong.length)
    }
  }
  for (let index = 0; index < word.length - 1; index++) {
    yield at(index, word.charAt(index + 1) + word.charAt(index), 2)
  }
  for (let index = 0; index < word.length; index++) yield at(index, '', 1)
  for (let index = 0; index <= word.length; index++) {
    for (const letter of letters) {
      if (index < word.length) yield at(index, letter, 1)
      yield at(index, letter, 0)
    }
  }
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
