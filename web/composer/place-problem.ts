import { useLingui } from '@lingui/react/macro'
import type { Refusal } from '#core/refusal/refusal.ts'
import { languageOf } from '#base/language.ts'
import { wordsFor } from '#core/refusal/words.ts'
import { valueMisfitsOf } from '#core/template/value-misfit.ts'
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
    const [misfit] = valueMisfitsOf(refusal)
    switch (misfit?.kind) {
      case 'public-address':
        return t`Hace falta una dirección pública que empiece por https://`
      case 'id':
        return t`Falta un id, o tiene espacios.`
      case 'too-long': {
        const most = misfit.max
        return t`Es demasiado largo: caben ${most} caracteres.`
      }
      case 'address-or-emoji':
        return t`Sin enlaces ni emojis.`
      case 'spaces':
        return t`Sin espacios.`
      case 'line-breaks':
      case 'tabs':
      case 'spaces-in-a-row':
        return t`En una sola línea, sin tabuladores ni más de cuatro espacios seguidos.`
      case 'turned-direction':
      case 'control-characters':
        return t`Tiene un carácter invisible: bórrelo y escríbalo a mano.`
      default:
        return wordsFor(refusal.code, languageOf(i18n.locale))
    }
  }
}
