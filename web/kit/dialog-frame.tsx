import { Dialog as RacDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { cx } from './cx.ts'
import type { DialogProps } from './dialog-props.ts'

const WIDTHS = { sm: 'max-w-105', md: 'max-w-140', lg: 'max-w-190', xl: 'max-w-250' }

/** A dialog over the page, and what it does with focus, Escape and the pages behind. */
export default function DialogFrame({
  label,
  onClose,
  width = 'md',
  top = false,
  title = true,
  children,
}: DialogProps) {
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
