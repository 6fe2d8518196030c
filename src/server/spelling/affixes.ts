/** An ending (SFX) or beginning (PFX): `strip` of the stem gives way to `add` where the stem meets the condition. */
export type Rule = {
  readonly flag: string
  readonly crosses: boolean
  readonly strip: string
  readonly add: string
  readonly condition: RegExp
  /** Flags of endings that may follow this one: `-illa` takes `-s`. Null: none. */
  readonly next: ReadonlySet<string> | null
}

/** A Hunspell `.aff` file. */
export type Affixes = {
  readonly suffixesOf: (word: string) => readonly Rule[]
  readonly prefixesOf: (word: string) => readonly Rule[]
  readonly flagsIn: (text: string) => ReadonlySet<string>
  /** Flag of words that are in the list only to be refused. */
  readonly forbidden: string
  /** Letters as good as this one: `á` for `a`. */
  readonly alike: (letter: string) => readonly string[]
  readonly replaced: readonly (readonly [wrong: string, right: string])[]
  /** Letters of the language, commonest first. */
  readonly letters: readonly string[]
}

/** Two accents at once are one slip in Portuguese. */
const ENDINGS = [
  ['cao', 'ção'],
  ['coes', 'ções'],
] as const
/** More replacements than this are not tried: Portuguese has a thousand. */
const MOST_REPLACED = 60

export function readAffixes(text: string): Affixes {
  const suffixes = new Map<string, Rule[]>()
  const prefixes = new Map<string, Rule[]>()
  const crossing = new Map<string, boolean>()
  const groups: string[] = []
  const replaced: [string, string][] = []
  const single = new Map<string, string>()
  const flagsIn = flagReader(/^FLAG (\S+)/m.exec(text)?.[1] ?? '')
  for (const line of text.split('\n')) {
    const [kind = '', first = '', second = '', third = '', fourth = '.'] = line.trim().split(/\s+/)
    if (kind === 'SFX' || kind === 'PFX') {
      const key = `${kind} ${first}`
      if (!crossing.has(key)) crossing.set(key, second === 'Y')
      else {
        const table = kind === 'SFX' ? suffixes : prefixes
        const rule = ruleOf(kind, first, crossing.get(key) ?? false, [second, third, fourth], flagsIn)
        const rules = table.get(rule.add)
        if (rules) rules.push(rule)
        else table.set(rule.add, [rule])
      }
    } else if (kind === 'MAP' && !/^\d+$/.test(first)) groups.push(first)
    else if (kind === 'REP' && second !== '') replaced.push([first.replace(/[\^$]/g, ''), second.replaceAll('_', ' ')])
    else single.set(kind, first)
  }
  return {
    suffixesOf: ending(suffixes),
    prefixesOf: beginning(prefixes),
    flagsIn,
    forbidden: single.get('FORBIDDENWORD') ?? '',
    alike: (letter) => groups.filter((group) => group.includes(letter)).flatMap((group) => [...group].filter(isLower)),
    replaced: [...ENDINGS, ...replaced.slice(0, MOST_REPLACED)],
    letters: [...new Set((single.get('TRY') ?? '').toLowerCase())],
  }
}

function ruleOf(
  kind: 'SFX' | 'PFX',
  flag: string,
  crosses: boolean,
  [strip, add, condition]: readonly [string, string, string],
  flagsIn: Affixes['flagsIn'],
): Rule {
  const [text = '', next] = add.split('/')
  return {
    flag,
    crosses,
    strip: strip === '0' ? '' : strip,
    add: text === '0' ? '' : text,
    condition: conditionOf(kind, condition),
    next: next === undefined ? null : flagsIn(next),
  }
}

const conditions = new Map<string, RegExp>()

/** Thousands of rules share a few hundred conditions. */
function conditionOf(kind: 'SFX' | 'PFX', condition: string): RegExp {
  const source = kind === 'SFX' ? `${condition}$` : `^${condition}`
  const known = conditions.get(source)
  if (known) return known
  const made = new RegExp(source.replace(/[-/]/g, '\\$&'), 'u')
  conditions.set(source, made)
  return made
}

function ending(table: ReadonlyMap<string, readonly Rule[]>): Affixes['suffixesOf'] {
  const longest = Math.max(0, ...Array.from(table.keys(), (add) => add.length))
  return (word) => {
    const rules: Rule[] = []
    for (let length = Math.min(longest, word.length - 1); length >= 0; length--) {
      rules.push(...(table.get(word.slice(word.length - length)) ?? []))
    }
    return rules
  }
}

function beginning(table: ReadonlyMap<string, readonly Rule[]>): Affixes['prefixesOf'] {
  const longest = Math.max(0, ...Array.from(table.keys(), (add) => add.length))
  return (word) => {
    const rules: Rule[] = []
    for (let length = Math.min(longest, word.length - 1); length > 0; length--) {
      rules.push(...(table.get(word.slice(0, length)) ?? []))
    }
    return rules
  }
}

function flagReader(form: string): Affixes['flagsIn'] {
  const known = new Map<string, ReadonlySet<string>>()
  const split = (text: string): readonly string[] => {
    if (form === 'num') return text.split(',')
    if (form === 'long') return text.match(/../g) ?? []
    return [...text]
  }
  return (text) => {
    const flags = known.get(text) ?? new Set(split(text))
    known.set(text, flags)
    return flags
  }
}

const isLower = (letter: string): boolean => letter === letter.toLowerCase()
