import { Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, IconButton } from '../../kit/button.tsx'
import { cx } from '../../kit/cx.ts'

type Props = {
  /** False: the only group of its form, which names it already. */
  readonly title: string | false
  readonly children: ReactNode
  readonly aside?: ReactNode
}

/** Fields that belong together. */
export const Group = ({ title, aside, children }: Props) => (
  <fieldset className={cx('flex min-w-0 flex-col gap-2.5', title !== false && 'border-t border-border pt-3')}>
    {title !== false && (
      <legend className="float-left flex w-full items-center justify-between gap-2 pb-2 text-sm font-semibold text-text">
        {title}
        {aside && <span className="text-xs font-normal text-text-3 tabular">{aside}</span>}
      </legend>
    )}
    {children}
  </fieldset>
)

type MoreProps = { readonly onPress: () => void; readonly isFull?: boolean; readonly children: ReactNode }

/** Whoever adds something goes on writing in it. */
export const More = ({ onPress, isFull = false, children }: MoreProps) => (
  <Button
    look="quiet"
    size="sm"
    className="self-start max-md:h-11!"
    isDisabled={isFull}
    onPress={({ target }) => {
      const known = fieldsAround(target)
      onPress()
      requestAnimationFrame(() =>
        fieldsAround(target)
          .find((field) => !known.includes(field))
          ?.focus(),
      )
    }}
  >
    <Plus size={14} aria-hidden /> {children}
  </Button>
)

type RemoveProps = { readonly label: string; readonly onPress: () => void; readonly isDisabled?: boolean }

/** Whoever takes something away is in the field before it, not nowhere. */
export const Remove = ({ label, onPress, isDisabled = false }: RemoveProps) => (
  <IconButton
    label={label}
    className="mt-5.5 max-md:size-11!"
    isDisabled={isDisabled}
    onPress={({ target }) => {
      const above = fieldsAround(target).filter(
        (field) => field.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING,
      )
      const [first] = fieldsAround(target)
      onPress()
      requestAnimationFrame(() => (above.findLast(({ isConnected }) => isConnected) ?? first)?.focus())
    }}
  >
    <Trash2 size={15} aria-hidden />
  </IconButton>
)

const fieldsAround = (target: Element): readonly HTMLElement[] => [
  ...(target.closest('form')?.querySelectorAll<HTMLElement>('input:not([type=file]), textarea, select') ?? []),
]

/** A list with one of its members changed, or without it when there is nothing to put there. */
export const withAt = <Item,>(items: readonly Item[], at: number, item: Item | null): readonly Item[] =>
  items.flatMap((old, index) => (index === at ? (item === null ? [] : [item]) : [old]))
