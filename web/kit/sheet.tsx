import type { ReactNode } from 'react'
import { Dialog as RacDialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'

type Props = { readonly label: string; readonly onClose: () => void; readonly children: ReactNode }

/** A pane that slides over the right side where there is no room beside. */
export function Sheet({ label, onClose, children }: Props) {
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
