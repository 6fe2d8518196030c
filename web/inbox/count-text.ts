import { COUNTED_UP_TO } from '#core/conversation/view.ts'
import { formatLocale } from '../i18n/i18n.ts'

/** A count as people read it: "12", "1.000+" where counting stopped. */
export const countText = (count: number): string =>
  `${count.toLocaleString(formatLocale())}${count >= COUNTED_UP_TO ? '+' : ''}`
