import { readFileSync } from 'node:fs'
import { pdfPage } from './pdf.ts'

export type Sample = { readonly bytes: Buffer; readonly mime: string; readonly filename: string }

/** The files beside this one were drawn and synthesised for this project; nobody is in them and nobody owns them. */
const file = (name: string): Buffer => readFileSync(new URL(name, import.meta.url))

const makers: Readonly<Record<string, () => Sample>> = {
  image: () => ({ bytes: file('photo.jpg'), mime: 'image/jpeg', filename: 'IMG-20261122-WA0001.jpg' }),
  video: () => ({ bytes: file('clip.mp4'), mime: 'video/mp4', filename: 'VID-20261122-WA0002.mp4' }),
  voice: () => ({ bytes: file('voice.ogg'), mime: 'audio/ogg', filename: 'PTT-20261122-WA0003.ogg' }),
  audio: () => ({ bytes: file('voice.ogg'), mime: 'audio/ogg', filename: 'AUD-20261122-WA0004.ogg' }),
  sticker: () => ({ bytes: file('sticker.webp'), mime: 'image/webp', filename: 'STK-20261122-WA0005.webp' }),
  'moving-sticker': () => ({
    bytes: file('moving-sticker.webp'),
    mime: 'image/webp',
    filename: 'STK-20261122-WA0006.webp',
  }),
  document: () => ({ bytes: pdfPage(payslip), mime: 'application/pdf', filename: 'comprobante.pdf' }),
}

const payslip = [
  'Comprobante de ingresos',
  'Nombre: Luc\u00eda Paredes',
  'Periodo: octubre de 2026',
  'Ingreso neto: $ 24,800.00 MXN',
]

const made = new Map<string, Sample>()

/** A small valid file for a kind of media message; `undefined` for a kind that has no media. */
export function sampleOf(kind: string): Sample | undefined {
  const known = made.get(kind)
  if (known !== undefined) return known
  const sample = Object.hasOwn(makers, kind) ? makers[kind]?.() : undefined
  if (sample !== undefined) made.set(kind, sample)
  return sample
}
