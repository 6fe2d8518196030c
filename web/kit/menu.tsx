import { cloneElement, type ReactElement, type ReactNode, useContext, useRef, useState } from 'react'
import type { PopoverProps } from 'react-aria-components/Popover'
import { later } from './later.tsx'
import { type GroupProps, type ItemProps, MenuParts, type Trigger } from './menu-parts.ts'

type Props = {
  readonly label: string
  /** A button. */
  readonly trigger: ReactElement<Trigger>
  readonly placement?: NonNullable<PopoverProps['placement']>
  readonly children: ReactNode
}

const load = () => import('./menu-list.tsx')
/** Under way when the pointer or the focus comes to the button, so that it is here when it is pressed. */
const fetchAhead = () => void load().catch(() => undefined)
const MenuList = later(load)

export function Menu({ label, trigger, placement = 'bottom end', children }: Props) {
  const anchor = useRef<HTMLButtonElement>(null)
  const [at, setAt] = useState<'first' | 'last' | null>(null)
  return (
    <>
      {cloneElement(trigger, {
        ref: anchor,
        'aria-haspopup': 'menu',
        'aria-expanded': at !== null,
        onHoverStart: fetchAhead,
        onFocus: fetchAhead,
        onPress: () => setAt('first'),
        onKeyDown: ({ key }) => (key === 'ArrowDown' ? setAt('first') : key === 'ArrowUp' && setAt('last')),
      })}
      {at && (
        <MenuList {...{ label, anchor, placement, at }} onClose={() => setAt(null)}>
          {children}
        </MenuList>
      )}
    </>
  )
}

export function MenuItem(props: ItemProps) {
  const parts = useContext(MenuParts)
  return parts && <parts.Item {...props} />
}

export function MenuGroup(props: GroupProps) {
  const parts = useContext(MenuParts)
  return parts && <parts.Group {...props} />
}
