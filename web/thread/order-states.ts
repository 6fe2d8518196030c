import { useLingui } from '@lingui/react/macro'
import type { OrderStatus } from '#core/message/payment.ts'

type States = {
  readonly order: Readonly<Record<OrderStatus['state'], string>>
  readonly payment: Readonly<Record<NonNullable<OrderStatus['payment']>['state'], string>>
}

/** How an order and its payment stand, in words. */
export function useOrderStates(): States {
  const { t } = useLingui()
  return {
    order: {
      pending: t`Pedido pendiente`,
      processing: t`Pedido en preparación`,
      'partially-shipped': t`Pedido enviado en parte`,
      shipped: t`Pedido enviado`,
      completed: t`Pedido completado`,
      canceled: t`Pedido cancelado`,
    },
    payment: { pending: t`pago pendiente`, captured: t`pagado`, failed: t`pago fallido` },
  }
}
