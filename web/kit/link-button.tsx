import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react'

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'className'> & {
  readonly children?: ReactNode
  readonly ref?: Ref<HTMLAnchorElement>
}

/** Looks like a button and leads to another page. */
export const LinkButton = createLink((props: Props) => (
  <a
    {...props}
    className="inline-flex h-8 items-center justify-center gap-1.5 rounded-md border border-border bg-surface px-3 text-sm font-medium whitespace-nowrap text-text transition-colors duration-90 hover:bg-hover max-md:h-11"
  />
))
