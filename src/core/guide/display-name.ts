import { finding, type GuideFinding } from './finding.ts'

/** What the name is held against. */
export type NameContext = {
  readonly legalName: string
  /** What the company's site says; empty: nobody has looked. */
  readonly siteText: string
}

/** Display name guidelines: 3 characters at least; the upper bound is unverified [K]. */
const SHORTEST = 3
const LONGEST = 75

/** Words that say what somebody does, not who they are (Meta, Display name guidelines [K]). */
const GENERIC = new Set(
  `ventas soporte atencion cliente clientes servicio servicios tienda restaurante hotel clinica farmacia banco oficial
   sales support service services customer care shop store restaurant hotel clinic pharmacy bank official help
   vendas suporte atendimento loja farmacia clinica cobranza cobranzas cobranca marketing info contacto contato contact
   oficina escritorio office mexico colombia argentina chile peru ecuador brasil brazil espana spain`.split(/\s+/),
)
/** Small words that join. */
const JOINING = new Set('de del la las los el y e do da dos das of the and for by por para en em a'.split(' '))

/** Names of Meta's own, which no company may carry. */
const METAS = /whats\s?app|facebook|instagram|messenger|\bmeta\b/giu
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/gu
const ADDRESS = /https?:\/\/\S+|www\.\S+|\b[\w-]+\.(?:com|net|org|mx|co|ar|cl|pe|br|es|ec|io|app)(?:\.[a-z]{2})?\b/giu
const SIGNS = /[!?*_~<>{}[\]|\\^#@$%=+]+/gu
const SPACES = /\s{2,}/gu

/** What Meta's reviewer would mind in a display name; errors first. */
export function checkName(name: string, context: NameContext): readonly GuideFinding[] {
  const found: GuideFinding[] = [
    ...lengthOf(name),
    ...places(name, METAS, 'name-meta', 'error'),
    ...places(name, ADDRESS, 'name-address', 'error'),
    ...places(name, EMOJI, 'name-emoji', 'error'),
    ...places(name, SIGNS, 'name-signs', 'error'),
    ...places(name, SPACES, 'name-spaces', 'error', ' '),
    ...capitals(name),
    ...edges(name),
  ]
  if (found.length === 0 || !found.some(({ severity }) => severity === 'error')) found.push(...meaning(name, context))
  return found.toSorted((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity))
}
const ORDER = ['error', 'warning', 'advice']

const lengthOf = (name: string): GuideFinding[] =>
  name.trim().length < SHORTEST
    ? [finding('error', 'name-short', 'displayName', { values: { least: SHORTEST } })]
    : name.length > LONGEST
      ? [
          finding('error', 'name-long', 'displayName', {
            span: { start: LONGEST, end: name.length },
            values: { most: LONGEST },
          }),
        ]
      : []

type Code = GuideFinding['code']

function places(
  name: string,
  pattern: RegExp,
  code: Code,
  severity: GuideFinding['severity'],
  instead = '',
): GuideFinding[] {
  const [first] = name.matchAll(pattern)
  if (first === undefined) return []
  const start = first.index
  const mended = tidy(name.replace(pattern, instead))
  return [
    finding(severity, code, 'displayName', {
      span: { start, end: start + first[0].length },
      mend: mended.length >= SHORTEST ? mended : null,
      values: { text: first[0].trim() },
    }),
  ]
}

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.])/g, '$1')
    .trim()

/** "Only the first letter of each word, unless that is how the brand is written". */
function capitals(name: string): GuideFinding[] {
  const letters = name.replace(/[^\p{L}]/gu, '')
  if (letters.length < 6 || letters !== letters.toUpperCase()) return []
  const mend = name
    .toLowerCase()
    .replace(/\p{L}+/gu, (word) => (JOINING.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
  return [finding('warning', 'name-capitals', 'displayName', { mend: mend.charAt(0).toUpperCase() + mend.slice(1) })]
}

const edges = (name: string): GuideFinding[] =>
  name !== name.trim() ? [finding('advice', 'name-edges', 'displayName', { mend: name.trim() })] : []

/** Whether it says who somebody is, and whether that is this company. */
function meaning(name: string, { legalName, siteText }: NameContext): GuideFinding[] {
  const words = wordsOf(name)
  const own = words.filter((word) => !GENERIC.has(word))
  if (own.length === 0)
    return [finding('error', 'name-generic', 'displayName', { values: { company: legalName || '…' } })]
  const support = supportFor(name, siteText)
  const legal = wordsOf(legalName)
  const isLegal = own.some((word) => legal.includes(word))
  if (isLegal || support.kind === 'name') return []
  if (siteText.trim() === '') {
    return legal.length === 0
      ? [finding('warning', 'name-unproven', 'displayName')]
      : [finding('warning', 'name-unsupported', 'displayName', { values: { company: legalName } })]
  }
  return support.kind === 'words'
    ? [finding('warning', 'name-partly-supported', 'displayName')]
    : [finding('error', 'name-not-on-site', 'displayName')]
}

export type SiteSupport =
  /** The name stands there as it is; `excerpt` is the sentence around it. */
  | { readonly kind: 'name'; readonly excerpt: string }
  /** Some of its words do. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'nothing' }

const AROUND = 60

/** Whether a site's words carry a name: accents and capitals do not matter. */
export function supportFor(name: string, siteText: string): SiteSupport {
  const text = siteText.replace(/\s+/g, ' ')
  const plain = plainOf(text)
  const at = plain.indexOf(plainOf(tidy(name)))
  if (name.trim() !== '' && at >= 0) {
    return { kind: 'name', excerpt: text.slice(Math.max(0, at - AROUND), at + name.length + AROUND).trim() }
  }
  const there = new Set(wordsOf(siteText))
  const words = wordsOf(name).filter((word) => !GENERIC.has(word) && there.has(word))
  return words.length > 0 ? { kind: 'words', words } : { kind: 'nothing' }
}

/** Keeps its length, so that places in it are places in the text. */
const plainOf = (text: string): string =>
  [...text]
    .map((letter) => {
      const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
      return bare.length === letter.length ? bare : letter
    })
    .join('')

const wordsOf = (text: string): string[] =>
  plainOf(text)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 1 && !JOINING.has(word))
