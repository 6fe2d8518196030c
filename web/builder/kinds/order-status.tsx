import { useLingui } from '@lingui/react/macro'
import { nextStates, type OrderState, standingOf } from '#core/message/bill.ts'
import type { Message } from '#core/message/message.ts'
import { ORDER_WORDS_LENGTH } from '#core/message/check/limits.ts'
import { useOrderStates } from '../../thread/order-states.ts'
import { useThreadContext } from '../../thread/thread-context.tsx'
import { BodyPart } from '../parts/body-part.tsx'
import { ChoicePart } from '../parts/choice-part.tsx'
import { FooterPart } from '../parts/footer-part.tsx'
import { TextPart } from '../parts/text-part.tsx'
import type { KindProps } from './kind.ts'

/** Tells the contact how the order of a bill stands now. */
export function OrderStatusKind({ content, onChange }: KindProps<'order-status'>) {
  const { t } = useLingui()
  const { messages } = useThreadContext()
  const states = useOrderStates()
  const references = messages.flatMap(({ content: said }) => (said.kind === 'order-details' ? [said.reference] : []))
  const known = [...new Set(references)]
  const standing = standingOf(content.reference, messages)
  const open = known.includes(content.reference) ? nextStates(standing.order) : ALL
  return (
    <>
      {known.length > 0 ? (
        <ChoicePart
          label={t`Cobro`}
          value={content.reference}
          choices={[
            { value: '', name: t`Elija un cobro` },
            ...known.map((reference) => ({ value: reference, name: reference })),
          ]}
          onChange={(reference) => onChange({ ...content, reference, state: firstAfter(reference, messages) })}
        />
      ) : (
        <TextPart
          field="reference"
          label={t`Referencia del cobro`}
          value={content.reference}
          onChange={(reference) => onChange({ ...content, reference: reference.trim() })}
        />
      )}
      <ChoicePart<OrderState>
        label={t`Cómo está el pedido`}
        value={content.state}
        choices={open.map((state) => ({ value: state, name: states.order[state] }))}
        onChange={(state) => onChange({ ...content, state })}
      />
      <BodyPart value={content.body} onChange={(body) => onChange({ ...content, body })} />
      <TextPart
        field="note"
        label={t`Nota (opcional)`}
        placeholder={t`Con la paquetería, guía 1234`}
        max={ORDER_WORDS_LENGTH}
        value={content.note ?? ''}
        onChange={(note) => onChange({ ...content, note: note === '' ? null : note })}
      />
      <FooterPart value={content.footer} onChange={(footer) => onChange({ ...content, footer })} />
    </>
  )
}

/** The next step of an order; of one that has ended, the one it ended with. */
export function firstAfter(reference: string, messages: readonly Message[]): OrderState {
  const { order } = standingOf(reference, messages)
  return nextStates(order)[0] ?? order
}

const ALL: readonly OrderState[] = nextStates('pending')
