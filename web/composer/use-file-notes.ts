import { useLingui } from '@lingui/react/macro'
import type { FileNote } from './file-plan.ts'

/** What was done to a file so that WhatsApp takes it, or why it goes as a document, and what would help. */
export function useFileNotes(): Readonly<Record<FileNote, string>> {
  const { t } = useLingui()
  return {
    'is-sticker': t`Va como sticker`,
    'made-smaller': t`Reducida para que WhatsApp la acepte`,
    'made-jpeg': t`Convertida a JPEG`,
    'made-ogg': t`Convertido a audio de WhatsApp`,
    'picture-not-read': t`Va como documento: este navegador no puede leer la imagen. Para que se vea, guárdela como JPEG o PNG.`,
    'picture-moves': t`Va como documento: WhatsApp no mueve los GIF que envía una empresa. Para que se mueva, envíe un video MP4.`,
    'picture-too-large': t`Va como documento: tiene demasiados píxeles. Para que se vea, redúzcala.`,
    'sound-not-read': t`Va como documento: este navegador no puede convertir el audio. Para que suene, guárdelo como MP3.`,
    'film-not-taken': t`Va como documento: WhatsApp solo reproduce videos MP4 (H.264).`,
    'film-too-large': t`Va como documento: un video puede pesar hasta 16 MB.`,
  }
}
