import type { Language } from '#base/language.ts'

/** Who has to do something about it: `us` is Hilo, `company` its account at the platform, `customer` the contact. */
export const FAULTS = ['us', 'company', 'customer', 'platform', 'content'] as const
export type Fault = (typeof FAULTS)[number]

/** What it stops: this message, everything to this contact, or everything with this template, line, account or app. */
export const SCOPES = ['message', 'contact', 'template', 'line', 'account', 'app'] as const
export type Scope = (typeof SCOPES)[number]

/** What helps. Their words, and whether the same message may go again, are in `next-steps.ts`. */
export const NEXT_STEP_NAMES = [
  'retry',
  'wait',
  'wait-a-day',
  'template',
  'other-template',
  'correct',
  'other-channel',
  'wait-for-customer',
  'stop',
  'administrator',
  'pay',
  'operator',
] as const
export type NextStep = (typeof NEXT_STEP_NAMES)[number]

/**
 * How a send that surely was not accepted is repeated by itself; the spacings are in `channels/whatsapp/interpret.ts`.
 * `throughput`: the number's own bucket; `pair`: number and contact; `account`: app or WABA; `transient`: Meta's side.
 */
export type Pace = 'throughput' | 'pair' | 'account' | 'transient'

export type Words = readonly [es: string, en: string, ptBr: string]

/** All there is to know of one error code of the platform. */
export type Rule = {
  readonly fault: Fault
  readonly scope: Scope
  readonly nextStep: NextStep
  /** Null: repeating changes nothing until a person or another message does. */
  readonly repeat: Pace | null
  readonly cause: Words
  /** In place of the words of the next step. */
  readonly advice: Words | null
}

export const rule = (
  fault: Fault,
  scope: Scope,
  nextStep: NextStep,
  cause: Words,
  { advice = null, repeat = null }: { readonly advice?: Words | null; readonly repeat?: Pace | null } = {},
): Rule => ({ fault, scope, nextStep, repeat, cause, advice })

export const inLanguage = ([es, en, ptBr]: Words, language: Language): string =>
  language === 'en' ? en : language === 'pt-BR' ? ptBr : es
