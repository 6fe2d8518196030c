import { oggSilence } from './ogg.ts'
import { pdfPage } from './pdf.ts'
import { pngScene } from './png.ts'
import { webpFace } from './webp.ts'

export type Sample = { readonly bytes: Buffer; readonly mime: string; readonly filename: string }

const VOICE_SECONDS = 4

const makers: Readonly<Record<string, () => Sample>> = {
  image: () => ({ bytes: pngScene(), mime: 'image/png', filename: 'IMG-20261122-WA0001.png' }),
  sticker: () => ({ bytes: webpFace(), mime: 'image/webp', filename: 'sticker.webp' }),
  voice: () => ({ bytes: oggSilence(VOICE_SECONDS), mime: 'audio/ogg', filename: 'PTT-20261122-WA0002.ogg' }),
  audio: () => ({ bytes: oggSilence(VOICE_SECONDS), mime: 'audio/ogg', filename: 'AUD-20261122-WA0003.ogg' }),
  document: () => ({ bytes: pdfPage(receipt), mime: 'application/pdf', filename: 'comprobante.pdf' }),
}

const receipt = [
  'Comprobante de ingresos',
  'Nombre: Lucia Paredes',
  'Periodo: octubre de 2026',
  'Ingreso neto: $ 24,800.00 MXN',
]

const made = new Map<string, Sample>()

/** A small valid file for a kind of media message; made once. An image for a kind nobody knows. */
export function sampleOf(kind: string): Sample {
  const known = made.get(kind)
  if (known !== undefined) return known
  const sample = (
    makers[kind] ??
    makers['image'] ??
    (() => ({ bytes: pdfPage(receipt), mime: 'application/pdf', filename: 'x.pdf' }))
  )()
  made.set(kind, sample)
  return sample
}
