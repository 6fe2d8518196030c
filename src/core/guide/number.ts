import { finding, type GuideFinding } from './finding.ts'

/** Where the number is in use today. */
export const NUMBER_USES = ['none', 'personal-app', 'business-app', 'other-provider'] as const
export type NumberUse = (typeof NUMBER_USES)[number]

/** Why another number beside those there are. */
export const MORE_REASONS = ['area', 'brand', 'country', 'volume', 'agents'] as const
export type MoreReason = (typeof MORE_REASONS)[number]

export type NumberAnswers = {
  /** As written, with or without the country's code. */
  readonly phone: string
  /** ISO 3166 alpha-2, for numbers without a country's code. */
  readonly country: string
  readonly use: NumberUse
  /** With `business-app`: it stays in the app beside Hilo. */
  readonly keepsApp: boolean
  /** A machine answers calls with a menu. */
  readonly hasVoiceMenu: boolean
  /** Null: it is the first number. */
  readonly moreReason: MoreReason | null
}

/** What the number plan says of a number (libphonenumber's types). */
export const PHONE_KINDS = ['mobile', 'landline', 'mobile-or-landline', 'toll-free', 'internet', 'other'] as const
export type PhoneKind = (typeof PHONE_KINDS)[number]

/** A number as the number plan reads it. */
export type ReadPhone = {
  /** "+525550003000". */
  readonly e164: string
  readonly shown: string
  readonly country: string
  readonly kind: PhoneKind
  readonly isValid: boolean
}

/** What stands against a number. `phone` null: it cannot be read; `own`: digits of the lines there are. */
export function checkNumber(
  answers: NumberAnswers,
  phone: ReadPhone | null,
  own: readonly string[],
): readonly GuideFinding[] {
  if (phone === null || !phone.isValid) return [finding('error', 'number-invalid', 'phone')]
  const found: GuideFinding[] = []
  const digits = phone.e164.slice(1)
  if (own.includes(digits)) found.push(finding('error', 'number-ours', 'phone', { values: { phone: phone.shown } }))
  if (answers.phone.trim() !== phone.shown)
    found.push(finding('advice', 'number-format', 'phone', { mend: phone.shown, values: { phone: phone.shown } }))
  found.push(...aboutKind(phone.kind, answers.hasVoiceMenu), ...aboutUse(answers))
  if (own.length > 0) found.push(...aboutMore(answers.moreReason))
  return found
}

/** How the code can reach it. */
function aboutKind(kind: PhoneKind, hasVoiceMenu: boolean): GuideFinding[] {
  const found: GuideFinding[] = []
  if (kind === 'other') found.push(finding('error', 'number-kind', 'phone'))
  if (kind === 'landline' || kind === 'toll-free') found.push(finding('advice', 'number-voice', 'phone'))
  if (kind === 'toll-free') found.push(finding('warning', 'number-toll-free', 'phone'))
  if (kind === 'internet') found.push(finding('warning', 'number-internet', 'phone'))
  if (hasVoiceMenu) found.push(finding('warning', 'number-voice-menu', 'hasVoiceMenu'))
  return found
}

function aboutUse({ use, keepsApp }: NumberAnswers): GuideFinding[] {
  if (use === 'personal-app') return [finding('error', 'number-in-app', 'use')]
  if (use === 'other-provider') return [finding('warning', 'number-elsewhere', 'use')]
  if (use !== 'business-app') return []
  return [
    keepsApp ? finding('advice', 'number-stays-in-app', 'keepsApp') : finding('error', 'number-in-business-app', 'use'),
  ]
}

/** Several numbers only where areas are really separate: one carries any number of agents. */
function aboutMore(reason: MoreReason | null): GuideFinding[] {
  if (reason === null) return [finding('error', 'number-why-another', 'moreReason')]
  return reason === 'volume' || reason === 'agents' ? [finding('warning', 'number-not-needed', 'moreReason')] : []
}
