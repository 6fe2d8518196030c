import { cloneElement, type ReactElement, type ReactNode, useRef } from 'react'
import type { PopoverProps } from 'react-aria-components/Popover'
import { later } from './later.tsx'
import type { Trigger } from './menu-parts.ts'

type Props = {
  readonly label: string
  /** A button. */
  readonly trigger: ReactElement<Trigger>
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly placement: NonNullable<PopoverProps['placement']>
  readonly offset: number
  readonly className: string
  /** Of what is inside. */
  readonly inside?: string
  readonly children: ReactNode
}

const load = () => import('./popup-frame.tsx')
const fetchAhead = () => void load().catch(() => undefined)
const PopupFrame = later(load)

/** A small dialog beside the button that opens it. */
export function Popup({ trigger, isOpen, onOpenChange, ...frame }: Props) {
  const anchor = useRef<HTMLButtonElement>(null)
  return (
    <>
      {cloneElement(trigger, {
        ref: anchor,
        'aria-haspopup': 'dialog',
        'aria-expanded': isOpen,
        onHoverStart: fetchAhead,
        onFocus: fetchAhead,
        onPress: () => onOpenChange(true),
      })}
      {isOpen && <PopupFrame {...frame} anchor={anchor} onClose={() => onOpenChange(false)} />}
    </>
  )
}
