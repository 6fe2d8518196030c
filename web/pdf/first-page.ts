import type { PDFDocumentProxy } from 'pdfjs-dist'
import { beginPdf } from './open-pdf.ts'

export type FirstPage = { readonly picture: string; readonly pages: number }

/** Twice the card, for fine screens. */
const WIDTH = 600
const HEIGHT = 300
/** Till receipts are long; a page beyond this shows nothing in a card. */
const STEEPEST = 12
/** From when the code that reads is there; most take less than a second. */
const PATIENCE_MS = 8_000
/** About 30 kB each. */
const MOST_KEPT = 60

/** What was drawn or given up, by file, the longest unused first. */
const known = new Map<string, FirstPage | null>()
let turn: Promise<unknown> = Promise.resolve()

/** What is known already: null when there is nothing to show, undefined when nobody looked. */
export const firstPageKnown = (file: string): FirstPage | null | undefined => known.get(file)

/** The top of the first page, drawn one file after the other; null of what is broken, locked, odd or takes too long. */
export function firstPageOf(file: string, source: string | Blob, signal: AbortSignal): Promise<FirstPage | null> {
  const mine = turn.then(async () => {
    const before = known.get(file)
    if (before !== undefined || signal.aborted) return before ?? null
    try {
      return remember(file, await draw(source))
    } catch (cause) {
      // What could not be fetched may come the next time; what cannot be read never will.
      return isAway(cause) ? null : remember(file, null)
    }
  })
  turn = mine
  return mine
}

async function draw(source: string | Blob): Promise<FirstPage | null> {
  const end = new AbortController()
  try {
    const read = await beginPdf(end.signal)
    const tooLate = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null))
    const drawn = read(source).then(topOf)
    drawn.catch(() => {})
    return await Promise.race([drawn, tooLate])
  } finally {
    end.abort()
  }
}

async function topOf(pdf: PDFDocumentProxy): Promise<FirstPage | null> {
  const page = await pdf.getPage(1)
  const { width, height } = page.getViewport({ scale: 1 })
  const slope = height / width
  if (!(slope < STEEPEST && slope > 1 / STEEPEST)) return null
  const scale = WIDTH / width
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = Math.min(HEIGHT, Math.ceil(height * scale))
  await page.render({ canvas, viewport: page.getViewport({ scale }) }).promise
  return { picture: canvas.toDataURL('image/webp', 0.85), pages: pdf.numPages }
}

function remember(file: string, page: FirstPage | null): FirstPage | null {
  known.set(file, page)
  const [oldest] = known.keys()
  if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest)
  return page
}

const isAway = (cause: unknown): boolean =>
  cause instanceof Error && (cause.name === 'ResponseException' || cause instanceof TypeError)
