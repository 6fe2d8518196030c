import { useLingui } from '@lingui/react/macro'
import { Download, X, ZoomIn, ZoomOut } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { ViewerTool } from './viewer-tool.tsx'

type Props = {
  readonly label: string
  /** At the left of the bar. */
  readonly heading: ReactNode
  /** Steps of zoom, by the tools and by + and −. Null: what is shown has one size. */
  readonly zoom: { readonly to: (step: number) => void; readonly at: number } | null
  /** Between zoom and download. */
  readonly tools?: ReactNode
  readonly file: { readonly url: string; readonly name: string | null }
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onClose: () => void
  readonly children: ReactNode
}

export const VIEWER_LINK = 'flex size-9 items-center justify-center rounded-md hover:bg-white/12'

/** What fills the window to look at something closely: dark ground, a bar with the tools, Escape to leave. */
export function Viewer({ label, heading, zoom, tools, file, onKeyDown, onClose, children }: Props) {
  const { t } = useLingui()
  const onKey = (event: KeyboardEvent) => {
    if (zoom && (event.key === '+' || event.key === '=')) zoom.to(zoom.at + 1)
    if (zoom && event.key === '-') zoom.to(zoom.at - 1)
    onKeyDown(event)
  }
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-0 z-50 bg-black/90 appear"
    >
      <Modal className="size-full">
        <Dialog aria-label={label} className="flex size-full flex-col text-white outline-none">
          <div className="flex size-full flex-col" onKeyDown={onKey}>
            <header className="flex h-14 shrink-0 items-center gap-1 px-3">
              <span className="min-w-0 flex-1 pl-2 text-sm">{heading}</span>
              {zoom && (
                <>
                  <ViewerTool label={t`Alejar`} onClick={() => zoom.to(zoom.at - 1)}>
                    <ZoomOut size={19} aria-hidden />
                  </ViewerTool>
                  <ViewerTool label={t`Acercar`} onClick={() => zoom.to(zoom.at + 1)}>
                    <ZoomIn size={19} aria-hidden />
                  </ViewerTool>
                </>
              )}
              {tools}
              <a href={file.url} download={file.name ?? ''} aria-label={t`Descargar`} className={VIEWER_LINK}>
                <Download size={19} aria-hidden />
              </a>
              <ViewerTool label={t`Cerrar`} onClick={onClose} focus>
                <X size={20} aria-hidden />
              </ViewerTool>
            </header>
            {children}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
