import { marketIn } from '../../cost/market.ts'
import { DEMONSTRATION_CARD, type Money, rateAt, type RateCard, tiersOf } from '../../cost/rate-card.ts'
import type { Language } from '#base/language.ts'
import { checkSpelling, type Misspelt, wordsIn } from './advice/spelling.ts'
import { checkNaming } from './advice/naming.ts'
import { checkFieldContext, checkStyle } from './advice/style.ts'
import { checkTone } from './advice/tone.ts'
import { checkLanguageOfText, checkTwins, type OtherTemplate } from './advice/twins.ts'
import { RULES } from './codes.ts'
import { predictCategory, type Prediction } from './content/category.ts'
import { checkConduct } from './content/conduct.ts'
import { piecesOf, textsOf } from './content/text.ts'
import { tongueOf } from './content/tongue.ts'
import { type Draft, readDraft } from './draft.ts'
import type { Category, Finding, Found, LintReport, Why } from './finding.ts'
import { checkButtons } from './format/buttons.ts'
import { checkFrame } from './format/frame.ts'
import { checkSpecial } from './format/special.ts'
import { checkTexts } from './format/texts.ts'
import { mend } from './mend.ts'
import { MOST_READ } from './places.ts'
import { type Model, ourModel } from './reading/model.ts'
import { explainFinding, explainPrediction } from './words.ts'

/** What the linter cannot see in the template itself. */
export type LintContext = {
  /** The language of the messages, not of the template. */
  readonly language: Language
  /** The account's other templates; none: nothing is compared. */
  readonly others?: readonly OtherTemplate[]
  /** Words of the company's own, in lower case, that are spelt right whatever a dictionary says. */
  readonly ownWords?: ReadonlySet<string>
  /** What a `Speller` said of `wordsToSpell`; none: spelling is not judged. */
  readonly misspelt?: Misspelt
  /** ISO country most messages go to, for the cost; none: no cost. */
  readonly market?: string | null
  readonly rateCard?: RateCard
  /** Another model than ours, to measure it. */
  readonly model?: Model
}

/** A template of thousands of faults is told the first ones. */
const MOST_FINDINGS = 200
const NO_WORDS: ReadonlySet<string> = new Set()

/**
 * Reads a template as Meta takes it to create one — `{ name, language, category, components }` — and tells everything
 * Meta would refuse, a reviewer would reject or a reader would mind, and the category Meta will assign. Takes any value
 * whatever; never throws.
 */
export function lint(input: unknown, context: LintContext): LintReport {
  const draft = readDraft(input)
  const tongue = tongueOf(draft.language)
  const pieces = piecesOf(draft)
  const prediction = predictCategory(draft, pieces, tongue, context.model ?? ourModel())
  const own = context.ownWords ?? NO_WORDS
  const found: readonly Found[] = [
    ...checkFormat(draft),
    ...checkConduct(draft, pieces, tongue, prediction),
    ...checkTwins(draft, context.others ?? []),
    ...checkLanguageOfText(draft, pieces),
    ...checkNaming(draft.name, pieces),
    ...checkFieldContext(pieces),
    ...checkStyle(pieces),
    ...checkTone(pieces, tongue),
    ...(context.misspelt === undefined ? [] : checkSpelling(pieces, own, context.misspelt)),
  ]
  return {
    findings: found
      .toSorted((one, other) => weightOf(one) - weightOf(other))
      .slice(0, MOST_FINDINGS)
      .map(harmless(input, draft))
      .map((each) => spell(each, context.language)),
    predictedCategory: prediction.category,
    why: whyOf(draft, prediction, context),
  }
}

/** What Meta refuses at once. */
const checkFormat = (draft: Draft): readonly Found[] => [
  ...draft.problems,
  ...checkFrame(draft),
  ...checkTexts(draft),
  ...checkButtons(draft),
  ...checkSpecial(draft),
]

/** So many mends are tried before they are offered; further ones are not offered. */
const MOST_MENDS = 24

/**
 * A mend is offered only where it does what it says and no error comes of it, but that a field that is now one may want a
 * sample.
 */
function harmless(input: unknown, draft: Draft): (found: Found) => Found {
  const isShort = textsOf(draft).every((text) => text.length <= MOST_READ)
  const keysOf = (of: Draft): readonly string[] =>
    checkFormat(of).flatMap(({ code, component }) => (code === 'example-missing' ? [] : `${code} ${component}`))
  let before: readonly string[] | null = null
  let tried = 0
  return (found) => {
    if (found.fix == null) return found
    before ??= keysOf(draft)
    tried++
    const left = [...before]
    const isGood =
      isShort &&
      tried <= MOST_MENDS &&
      keysOf(readDraft(mend(input, found.component, found.fix))).every((key) => {
        const at = left.indexOf(key)
        if (at !== -1) left.splice(at, 1)
        return at !== -1
      })
    const isError = RULES[found.code].severity === 'error'
    return isGood && (!isError || left.includes(`${found.code} ${found.component}`)) ? found : { ...found, fix: null }
  }
}

/** The words a `Speller` should look up for this template, each once, in lower case. */
export const wordsToSpell = (input: unknown, ownWords: ReadonlySet<string> = NO_WORDS): readonly string[] => [
  ...new Set(wordsIn(piecesOf(readDraft(input)), ownWords).map(({ text }) => text.toLowerCase())),
]

const WEIGHT = { error: 0, warning: 1, advice: 2 } as const
const weightOf = ({ code }: Found): number => WEIGHT[RULES[code].severity]

const spell = ({ code, component, span, values, fix }: Found, language: Language): Finding => ({
  code,
  severity: RULES[code].severity,
  component,
  span: span ?? null,
  message: explainFinding(code, values ?? {}, language),
  fix: fix ?? null,
})

function whyOf(draft: Draft, { category, clues, reason }: Prediction, context: LintContext): Why {
  const quoted = [...new Set(clues.map(({ text }) => text.trim()))].slice(0, 3)
  return {
    sentence: explainPrediction(reason, category, quoted, context.language),
    clues: clues.slice(0, 50),
    cost: costOf(draft.category, category, context),
  }
}

function costOf(asked: Category | null, predicted: Category, context: LintContext): Why['cost'] {
  const card = context.rateCard ?? DEMONSTRATION_CARD
  const market = marketIn(card, context.market ?? null)
  if (market === null) return null
  const price = (category: Category): Money | null => {
    const tiers = tiersOf(card, market, CATEGORIES[category])
    return tiers && { micros: rateAt(tiers, 1), currency: card.currency }
  }
  const cost = price(predicted)
  return cost && { asked: asked && price(asked), predicted: cost }
}

const CATEGORIES = { MARKETING: 'marketing', UTILITY: 'utility', AUTHENTICATION: 'authentication' } as const
