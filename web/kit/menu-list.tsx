import { Check } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu as RacMenu, MenuItem as RacMenuItem, MenuSection } from 'react-aria-components/Menu'
import { Popover, type PopoverProps } from 'react-aria-components/Popover'
import { cx } from './cx.ts'
import { Keys } from './keys.tsx'
import { type GroupProps, type ItemProps, MenuParts } from './menu-parts.ts'

type Props = {
  readonly label: string
  readonly anchor: RefObject<HTMLButtonElement | null>
  readonly placement: NonNullable<PopoverProps['placement']>
  /** Which item has the focus at first. */
  readonly at: 'first' | 'last'
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What the button of a menu opens. */
export default function MenuList({ label, anchor, placement, at, onClose, children }: Props) {
  return (
    <Popover
      isOpen
      onOpenChange={(open) => !open && onClose()}
      triggerRef={anchor}
      trigger="MenuTrigger"
      placement={placement}
      offset={6}
      className="min-w-52 rounded-lg border border-border bg-raised p-1 shadow-2 appear"
    >
      <MenuParts value={PARTS}>
        <RacMenu
          aria-label={label}
          autoFocus={at}
          onClose={onClose}
          className="max-h-[70vh] overflow-auto outline-none"
        >
          {children}
        </RacMenu>
      </MenuParts>
    </Popover>
  )
}

const Item = ({ onAction, icon, keys, checked, text, children }: ItemProps) => (
  <RacMenuItem
    onAction={onAction}
    textValue={text}
    className={({ isFocused }) =>
      cx(
        'flex h-8 items-center gap-2.5 rounded-md px-2 text-sm text-text outline-none select-none',
        isFocused && 'bg-hover',
      )
    }
  >
    {icon && <span className="flex w-4 justify-center text-text-2">{icon}</span>}
    <span className="flex-1 truncate">{children ?? text}</span>
    {keys && <Keys of={keys} />}
    {checked && <Check size={14} className="text-accent" aria-hidden />}
  </RacMenuItem>
)

const Group = ({ title, children }: GroupProps) => (
  <MenuSection className="border-t border-border pt-1 first:border-0 first:pt-0 not-last:pb-1">
    <Header className="px-2 pt-1 pb-0.5 text-2xs font-semibold text-text-3">{title}</Header>
    {children}
  </MenuSection>
)

const PARTS = { Item, Group }
