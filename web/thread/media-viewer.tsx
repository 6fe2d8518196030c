import { useLingui } from '@lingui/react/macro'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { Message } from '#core/message/message.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { dateAndTime } from '../i18n/time-words.ts'
import { Viewer } from '../kit/viewer.tsx'
import { ViewerTool } from '../kit/viewer-tool.tsx'
import { PdfViewer } from '../pdf/pdf-viewer.tsx'
import { documentIn } from './document-in.ts'
import { isDrawable, sourceOf } from './picture.tsx'

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
  }
  const onPointerMove = (event: PointerEvent) => {
    if (!drag.current || zoom === 0) return
    setShift({ x: event.clientX - drag.current.x, y: event.clientY - drag.current.y })
  }
  const { content, message, source } = current
  return (
    <Viewer
      label={t`Visor de fotos y videos`}
      heading={
        <span className="block truncate text-white/80 tabular">
          {dateAndTime(message.at, formatLocale())}
          {shown.length > 1 && ` · ${at + 1}/${shown.length}`}
        </span>
      }
      zoom={content.kind === 'image' ? { at: zoom, to: nextZoom } : null}
      file={{ url: source, name: content.media.filename }}
      onKeyDown={onKeyDown}
      onClose={onClose}
    >
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
    </Viewer>
  )
}
