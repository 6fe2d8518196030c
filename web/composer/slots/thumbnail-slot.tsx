import { Trans } from '@lingui/react/macro'
import { inputLook } from '../../kit/field.tsx'
import { SlotFrame } from './slot-frame.tsx'
import type { SlotProps } from './slot.ts'

/** The product whose picture stands for the whole catalogue; Meta takes the first one otherwise. */
export function ThumbnailSlot({ slot, label, value, problem, onChange }: SlotProps<'thumbnail'>) {
  return (
    <SlotFrame
      label={label}
      keyOfSlot={slot.key}
      problem={problem}
      hint={<Trans>Opcional: sin él, Meta muestra el primer producto del catálogo.</Trans>}
    >
      <input
        aria-label={label}
        aria-invalid={problem === null ? undefined : true}
        value={value?.productId ?? ''}
        onChange={({ target }) => {
          const productId = target.value.trim()
          onChange(productId === '' ? undefined : { kind: 'thumbnail', productId })
        }}
        className={`${inputLook} h-9`}
      />
    </SlotFrame>
  )
}
