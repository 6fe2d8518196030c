import type { RefusalCode } from './refusal.ts'

/** What is said of files that cannot be sent, fetched or shown. In es, en, pt-BR. */
export const FILE_WORDS: Readonly<
  Record<Extract<RefusalCode, `media-${string}`>, readonly [es: string, en: string, ptBr: string]>
> = {
  'media-missing': ['No existe ese archivo.', 'There is no such file.', 'Esse arquivo não existe.'],
  'media-not-ready': [
    'El archivo todavía no ha llegado; inténtelo en unos segundos.',
    'The file has not arrived yet; try again in a few seconds.',
    'O arquivo ainda não chegou; tente de novo em alguns segundos.',
  ],
  'media-type-not-allowed': [
    'Este tipo de archivo no se puede enviar así.',
    'This type of file cannot be sent this way.',
    'Este tipo de arquivo não pode ser enviado assim.',
  ],
  'media-too-large': ['El archivo es demasiado grande.', 'The file is too large.', 'O arquivo é grande demais.'],
  'media-too-many-pixels': [
    'La imagen tiene demasiados píxeles; redúzcala o envíela como documento.',
    'The picture has too many pixels; make it smaller or send it as a document.',
    'A imagem tem pixels demais; reduza-a ou envie como documento.',
  ],
  'media-cut': [
    'El archivo llegó incompleto; vuelva a enviarlo.',
    'The file arrived incomplete; send it again.',
    'O arquivo chegou incompleto; envie-o de novo.',
  ],
  'media-address-refused': [
    'El archivo está en una dirección que no se abre por seguridad: no es pública o no es de quien debería.',
    'The file is at an address that is not opened, for safety: it is not public, or not of whom it should be.',
    'O arquivo está em um endereço que não é aberto por segurança: não é público ou não é de quem deveria.',
  ],
  'media-expired': [
    'WhatsApp ya no guarda este archivo; pida al contacto que lo envíe otra vez.',
    'WhatsApp no longer keeps this file; ask the contact to send it again.',
    'O WhatsApp não guarda mais este arquivo; peça ao contato que o envie novamente.',
  ],
  'media-unreachable': [
    'No se pudo traer el archivo de WhatsApp.',
    'The file could not be fetched from WhatsApp.',
    'Não foi possível buscar o arquivo no WhatsApp.',
  ],
  'media-link-unreachable': [
    'En esa dirección no se pudo leer ningún archivo.',
    'No file could be read at that address.',
    'Nenhum arquivo pôde ser lido nesse endereço.',
  ],
}
