import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, Trash2 } from 'lucide-react'
import type { SlotValue } from '#core/template/template.ts'
import { PRODUCTS_MAX, SECTION_TITLE_LENGTH, SECTIONS_MAX } from '#core/template/fill-slots.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { Field, inputLook } from '../../kit/field.tsx'
import { SlotFrame } from './slot-frame.tsx'
import type { SlotProps } from './slot.ts'

type Products = Omit<Extract<SlotValue, { kind: 'products' }>, 'kind'>
const EMPTY: Products = { thumbnail: '', sections: [{ title: '', productIds: [] }] }

/** The products of a list, in sections, by the ids they have in the catalogue. */
export function ProductsSlot({ slot, label, value, problem, onChange }: SlotProps<'products'>) {
  const { t } = useLingui()
  const products = value ?? EMPTY
  const { thumbnail, sections } = products
  const invalid = problem === null ? undefined : true
  const tell = (next: Partial<Products>) => onChange({ kind: 'products', ...products, ...next })
  const change = (at: number, next: Partial<Products['sections'][number]>) =>
    tell({ sections: sections.map((section, index) => (index === at ? { ...section, ...next } : section)) })
  return (
    <SlotFrame
      label={label}
      keyOfSlot={slot.key}
      problem={problem}
      hint={
        <Trans>
          Hasta {PRODUCTS_MAX} productos en {SECTIONS_MAX} secciones.
        </Trans>
      }
    >
      <Field
        label={t`Id del producto de la imagen`}
        value={thumbnail}
        aria-invalid={invalid}
        onChange={({ target }) => tell({ thumbnail: target.value.trim() })}
      />
      {sections.map(({ title, productIds }, index) => (
        <span
          key={`${index} of ${sections.length}`}
          className="flex flex-col gap-1.5 rounded-sm border border-border p-2"
        >
          <span className="flex items-end gap-1.5">
            <Field
              className="min-w-0 flex-1"
              label={t`Sección ${index + 1}`}
              value={title}
              maxLength={SECTION_TITLE_LENGTH}
              aria-invalid={invalid}
              onChange={({ target }) => change(index, { title: target.value })}
            />
            <IconButton
              label={t`Quitar la sección`}
              isDisabled={sections.length === 1}
              onPress={() => tell({ sections: sections.filter((_, at) => at !== index) })}
            >
              <Trash2 size={15} aria-hidden />
            </IconButton>
          </span>
          <textarea
            rows={2}
            aria-label={t`Ids de los productos de la sección ${index + 1}`}
            aria-invalid={invalid}
            placeholder={t`Un id de producto por línea`}
            defaultValue={productIds.join('\n')}
            onChange={({ target }) => change(index, { productIds: target.value.split(/[\s,;]+/).filter(Boolean) })}
            className={`${inputLook} py-1.5 font-mono text-xs!`}
          />
        </span>
      ))}
      <Button
        size="sm"
        className="w-fit"
        isDisabled={sections.length >= SECTIONS_MAX}
        onPress={() => tell({ sections: [...sections, { title: '', productIds: [] }] })}
      >
        <Plus size={13} aria-hidden /> <Trans>Añadir sección</Trans>
      </Button>
    </SlotFrame>
  )
}
