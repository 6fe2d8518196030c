import type { ReactNode, Ref } from 'react'
import { Button as RacButton, type ButtonProps } from 'react-aria-components/Button'
import { cx } from './cx.ts'
import { Tip } from './tip.tsx'

const LOOKS = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover font-semibold',
  plain: 'border border-border bg-surface text-text hover:bg-hover font-medium',
  quiet: 'text-text-2 hover:bg-hover hover:text-text font-medium',
  danger: 'bg-danger-soft text-danger hover:brightness-95 font-semibold',
}

type Props = Omit<ButtonProps, 'className' | 'children'> & {
  readonly look?: keyof typeof LOOKS
  readonly size?: 'sm' | 'md'
  readonly className?: string
  readonly children: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({ look = 'plain', size = 'md', className, children, ...rest }: Props) {
  return (
    <RacButton
      {...rest}
      className={cx(
        'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md whitespace-nowrap transition-colors duration-90 select-none disabled:opacity-50',
        size === 'md' ? 'h-8 px-3 text-sm' : 'h-7 px-2.5 text-xs',
        LOOKS[look],
        className,
      )}
    >
      {children}
    </RacButton>
  )
}

type IconProps = Omit<ButtonProps, 'className' | 'children' | 'aria-label'> & {
  readonly label: string
  readonly keys?: string
  readonly active?: boolean
  readonly side?: 'top' | 'bottom' | 'right'
  readonly className?: string
  readonly children: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

/** A square button with only a picture; its name is in the tip. */
export function IconButton({ label, keys, active = false, side = 'top', className, children, ...rest }: IconProps) {
  return (
    <Tip text={label} keys={keys} side={side}>
      <RacButton
        {...rest}
        aria-label={label}
        className={cx(
          'inline-flex size-8 shrink-0 items-center justify-center rounded-md transition-colors duration-90 disabled:opacity-40',
          active ? 'bg-selected text-accent' : 'text-text-2 hover:bg-hover hover:text-text',
          className,
        )}
      >
        {children}
      </RacButton>
    </Tip>
  )
}
