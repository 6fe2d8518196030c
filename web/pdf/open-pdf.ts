import type { PDFDocumentProxy } from 'pdfjs-dist'
import rendererUrl from 'pdfjs-dist/build/pdf.renderer.min.mjs?url'
// oxlint-disable-next-line import/default -- what Vite gives is the file’s address
import parserUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { MOST_PIXELS } from '#core/message/media.ts'

/** Fonts, character maps and decoders of pdf.js, laid there by `vite.config.ts`. */
const PARTS = '/pdf/'

/**
 * Reads a PDF in two workers of its own, one that parses and one that draws: whatever it does to them, the desk goes on, and
 * the signal ends both at once. Only the parts that are shown are fetched; nothing of it is run.
 */
export async function openPdf(source: string | Blob, signal: AbortSignal): Promise<PDFDocumentProxy> {
  const { getDocument, GlobalWorkerOptions, PDFWorker, VerbosityLevel } = await import('pdfjs-dist')
  const from = typeof source === 'string' ? { url: source } : { data: await source.arrayBuffer() }
  signal.throwIfAborted()
  const workers = [parserUrl, rendererUrl].map((url) => new Worker(url, { type: 'module' }))
  const [parser, renderer] = workers as [Worker, Worker]
  GlobalWorkerOptions.rendererPorts = [renderer]
  const task = getDocument({
    ...from,
    worker: PDFWorker.create({ port: parser, verbosity: VerbosityLevel.ERRORS }),
    verbosity: VerbosityLevel.ERRORS,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
    maxImageSize: MOST_PIXELS,
    canvasMaxAreaInBytes: MOST_PIXELS * 4,
    cMapUrl: `${PARTS}cmaps/`,
    standardFontDataUrl: `${PARTS}standard_fonts/`,
    // The page’s policy lets no WebAssembly be made; the same decoders come as scripts.
    wasmUrl: `${PARTS}wasm/`,
    useWasm: false,
  })
  signal.addEventListener('abort', () => {
    task.destroy().catch(() => {})
    for (const worker of workers) worker.terminate()
  })
  return task.promise
}
