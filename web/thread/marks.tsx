import { Trans } from '@lingui/react/macro'
import { Bot, Forward, ShoppingBag } from 'lucide-react'
import type { ReactNode } from 'react'
import type { InboundMessage } from '#core/message/message.ts'

/** What a contact's message came with, above its words: forwarded, about a product, answered by another. */
export function Marks({ message }: { readonly message: InboundMessage }) {
  const { forwarded, circumstances } = message
  return (
    <>
      {circumstances?.forwardedOften ? (
        <Mark icon={<Forward size={12} aria-hidden />}>
          <Trans>Reenviado muchas veces</Trans>
        </Mark>
      ) : (
        forwarded && (
          <Mark icon={<Forward size={12} aria-hidden />}>
            <Trans>Reenviado</Trans>
          </Mark>
        )
      )}
      {circumstances?.standby && (
        <Mark icon={<Bot size={12} aria-hidden />}>
          <Trans>Al asistente de Meta</Trans>
        </Mark>
      )}
      {circumstances?.product && (
        <Mark icon={<ShoppingBag size={12} aria-hidden />}>
          <Trans>Sobre el producto {circumstances.product.productId}</Trans>
        </Mark>
      )}
    </>
  )
}

const Mark = ({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) => (
  <p className="flex items-center gap-1 px-2.5 pt-1.5 text-xs text-bubble-in-meta italic">
    {icon} {children}
  </p>
)
