import { Trans, useLingui } from '@lingui/react/macro'
import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'

/** Sheets of paper, until a page says what it is. */
const USUAL_SLOPE = Math.SQRT2
/** Steeper or flatter pages are not drawn, and no page is drawn larger: 64 MB. */
const STEEPEST = 12
const MOST_PIXELS = 16_000_000

type Props = { readonly pdf: PDFDocumentProxy; readonly number: number; readonly width: number }

/** A page, drawn while it is in view. */
export function PdfPage({ pdf, number, width }: Props) {
  const { t } = useLingui()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [slope, setSlope] = useState(USUAL_SLOPE)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let gone = false
    let task: RenderTask | null = null
    const draw = async () => {
      const page = await pdf.getPage(number)
      const whole = page.getViewport({ scale: 1 })
      const steep = whole.height / whole.width
      if (!(steep < STEEPEST && steep > 1 / STEEPEST))
        throw new Error(`Page ${number} is ${steep} times as high as wide`)
      if (gone || !canvas.current) return
      setSlope(steep)
      const fine = Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / (width * width * steep)))
      const viewport = page.getViewport({ scale: (width * fine) / whole.width })
      canvas.current.width = Math.floor(viewport.width)
      canvas.current.height = Math.floor(viewport.height)
      task = page.render({ canvas: canvas.current, viewport })
      await task.promise
    }
    draw().catch(() => !gone && setFailed(true))
    return () => {
      gone = true
      task?.cancel()
    }
  }, [pdf, number, width])
  return (
    <div className="px-3 pb-3">
      <div className="relative mx-auto bg-white" style={{ width, height: Math.round(width * (failed ? 0.3 : slope)) }}>
        {failed ? (
          <p className="flex size-full items-center justify-center p-4 text-center text-sm text-black/70">
            <Trans>Esta página no se puede mostrar.</Trans>
          </p>
        ) : (
          <canvas ref={canvas} role="img" aria-label={t`Página ${number}`} className="size-full" />
        )}
      </div>
    </div>
  )
}
