import type { PDFDocumentProxy } from 'pdfjs-dist'
import rendererUrl from 'pdfjs-dist/build/pdf.renderer.min.mjs?url'
// oxlint-disable-next-line import/default -- what Vite gives is the file’s address
import parserUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { MOST_PIXELS } from '#core/message/media.ts'

/** Fonts, character maps and decoders of pdf.js, laid there by `vite.config.ts`. */
const PARTS = '/pdf/'

export type ReadPdf = (source: string | Blob) => Promise<PDFDocumentProxy>

/**
 * Begins two workers for one PDF, one that parses and one that draws: whatever it does to them, the desk goes on, and the
 * signal ends both at once. Only the parts that are shown are fetched; nothing of it is run.
 */
export async function beginPdf(signal: AbortSignal): Promise<ReadPdf> {
  const { getDocument, GlobalWorkerOptions, PDFWorker, VerbosityLevel } = await import('pdfjs-dist')
  signal.throwIfAborted()
  const [parser, renderer] = [new Worker(parserUrl, { type: 'module' }), new Worker(rendererUrl, { type: 'module' })]
  signal.addEventListener('abort', () => {
    parser.terminate()
    renderer.terminate()
  })
  await isReady(parser)
  return async (source) => {
    const from = typeof source === 'string' ? { url: source } : { data: await source.arrayBuffer() }
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
    signal.addEventListener('abort', () => void task.destroy().catch(() => {}))
    return task.promise
  }
}

/** The first that pdf.js's parser says is that it is there. */
const isReady = (parser: Worker): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.addEventListener('message', () => resolve(), { once: true })
    parser.addEventListener('error', () => reject(new TypeError('The code that reads PDFs could not be fetched')))
  })
