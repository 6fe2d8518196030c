import { Trans, useLingui } from '@lingui/react/macro'
import { ExternalLink } from 'lucide-react'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { VList, type VListHandle } from 'virtua'
import { Viewer, VIEWER_LINK } from '../kit/viewer.tsx'
import type { OpenDocument } from '../thread/document-in.ts'
import { beginPdf } from './open-pdf.ts'
import { PdfPage } from './pdf-page.tsx'

const ZOOMS = [1, 1.5, 2.25]
const WIDEST = 860
/** A statement has five, a contract fifty; beyond this the file is for downloading. */
const MOST_PAGES = 2_000

type Props = { readonly document: OpenDocument; readonly onClose: () => void }

/** All pages of a PDF, one below the other; only those in view are drawn. */
export function PdfViewer({ document: { name, url, local }, onClose }: Props) {
  const { t } = useLingui()
  const pdf = usePdf(local ?? url)
  const list = useRef<VListHandle>(null)
  const [room, measured] = useWidth()
  const [zoom, setZoom] = useState(0)
  const [at, setAt] = useState(1)
  const pages = Math.min(pdf?.numPages ?? 0, MOST_PAGES)
  const width = Math.round(Math.min(room - 24, WIDEST) * (ZOOMS[zoom] ?? 1))
  const nextZoom = (to: number) => setZoom(Math.min(ZOOMS.length - 1, Math.max(0, to)))
  const onKeyDown = (event: KeyboardEvent) => {
    const handle = list.current
    const to = handle && scrollTarget(event.key, handle)
    if (to === null) return
    event.preventDefault() // the list does the same by itself, where it has the focus
    handle?.scrollTo(to)
  }
  const onScroll = (offset: number) => {
    const view = list.current?.viewportSize ?? 0
    setAt((list.current?.findItemIndex(offset + view / 2) ?? 0) + 1)
  }
  return (
    <Viewer
      label={name ?? t`Documento`}
      heading={
        <>
          <span className="block truncate font-medium">{name ?? t`Documento`}</span>
          {pages > 1 && (
            <span className="block text-xs text-white/75 tabular">
              <Trans>
                Página {at} de {pdf?.numPages ?? 0}
              </Trans>
            </span>
          )}
        </>
      }
      zoom={{ at: zoom, to: nextZoom }}
      tools={
        <a href={url} target="_blank" rel="noreferrer" aria-label={t`Abrir en otra pestaña`} className={VIEWER_LINK}>
          <ExternalLink size={19} aria-hidden />
        </a>
      }
      file={{ url, name }}
      onKeyDown={onKeyDown}
      onClose={onClose}
    >
      <div ref={measured} className="min-h-0 flex-1">
        {pdf === null ? (
          <p className="p-6 text-center text-sm text-white/85">
            <Trans>El documento no se puede mostrar aquí. Descárguelo para abrirlo.</Trans>
          </p>
        ) : (
          pdf &&
          room > 0 && (
            <VList ref={list} onScroll={onScroll} tabIndex={0} aria-label={t`Páginas`} className="outline-none">
              {Array.from({ length: pages }, (_, index) => (
                <PdfPage key={index} pdf={pdf} number={index + 1} width={width} />
              ))}
            </VList>
          )
        )}
      </div>
    </Viewer>
  )
}

/** Where a key of those that turn pages leads; null for every other key. */
function scrollTarget(key: string, { scrollOffset, scrollSize, viewportSize }: VListHandle): number | null {
  switch (key) {
    case 'ArrowDown':
      return scrollOffset + 60
    case 'ArrowUp':
      return scrollOffset - 60
    case 'PageDown':
      return scrollOffset + viewportSize * 0.9
    case 'PageUp':
      return scrollOffset - viewportSize * 0.9
    case 'Home':
      return 0
    case 'End':
      return scrollSize
    default:
      return null
  }
}

/** The width of an element, and the reference that measures it; 0 until it is there. */
function useWidth() {
  const [width, setWidth] = useState(0)
  const measured = useCallback((element: HTMLElement | null) => {
    if (!element) return
    const watch = new ResizeObserver(() => setWidth(element.clientWidth))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return [width, measured] as const
}

/** Undefined until it is open, null when it cannot be. */
function usePdf(source: string | Blob): PDFDocumentProxy | null | undefined {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>()
  useEffect(() => {
    const end = new AbortController()
    const opening = beginPdf(end.signal).then((read) => read(source))
    opening.then(
      (opened) => !end.signal.aborted && setPdf(opened),
      () => !end.signal.aborted && setPdf(null),
    )
    return () => end.abort()
  }, [source])
  return pdf
}
