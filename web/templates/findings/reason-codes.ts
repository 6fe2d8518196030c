import type { FindingCode } from '#core/template/lint/codes.ts'
import { RULES } from '#core/template/lint/codes.ts'

const SELLING: readonly FindingCode[] = [
  'category-mismatch',
  'promotion',
  'coupon',
  'upselling',
  'cold-contact',
  'survey',
  'goodwill',
]
const FORMAT = (Object.keys(RULES) as FindingCode[]).filter((code) => RULES[code].severity === 'error')

/** Which findings speak of what Meta minded (cloud-api §2.5 and §3.3); none: Meta's reason says nothing of the text. */
const CODES: Readonly<Record<string, readonly FindingCode[]>> = {
  ABUSIVE_CONTENT: ['threat', 'legal-act', 'public-shaming', 'forbidden-goods'],
  SCAM: ['card-request', 'identity-request', 'short-link', 'chat-link'],
  INCORRECT_CATEGORY: SELLING,
  PROMOTIONAL: SELLING,
  INVALID_FORMAT: [...FORMAT, 'fields-too-many', 'field-without-context'],
  TAG_CONTENT_MISMATCH: ['language-mismatch', 'category-mismatch'],
}

export const codesFor = (reason: string | null | undefined): ReadonlySet<string> => new Set(CODES[reason ?? ''] ?? [])
