import type { ReactNode } from 'react'

export type DialogProps = {
  readonly label: string
  readonly onClose: () => void
  readonly width?: 'sm' | 'md' | 'lg' | 'xl'
  /** At the top like a palette, or in the middle. */
  readonly top?: boolean
  readonly title?: boolean
  readonly children: ReactNode
}

export type SheetProps = Pick<DialogProps, 'label' | 'onClose' | 'children'>
