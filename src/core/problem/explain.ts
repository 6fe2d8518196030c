import { REFUSALS, type RefusalCode } from '../refusal/refusal.ts'
import type { Language } from '#base/language.ts'
import { WORDS as REFUSAL_WORDS } from '../refusal/words.ts'
import { ACCESS_CODES } from './codes/access.ts'
import { FEATURE_CODES } from './codes/features.ts'
import { GROUP_CODES } from './codes/groups.ts'
import { NUMBER_CODES } from './codes/numbers.ts'
import { SENDING_CODES } from './codes/sending.ts'
import { TEMPLATE_CODES } from './codes/templates.ts'
import { type Again, NEXT_STEPS } from './next-steps.ts'
import { type Fault, inLanguage, type NextStep, type Rule, rule, type Scope, type Words } from './problem.ts'

/**
 * Every error code of Meta's that Hilo knows, each once, single or as a range of both ends included. Source: Meta's
 * error-code page as in cloud-api §6, with §1 for management and §4.4 for marketing; read 2026-11-22.
 */
export const PLATFORM_CODES: Readonly<Record<string, Rule>> = {
  ...ACCESS_CODES,
  ...SENDING_CODES,
  ...TEMPLATE_CODES,
  ...NUMBER_CODES,
  ...FEATURE_CODES,
  ...GROUP_CODES,
}

/** What Hilo knows of a code of the platform; null when nobody has explained it. A single code goes before a range. */
export function ruleOf(code: string): Rule | null {
  if (Object.hasOwn(PLATFORM_CODES, code)) return PLATFORM_CODES[code] ?? null
  if (!/^\d{1,9}$/.test(code)) return null
  const number = Number(code)
  return RANGES.find(({ from, to }) => from <= number && number <= to)?.rule ?? null
}

const RANGES = Object.entries(PLATFORM_CODES).flatMap(([code, known]) => {
  const [from, to] = code.split('-').map(Number)
  return from === undefined || to === undefined ? [] : [{ from, to, rule: known }]
})

/** A failure as people are told of it. */
export type Explanation = {
  readonly code: string
  readonly fault: Fault
  readonly scope: Scope
  readonly nextStep: NextStep
  /** When the very same message may go once more. */
  readonly again: Again
  /** Whole sentences. */
  readonly cause: string
  readonly advice: string
  /** False: the cause is general; what the platform wrote is all there is to know. */
  readonly known: boolean
}

/** Why something failed and what helps, whatever the code: Meta's, one of our refusals, or one nobody has heard of. */
export function explainProblem(code: string, language: Language): Explanation {
  const known = ruleOf(code) ?? ownRule(code)
  const { fault, scope, nextStep, cause, advice } = known ?? UNHEARD
  const { again, words } = NEXT_STEPS[nextStep]
  return {
    code,
    fault,
    scope,
    nextStep,
    again,
    cause: inLanguage(cause, language),
    advice: inLanguage(advice ?? words, language),
    known: known !== null,
  }
}

function ownRule(code: string): Rule | null {
  if (Object.hasOwn(REFUSALS, code)) {
    const { fault, scope, nextStep, advice } = OURS[code as RefusalCode] ?? CONTENT
    return rule(fault, scope, nextStep, REFUSAL_WORDS[code as RefusalCode], { advice: advice ?? null })
  }
  return /^http-\d{3}$/.test(code) ? NO_REASON : null
}

type Own = Pick<Rule, 'fault' | 'scope' | 'nextStep'> & { readonly advice?: Words }
const CONTENT: Own = { fault: 'content', scope: 'message', nextStep: 'correct' }
const ADMINISTRATOR: Own = { fault: 'company', scope: 'line', nextStep: 'administrator' }
const OTHER_TEMPLATE: Own = { fault: 'company', scope: 'template', nextStep: 'other-template' }

/** Our refusals that a message can meet; all others are about its content. */
const OURS: Partial<Readonly<Record<RefusalCode, Own>>> = {
  'window-closed': { fault: 'customer', scope: 'contact', nextStep: 'template' },
  'no-address': { fault: 'customer', scope: 'contact', nextStep: 'wait-for-customer' },
  'contact-blocked': { fault: 'company', scope: 'contact', nextStep: 'administrator' },
  'conversation-elsewhere': { fault: 'customer', scope: 'contact', nextStep: 'wait' },
  'group-closed': { fault: 'platform', scope: 'contact', nextStep: 'wait' },
  'line-disconnected': ADMINISTRATOR,
  'line-paused': ADMINISTRATOR,
  'line-missing': ADMINISTRATOR,
  'template-missing': OTHER_TEMPLATE,
  'template-elsewhere': OTHER_TEMPLATE,
  'template-not-approved': OTHER_TEMPLATE,
  'template-unsupported': OTHER_TEMPLATE,
  'thread-moved-on': { fault: 'us', scope: 'message', nextStep: 'retry' },
  'media-not-ready': { fault: 'us', scope: 'message', nextStep: 'retry' },
  'media-unreachable': { fault: 'platform', scope: 'message', nextStep: 'retry' },
  unavailable: { fault: 'platform', scope: 'message', nextStep: 'retry' },
  internal: { fault: 'us', scope: 'message', nextStep: 'operator' },
}

const NO_REASON = rule('platform', 'message', 'retry', [
  'WhatsApp rechazó el mensaje sin decir por qué.',
  'WhatsApp refused the message without saying why.',
  'O WhatsApp recusou a mensagem sem dizer por quê.',
])

/** Honest about what nobody has told us: Meta's own words are shown beside it. */
const UNHEARD = rule(
  'platform',
  'message',
  'retry',
  [
    'WhatsApp no entregó el mensaje y dio un motivo que Hilo aún no conoce.',
    'WhatsApp did not deliver the message and gave a reason Hilo does not know yet.',
    'O WhatsApp não entregou a mensagem e deu um motivo que o Hilo ainda não conhece.',
  ],
  {
    advice: [
      'Reintente una vez; si vuelve a fallar, avise a un administrador.',
      'Try once more; if it fails again, tell an administrator.',
      'Tente mais uma vez; se falhar de novo, avise um administrador.',
    ],
  },
)
