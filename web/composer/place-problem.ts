import { useLingui } from '@lingui/react/macro'
import type { Refusal } from '#core/refusal/refusal.ts'
import { languageOf } from '#base/language.ts'
import { wordsFor } from '#core/refusal/words.ts'
import type { Place } from './places.ts'

/** The refusal of a place, also of a part of it: `button.0` has `button.0.token`. */
export const refusalAt = (refusals: readonly Refusal[], key: string): Refusal | undefined =>
  refusals.find(({ field }) => field === key) ?? refusals.find(({ field }) => isPartOf(field ?? '', key))

const isPartOf = (field: string, key: string): boolean =>
  field.startsWith(`${key}.`) && /^(productId|catalogId|token|thumbnail)$/.test(field.slice(key.length + 1))

/** What is missing or wrong, in a few words that fit below the input. */
export function usePlaceProblem(): (place: Place, refusal: Refusal | undefined) => string | null {
  const { t, i18n } = useLingui()
  return (place, refusal) => {
    if (!refusal) return null
    const kind = place.kind === 'slot' ? place.slot.kind : 'text'
    const expected = refusal.expected ?? ''
    const most = /at most (\d+) characters/.exec(expected)?.[1]
    if (refusal.code === 'template-field-missing') {
      switch (kind) {
        case 'image':
          return t`Falta la imagen.`
        case 'video':
        case 'gif':
          return t`Falta el video.`
        case 'document':
          return t`Falta el documento.`
        case 'location':
          return t`Falta el lugar.`
        case 'expiry':
          return t`Falta cuándo termina la oferta.`
        case 'product':
        case 'products':
          return t`Faltan los productos.`
        default:
          return t`Falta este dato.`
      }
    }
    if (refusal.code !== 'template-field-invalid') return wordsFor(refusal.code, languageOf(i18n.locale))
    if (kind === 'form') return t`Con datos iniciales hace falta una referencia, sin espacios.`
    if (expected === 'a public https address') return t`Hace falta una dirección pública que empiece por https://`
    if (expected === 'an id') return t`Falta un id, o tiene espacios.`
    if (most) return t`Es demasiado largo: caben ${most} caracteres.`
    if (expected.includes('no address')) return t`Sin enlaces ni emojis.`
    if (expected.includes('no spaces')) return t`Sin espacios.`
    return wordsFor(refusal.code, languageOf(i18n.locale))
  }
}
