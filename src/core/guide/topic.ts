import type { Words } from '../problem/problem.ts'

/**
 * What Meta's policies say of dealing in something over WhatsApp. `forbidden`: not at all; `restricted`: in some countries,
 * with a licence or an age gate, or only by asking Meta; `careful`: allowed, with a neighbour that is not.
 */
export type TopicLevel = 'forbidden' | 'restricted' | 'careful'

export type Topic = {
  readonly name: TopicName
  readonly level: TopicLevel
  readonly title: Words
  /** What is not allowed. */
  readonly not: Words
  /** What is allowed all the same. */
  readonly but: Words
  /** Meta's word for the violation, where it has one (cloud-api §4.6). */
  readonly violation: string | null
}

export const TOPIC_NAMES = [
  'animals',
  'alcohol',
  'tobacco',
  'drugs',
  'healthcare',
  'supplements',
  'weapons',
  'hazardous-goods',
  'adult',
  'dating',
  'gambling',
  'currency',
  'lending',
  'debt-collection',
  'multi-level',
  'body-parts',
  'digital-goods',
  'counterfeits',
  'politics',
  'general-assistant',
] as const
export type TopicName = (typeof TOPIC_NAMES)[number]
