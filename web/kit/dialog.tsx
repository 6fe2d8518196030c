import type { ReactNode } from 'react'
import { Dialog as RacDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import type { ProblemView } from '#contract/views.ts'
import { cx } from './cx.ts'

type Props = {
  readonly label: string
  readonly onClose: () => void
  readonly width?: 'sm' | 'md' | 'lg' | 'xl'
  /** At the top like a palette, or in the middle. */
  readonly top?: boolean
  readonly title?: boolean
  readonly children: ReactNode
}
const WIDTHS = { sm: 'max-w-105', md: 'max-w-140', lg: 'max-w-190', xl: 'max-w-250' }

export function Dialog({ label, onClose, width = 'md', top = false, title = true, children }: Props) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className={cx(
        'fixed inset-0 z-40 flex justify-center bg-scrim p-4 max-md:items-end max-md:p-0',
        top ? 'items-start pt-[12vh] max-md:pt-0' : 'items-center',
      )}
    >
      <Modal
        className={cx(
          'max-h-[88vh] w-full overflow-hidden rounded-xl border border-border bg-raised shadow-3 appear max-md:rounded-b-none',
          WIDTHS[width],
        )}
      >
        <RacDialog aria-label={label} className="flex max-h-[88vh] flex-col outline-none">
          {title && (
            <Heading slot="title" className="px-5 pt-4 pb-1 text-lg font-semibold text-text">
              {label}
            </Heading>
          )}
          {children}
        </RacDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** What can be done, the best of it last; on a telephone side by side and large enough for a thumb. */
export const DialogFooter = ({ children }: Pick<Props, 'children'>) => (
  <div className="flex justify-end gap-2 border-t border-border px-5 py-3 max-md:*:h-11 max-md:*:flex-1">
    {children}
  </div>
)

/** Why it was not done. */
export const DialogProblem = ({ problem }: { readonly problem: Pick<ProblemView, 'title' | 'detail'> | null }) =>
  problem && (
    <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-sm font-medium text-danger">
      {problem.detail || problem.title}
    </p>
  )
