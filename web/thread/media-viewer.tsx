import { useLingui } from '@lingui/react/macro'
import { ChevronLeft, ChevronRight, Download, X, ZoomIn, ZoomOut } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import type { Message } from '#core/message/message.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { dateAndTime } from '../i18n/time-words.ts'
import { PdfViewer } from '../pdf/pdf-viewer.tsx'
import { documentIn } from './document-in.ts'
import { isDrawable, sourceOf } from './picture.tsx'
import { ViewerTool } from './viewer-tool.tsx'

type Props = { readonly messages: readonly Message[]; readonly start: string; readonly onClose: () => void }
const ZOOMS = [1, 1.75, 3]

/** What was opened in the thread: a document by itself, or its pictures and films, one at a time. */
export default function MediaViewer(props: Props) {
  const opened = props.messages.find(({ messageId }) => messageId === props.start)
  const document = opened && documentIn(opened)
  return document ? <PdfViewer document={document} onClose={props.onClose} /> : <Pictures {...props} />
}

/** Arrows, zoom, download. */
function Pictures({ messages, start, onClose }: Props) {
  const { t } = useLingui()
  const shown = messages.flatMap((message) => {
    const { content } = message
    if ((content.kind !== 'image' && content.kind !== 'video') || message.revokedAt !== null) return []
    if (content.kind === 'image' && !isDrawable(content.media)) return []
    const source = sourceOf(message, content.media)
    return source ? [{ message, content, source }] : []
  })
  const [at, setAt] = useState(() => shown.findIndex(({ message }) => message.messageId === start))
  const [zoom, setZoom] = useState(0)
  const [shift, setShift] = useState({ x: 0, y: 0 })
  const drag = useRef<{ x: number; y: number } | null>(null)
  const current = shown[at]
  if (!current) return null

  const go = (step: number) => {
    setAt(Math.min(shown.length - 1, Math.max(0, at + step)))
    setZoom(0)
    setShift({ x: 0, y: 0 })
  }
  const scale = ZOOMS[zoom] ?? 1
  const nextZoom = (to: number) => {
    setZoom(Math.min(ZOOMS.length - 1, Math.max(0, to)))
    if (to <= 0) setShift({ x: 0, y: 0 })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') go(-1)
    if (event.key === 'ArrowRight') go(1)
    if (event.key === '+' || event.key === '=') nextZoom(zoom + 1)
    if (event.key === '-') nextZoom(zoom - 1)
  }
  const onPointerMove = (event: PointerEvent) => {
    if (!drag.current || zoom === 0) return
    setShift({ x: event.clientX - drag.current.x, y: event.clientY - drag.current.y })
  }
  const { content, message, source } = current
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-0 z-50 bg-black/90 appear"
    >
      <Modal className="size-full">
        <Dialog aria-label={t`Visor de fotos y videos`} className="flex size-full flex-col text-white outline-none">
          <div className="flex size-full flex-col" onKeyDown={onKeyDown}>
            <header className="flex h-14 shrink-0 items-center gap-1 px-3">
              <span className="min-w-0 flex-1 truncate pl-2 text-sm text-white/80 tabular">
                {dateAndTime(message.at, formatLocale())}
                {shown.length > 1 && ` · ${at + 1}/${shown.length}`}
              </span>
              {content.kind === 'image' && (
                <>
                  <ViewerTool label={t`Alejar`} onClick={() => nextZoom(zoom - 1)}>
                    <ZoomOut size={19} aria-hidden />
                  </ViewerTool>
                  <ViewerTool label={t`Acercar`} onClick={() => nextZoom(zoom + 1)}>
                    <ZoomIn size={19} aria-hidden />
                  </ViewerTool>
                </>
              )}
              <a
                href={source}
                download={content.media.filename ?? ''}
                aria-label={t`Descargar`}
                className="flex size-9 items-center justify-center rounded-md hover:bg-white/12"
              >
                <Download size={19} aria-hidden />
              </a>
              <ViewerTool label={t`Cerrar`} onClick={onClose} focus>
                <X size={20} aria-hidden />
              </ViewerTool>
            </header>
            <div className="relative flex min-h-0 flex-1 items-center justify-center overflow-hidden px-14 pb-4 max-md:px-2">
              {content.kind === 'image' ? (
                <img
                  src={source}
                  alt={content.caption ?? t`Foto`}
                  draggable={false}
                  onClick={() => zoom === 0 && nextZoom(1)}
                  onPointerDown={(event) => {
                    drag.current = { x: event.clientX - shift.x, y: event.clientY - shift.y }
                  }}
                  onPointerMove={onPointerMove}
                  onPointerUp={() => (drag.current = null)}
                  onPointerLeave={() => (drag.current = null)}
                  className={
                    zoom === 0
                      ? 'max-h-full max-w-full cursor-zoom-in object-contain'
                      : 'max-h-full max-w-full cursor-grab object-contain'
                  }
                  style={{ transform: `translate(${shift.x}px, ${shift.y}px) scale(${scale})` }}
                />
              ) : (
                <video src={source} controls autoPlay className="max-h-full max-w-full" />
              )}
              {at > 0 && (
                <ViewerTool label={t`Anterior`} onClick={() => go(-1)} className="absolute top-1/2 left-3">
                  <ChevronLeft size={24} aria-hidden />
                </ViewerTool>
              )}
              {at < shown.length - 1 && (
                <ViewerTool label={t`Siguiente`} onClick={() => go(1)} className="absolute top-1/2 right-3">
                  <ChevronRight size={24} aria-hidden />
                </ViewerTool>
              )}
            </div>
            {content.caption && (
              <p className="mx-auto max-w-160 px-6 pb-5 text-center text-sm text-white/90">{content.caption}</p>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
