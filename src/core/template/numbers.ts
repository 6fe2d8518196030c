import type { Instant } from '#base/time.ts'
import type { Money } from '../cost/rate-card.ts'

/** Of messages asked for since a day, what Meta took and what became of it. */
export type TemplateNumbers = {
  /** Ever; null: never. */
  readonly lastSentAt: Instant | null
  readonly sent: number
  readonly delivered: number
  readonly read: number
  /** What one cost on average in this month and the one `since` lies in; null: nothing was charged yet. */
  readonly price: Money | null
}
export const NO_NUMBERS: TemplateNumbers = { lastSentAt: null, sent: 0, delivered: 0, read: 0, price: null }

/** Greatest first, and what has none last; of equals, and by name, as a dictionary has it. */
export const TEMPLATE_ORDERS = ['name', 'last-sent', 'sent', 'delivered', 'read-rate', 'price'] as const
export type TemplateOrder = (typeof TEMPLATE_ORDERS)[number]
