import type { ReactNode, RefObject } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover, type PopoverProps } from 'react-aria-components/Popover'

type Props = {
  readonly label: string
  readonly anchor: RefObject<HTMLButtonElement | null>
  readonly placement: NonNullable<PopoverProps['placement']>
  readonly offset: number
  readonly className: string
  readonly inside?: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What the button of a `Popup` opens. */
export default function PopupFrame({ label, anchor, placement, offset, className, inside, onClose, children }: Props) {
  return (
    <Popover
      isOpen
      onOpenChange={(open) => !open && onClose()}
      triggerRef={anchor}
      trigger="DialogTrigger"
      {...{ placement, offset, className }}
    >
      <Dialog aria-label={label} className={`outline-none ${inside ?? ''}`}>
        {children}
      </Dialog>
    </Popover>
  )
}
