import { useLingui } from '@lingui/react/macro'
import type { TemplateView } from '#contract/views.ts'
import { placeOf } from './field-place.ts'
import type { Place } from './places.ts'

/** What an input is called: where its value stands, its name if it has one, and the words around it. */
export function usePlaceName(template: TemplateView): (place: Place) => string {
  const { t } = useLingui()
  const buttonText = (card: number | null, index: number | null): string => {
    const { buttons } = (card !== null && template.cards[card]) || template
    const { kind, text } = buttons[index ?? 0] ?? { kind: '', text: '' }
    if (kind === 'COPY_CODE') return t`Código que se copia`
    return text || t`Botón`
  }
  const textName = (place: Place): string => {
    const text = place.kind === 'field' ? { ...place.field, card: null } : place.slot
    const name = text.name ?? ''
    if (template.category === 'AUTHENTICATION' && text.part === 'body') return t`Código de verificación`
    const words = [
      text.part === 'header' ? t`Título` : text.part === 'button' ? buttonText(text.card, text.buttonIndex) : null,
      /^\d+$/.test(name) ? null : name.replaceAll('_', ' '),
      text.part === 'offer' ? null : placeOf(template, { ...text, part: text.part, name }),
    ].filter(Boolean)
    return words.join(' · ') || t`Campo ${name}`
  }
  return (place) => {
    if (place.kind === 'field') return textName(place)
    const { kind, card, buttonIndex } = place.slot
    const button = buttonText(card, buttonIndex)
    switch (kind) {
      case 'text':
        return textName(place)
      case 'image':
        return t`Imagen`
      case 'video':
        return t`Video`
      case 'gif':
        return t`Animación`
      case 'document':
        return t`Documento`
      case 'location':
        return t`Lugar`
      case 'product':
        return t`Producto`
      case 'expiry':
        return t`La oferta termina`
      case 'form':
        return t`${button} · con qué se abre el formulario`
      case 'thumbnail':
        return t`${button} · id del producto de la imagen`
      case 'products':
        return t`${button} · productos`
    }
  }
}
