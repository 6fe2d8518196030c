import type { Instant } from '#base/time.ts'
import type { Frame } from './frame.ts'

/** A bill to be paid in the chat. Amounts are integer micros of `currency`. */
export type OrderDetails = Frame & {
  readonly kind: 'order-details'
  /** Ours, unique per order; a later `order-status` names it. */
  readonly reference: string
  readonly goods: 'digital' | 'physical'
  /** ISO 4217. */
  readonly currency: string
  readonly items: readonly BilledItem[]
  readonly taxMicros: number
  readonly shippingMicros: number
  readonly discountMicros: number
  /** Until when it can be paid, and the words for it; null: without end. */
  readonly expires: { readonly at: Instant; readonly words: string } | null
  /** At least one way to pay. */
  readonly payments: readonly PaymentWay[]
}

export type BilledItem = {
  readonly productId: string
  readonly name: string
  readonly quantity: number
  readonly priceMicros: number
  /** The lower price that is asked for instead; null: none. */
  readonly saleMicros: number | null
}

export type PaymentWay =
  | {
      readonly kind: 'pix'
      readonly code: string
      readonly merchant: string
      readonly key: string
      readonly keyType: 'CPF' | 'CNPJ' | 'EMAIL' | 'PHONE' | 'EVP'
    }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'boleto'; readonly line: string }

/** How an order of `order-details` stands. */
export type OrderStatus = {
  readonly kind: 'order-status'
  readonly body: string
  readonly footer: string | null
  readonly reference: string
  readonly state: 'pending' | 'processing' | 'partially-shipped' | 'shipped' | 'completed' | 'canceled'
  readonly note: string | null
  readonly payment: { readonly state: 'pending' | 'captured' | 'failed'; readonly at: Instant } | null
}

export const subtotalOf = ({ items }: Pick<OrderDetails, 'items'>): number =>
  items.reduce((sum, { priceMicros, saleMicros, quantity }) => sum + (saleMicros ?? priceMicros) * quantity, 0)

/** Subtotal, tax and shipping, less the discount. */
export const totalOf = (order: OrderDetails): number =>
  subtotalOf(order) + order.taxMicros + order.shippingMicros - order.discountMicros
