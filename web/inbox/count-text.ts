import { COUNTED_UP_TO } from '#core/conversation/view.ts'
import { formatLocale } from '../i18n/i18n.ts'

/** A count as people read it: "12", "999+" where counting stopped; never longer, in whatever language. */
export const countText = (count: number): string =>
  count >= COUNTED_UP_TO ? `${COUNTED_UP_TO - 1}+` : count.toLocaleString(formatLocale())
