import { lint } from '../lint.ts'
import { type Model, ourModel } from '../reading/model.ts'
import type { Category } from '../finding.ts'
import type { Sample } from './corpus.ts'

/** Rules every text of the corpus is labelled for: those that fire, and by their absence those that do not. */
const GROUPS = {
  selling: ['promotion', 'coupon', 'upselling', 'cold-contact'],
  coercion: ['threat', 'legal-act', 'public-shaming'],
  requests: ['card-request', 'identity-request'],
  others: ['survey', 'goodwill', 'unclear', 'short-link', 'chat-link', 'tone-mixed', 'opt-out-missing'],
} as const
type Group = keyof typeof GROUPS

type Share = { readonly right: number; readonly of: number; readonly share: number }
/** Precision is 1 where nothing fired, recall where nothing should have. */
type Score = {
  readonly hits: number
  readonly fired: number
  readonly wanted: number
  readonly precision: number
  readonly recall: number
}
export type Figures = {
  readonly category: { readonly all: Share; readonly byLanguage: Readonly<Record<string, Share>> }
  readonly rules: Readonly<Record<string, Score>>
  /** A group has fired, or should have, when one of its rules has: what sells may be read as one or the other. */
  readonly groups: Readonly<Record<Group, Score>>
}

export type Judged = {
  readonly sample: Sample
  readonly fired: ReadonlySet<string>
  readonly predictedCategory: Category
}

/** What the linter says of each text, with a model that may be another than ours. */
export const judge = (samples: readonly Sample[], model: Model = ourModel()): readonly Judged[] =>
  samples.map((sample) => {
    const { findings } = lint(sample.template, { language: 'es', model })
    // What is asked for as marketing stays it: the text is judged as if utility had been asked for.
    const asUtility = { ...(sample.template as object), category: 'UTILITY' }
    const { predictedCategory } = lint(asUtility, { language: 'es', model })
    return { sample, fired: new Set<string>(findings.map(({ code }) => code)), predictedCategory }
  })

export function measure(judged: readonly Judged[]): Figures {
  const shareOf = (of: readonly Judged[]): Share => {
    const right = of.filter(({ sample, predictedCategory }) => sample.assigned === predictedCategory).length
    return { right, of: of.length, share: right / of.length }
  }
  const scoreOf = (rules: readonly string[]): Score => {
    const wanted = judged.filter(({ sample }) => rules.some((rule) => sample.rules.has(rule)))
    const fired = judged.filter((each) => rules.some((rule) => each.fired.has(rule)))
    const hits = wanted.filter((each) => fired.includes(each)).length
    const ratio = (count: number) => (count === 0 ? 1 : hits / count)
    return {
      hits,
      fired: fired.length,
      wanted: wanted.length,
      precision: ratio(fired.length),
      recall: ratio(wanted.length),
    }
  }
  const byLanguage = Object.groupBy(judged, ({ sample }) => sample.language.slice(0, 2))
  return {
    category: {
      all: shareOf(judged),
      byLanguage: Object.fromEntries(Object.entries(byLanguage).map(([language, of = []]) => [language, shareOf(of)])),
    },
    rules: Object.fromEntries(Object.values(GROUPS).flatMap((rules) => rules.map((rule) => [rule, scoreOf([rule])]))),
    groups: {
      selling: scoreOf(GROUPS.selling),
      coercion: scoreOf(GROUPS.coercion),
      requests: scoreOf(GROUPS.requests),
      others: scoreOf(GROUPS.others),
    },
  }
}

/** A table for people. */
export function shown(name: string, { category, rules, groups }: Figures): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8)
  const share = ({ right, of, share: part }: Share) => {
    const [low, high] = boundsOf(right, of)
    return `${percent(part)}  (${right} of ${of}; 95 % between ${percent(low).trim()} and ${percent(high).trim()})`
  }
  const line = ([rule, score]: readonly [string, Score]) =>
    `  ${rule.padEnd(18)}${score.fired === 0 ? '       –' : percent(score.precision)}${score.wanted === 0 ? '       –' : percent(score.recall)}` +
    `  (${score.hits} rightly, of ${score.fired} fired and ${score.wanted} wanted)`
  return [
    `Texts ${name}: category ${share(category.all)}`,
    ...Object.entries(category.byLanguage).map(([language, part]) => `  ${language}  ${share(part)}`),
    '                    precision  recall',
    ...Object.entries(groups).map(([group, score]) => line([`[${group}]`, score])),
    ...Object.entries(rules).map(line),
  ].join('\n')
}

/** Wilson's interval: where the true share lies in 95 of 100 cases. */
function boundsOf(right: number, of: number): readonly [low: number, high: number] {
  if (of === 0) return [0, 1]
  const z = 1.96
  const share = right / of
  const middle = share + (z * z) / (2 * of)
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const scale = 1 + (z * z) / of
  return [(middle - half) / scale, (middle + half) / scale]
}
