import { t } from '@lingui/core/macro'
import { addressOf, type Contact } from '#core/contact/contact.ts'
import { settle } from '#core/cost/charge.ts'
import type { PriceBook } from '#core/cost/price.ts'
import type { Money } from '#core/cost/rate-card.ts'
import type { OutboundMessage } from '#core/message/message.ts'
import { formatLocale } from '../i18n/i18n.ts'

/** "$0.0085": prices of messages are small, so four decimals are shown. */
export const moneyWords = ({ micros, currency }: Money): string =>
  new Intl.NumberFormat(formatLocale(), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 4,
    maximumFractionDigits: 4,
  }).format(micros / 1_000_000)

export function categoryWords(category: string): string {
  switch (category) {
    case 'service':
      return t`Servicio`
    case 'utility':
      return t`Utilidad`
    case 'marketing':
      return t`Marketing`
    case 'authentication':
      return t`Autenticación`
    default:
      return category
  }
}

/** What a sent message costs, by what Meta said of it and the rule the ledger follows; null while it has said nothing. */
export function priceWords(message: OutboundMessage, contact: Contact | undefined, book: PriceBook): string | null {
  const { pricing, times } = message
  if (pricing === null) return null
  const category = categoryWords(pricing.category)
  const deliveredAt = times.delivered ?? times.read ?? times.sent
  const recipient = {
    phone: (contact && addressOf(contact, 'phone')?.value) ?? null,
    userId: (contact && addressOf(contact, 'user-id')?.value) ?? null,
  }
  const { messageId, lineId, conversationId, author } = message
  const about = { messageId, lineId, conversationId, author, pricing, recipient, template: null }
  const [row] = deliveredAt === undefined ? [] : settle({ ...about, deliveredAt }, book, null)
  if (pricing.type.startsWith('free') || row?.outcome === 'free-entry') return t`${category} · gratis`
  return row?.outcome === 'charged' ? `${category} · ${moneyWords(row)}` : category
}
