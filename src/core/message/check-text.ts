import { type Refusal, refusal, type RefusalCode } from '../refusal/refusal.ts'

/** What a text must be. Lengths are UTF-16 code units, the strictest reading of the "characters" of Meta's pages. */
export type TextRule = {
  /** The place it stands in, as the caller knows it: `text`, `buttons.0.title`. */
  readonly field: string
  readonly maxLength: number
  /** False: may be empty. */
  readonly required: boolean
  /** Codes to answer with; by default `text-empty` and `text-too-long`. */
  readonly whenEmpty?: RefusalCode
  readonly whenTooLong?: RefusalCode
}

/** Everything wrong with a text: nothing to read in it, too long, or half a character in it. */
export function checkText(text: string, rule: TextRule): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (rule.required && isBlank(text)) {
    refusals.push(refusal(rule.whenEmpty ?? 'text-empty', { field: rule.field, found: '0', expected: '1 or more' }))
  }
  if (text.length > rule.maxLength) {
    refusals.push(
      refusal(rule.whenTooLong ?? 'text-too-long', {
        field: rule.field,
        found: String(text.length),
        expected: `at most ${rule.maxLength}`,
      }),
    )
  }
  if (!text.isWellFormed()) {
    refusals.push(
      refusal('content-not-sendable', { field: rule.field, found: 'half a character', expected: 'whole characters' }),
    )
  }
  return refusals
}

/** Whether there is nothing to see: white space, and marks that only steer how text is shown. */
export const isBlank = (text: string): boolean => /^[\s\p{Cf}\p{Cc}]*$/u.test(text)
