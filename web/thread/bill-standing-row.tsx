import { Trans, useLingui } from '@lingui/react/macro'
import { Truck } from 'lucide-react'
import { nextStates, standingOf } from '#core/message/bill.ts'
import type { Message } from '#core/message/message.ts'
import type { OrderDetails } from '#core/message/payment.ts'
import { windowOf } from '#core/window/window.ts'
import { useNow } from '../feed/clock.ts'
import { Button } from '../kit/button.tsx'
import { useMe } from '../session/session.ts'
import { useConversation } from '../store/desk-store.ts'
import { useOrderStates } from './order-states.ts'
import { useThreadContext } from './thread-context.tsx'

type Props = { readonly message: Message; readonly order: OrderDetails }

/** How the order of a bill stands, and for who may send, the way on. */
export function BillStandingRow({ message, order }: Props) {
  const { t } = useLingui()
  const { messages, build } = useThreadContext()
  const { permissions } = useMe()
  const now = useNow()
  const conversation = useConversation(message.conversationId)
  const words = useOrderStates()
  // What has not left is nothing yet that could go on.
  if (message.wireId === null) return null
  const standing = standingOf(order.reference, messages)
  const [next] = nextStates(standing.order)
  const isOpen = conversation !== undefined && windowOf(conversation, now).kind === 'open'
  const goOn = () =>
    build.current?.({
      ...{ kind: 'order-status', reference: order.reference, state: next ?? standing.order },
      ...{ body: t`Hay novedades de su pedido.`, footer: null, note: null, payment: null },
    })
  return (
    <div
      className="flex items-center gap-2 border-t border-bubble-out-line py-1.5 pr-1.5 pl-3 text-xs"
      data-testid="bill-standing"
    >
      <span className="min-w-0 flex-1 font-semibold">
        {words.order[standing.order]}
        {standing.payment && <span className="font-normal"> · {words.payment[standing.payment]}</span>}
      </span>
      {next && isOpen && permissions.includes('message:send') && (
        <Button look="quiet" size="sm" className="max-md:h-11!" onPress={goOn}>
          <Truck size={14} aria-hidden /> <Trans>Actualizar</Trans>
        </Button>
      )}
    </div>
  )
}
