import { categoryWords } from '../../thread/price.ts'

/** The linter speaks of Meta's categories by Meta's words; on the screen they have ours. */
export const namedCategories = (sentence: string): string =>
  sentence.replace(/\b(MARKETING|UTILITY|AUTHENTICATION)\b/g, (category) => categoryWords(category.toLowerCase()))
