import { type ComponentType, createContext, type ReactNode, type Ref } from 'react'
import type { ButtonProps } from 'react-aria-components/Button'

/** The button that opens something: it is given where it stands and what it does. */
export type Trigger = Omit<ButtonProps, 'className' | 'children'> & { readonly ref?: Ref<HTMLButtonElement> }

export type ItemProps = {
  readonly onAction: () => void
  readonly icon?: ReactNode
  readonly keys?: string
  readonly checked?: boolean
  readonly text: string
  readonly children?: ReactNode
}
export type GroupProps = { readonly title: string; readonly children: ReactNode }

/** What items look like comes with the list that holds them. */
export const MenuParts = createContext<{
  readonly Item: ComponentType<ItemProps>
  readonly Group: ComponentType<GroupProps>
} | null>(null)
