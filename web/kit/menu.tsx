import type { ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu as RacMenu, MenuItem as RacMenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover, type PopoverProps } from 'react-aria-components/Popover'
import { Check } from 'lucide-react'
import { cx } from './cx.ts'
import { Keys } from './keys.tsx'

type Props = {
  readonly label: string
  readonly trigger: ReactNode
  readonly placement?: PopoverProps['placement']
  readonly children: ReactNode
}

export function Menu({ label, trigger, placement = 'bottom end', children }: Props) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover
        placement={placement}
        offset={6}
        className="min-w-52 rounded-lg border border-border bg-raised p-1 shadow-2 appear"
      >
        <RacMenu aria-label={label} className="max-h-[70vh] overflow-auto outline-none">
          {children}
        </RacMenu>
      </Popover>
    </MenuTrigger>
  )
}

type ItemProps = {
  readonly onAction: () => void
  readonly icon?: ReactNode
  readonly keys?: string
  readonly checked?: boolean
  readonly text: string
  readonly children?: ReactNode
}

export function MenuItem({ onAction, icon, keys, checked, text, children }: ItemProps) {
  return (
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
}

export function MenuGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <MenuSection className="border-t border-border pt-1 first:border-0 first:pt-0 not-last:pb-1">
      <Header className="px-2 pt-1 pb-0.5 text-2xs font-semibold text-text-3">{title}</Header>
      {children}
    </MenuSection>
  )
}
