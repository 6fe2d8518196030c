import type { Language } from '#base/language.ts'
import type { EvidenceView } from '#contract/contact.ts'
import type { Evidence } from '#core/contact/evidence.ts'
import { evidenceWords } from '#core/contact/evidence-words.ts'

/** What two contacts look alike in, with its words. */
export const evidenceViews = (evidence: readonly Evidence[], language: Language): EvidenceView[] =>
  evidence.map((one) => ({ ...one, words: evidenceWords(one, language) }))
