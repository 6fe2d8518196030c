import { Trans, useLingui } from '@lingui/react/macro'
import { Field } from '../../kit/field.tsx'
import { SlotFrame } from './slot-frame.tsx'
import type { SlotProps } from './slot.ts'

/** A product of a catalogue, by the ids it has there. */
export function ProductSlot({ slot, label, value, problem, onChange }: SlotProps<'product'>) {
  const { t } = useLingui()
  const { productId = '', catalogId = '' } = value ?? {}
  const tell = (next: { readonly productId: string; readonly catalogId: string }) => {
    const isEmpty = next.productId === '' && next.catalogId === ''
    onChange(
      isEmpty ? undefined : { kind: 'product', productId: next.productId.trim(), catalogId: next.catalogId.trim() },
    )
  }
  const invalid = problem === null ? undefined : true
  return (
    <SlotFrame
      label={label}
      keyOfSlot={slot.key}
      problem={problem}
      hint={<Trans>Como figuran en el administrador de ventas de Meta.</Trans>}
    >
      <span className="grid grid-cols-2 gap-2 max-[420px]:grid-cols-1">
        <Field
          label={t`Id del producto`}
          value={productId}
          aria-invalid={invalid}
          onChange={({ target }) => tell({ productId: target.value, catalogId })}
        />
        <Field
          label={t`Id del catálogo`}
          value={catalogId}
          aria-invalid={invalid}
          onChange={({ target }) => tell({ productId, catalogId: target.value })}
        />
      </span>
    </SlotFrame>
  )
}
