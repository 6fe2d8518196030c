import { Dialog as RacDialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import type { SheetProps } from './dialog-props.ts'

/** The frame of `Sheet`. */
export default function SheetFrame({ label, onClose, children }: SheetProps) {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-0 z-40 flex justify-end bg-scrim"
    >
      <Modal className="h-full w-[min(376px,94vw)] border-l border-border bg-surface shadow-3 appear">
        <RacDialog aria-label={label} className="h-full outline-none">
          {children}
        </RacDialog>
      </Modal>
    </ModalOverlay>
  )
}
