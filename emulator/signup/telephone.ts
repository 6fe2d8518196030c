import type { World } from '../world/world.ts'

/** An SMS, or what a voice says on a call, at the telephone line behind a business number. */
export type Ring = {
  readonly kind: 'sms' | 'call'
  readonly at: number
  /** In the language the code was asked for in. */
  readonly language: string
  readonly text: string
  readonly code: string
}

type Telephone = { readonly digits: string; readonly rings: readonly Ring[] }
/** As many as a screen shows. */
const RINGS_KEPT = 20

const tableOf = (world: World) => world.store.table<Telephone>('telephones')

/** What has come to a telephone line, newest first. */
export const ringsAt = (world: World, digits: string): readonly Ring[] => tableOf(world).get(digits)?.rings ?? []

/** Brings a code to a telephone line; the store keeps the last ones. */
export function ring(world: World, digits: string, kind: Ring['kind'], language: string, code: string): void {
  const text = wordsFor(kind, language, code)
  const rings = [{ kind, at: world.clock.now(), language, text, code }, ...ringsAt(world, digits)].slice(0, RINGS_KEPT)
  tableOf(world).put(digits, { digits, rings })
  world.changes.tell({ kind: 'meta' })
}

function wordsFor(kind: Ring['kind'], language: string, code: string): string {
  const shown = kind === 'sms' ? `${code.slice(0, 3)}-${code.slice(3)}` : [...code].join(' ')
  const spoken = kind === 'call' ? '. ' : ''
  if (language.startsWith('pt')) {
    return kind === 'sms'
      ? `Seu código do WhatsApp é ${shown}. Não o compartilhe.`
      : `Seu código de verificação é: ${shown}${spoken}Repetindo: ${shown}.`
  }
  if (language.startsWith('en')) {
    return kind === 'sms'
      ? `Your WhatsApp code is ${shown}. Don't share it.`
      : `Your verification code is: ${shown}${spoken}Once again: ${shown}.`
  }
  return kind === 'sms'
    ? `Tu código de WhatsApp es ${shown}. No lo compartas.`
    : `Su código de verificación es: ${shown}${spoken}Repito: ${shown}.`
}
