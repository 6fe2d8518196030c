import { useLingui } from '@lingui/react/macro'
import type { Place } from '#core/template/lint/finding.ts'

/** What a place of the linter's is called on the screen. */
export function usePlaceName(): (place: Place) => string {
  const { t } = useLingui()
  const plain: Readonly<Record<Place, string>> = {
    name: t`Nombre`,
    language: t`Idioma`,
    category: t`Categoría`,
    template: t`Plantilla`,
    header: t`Encabezado`,
    body: t`Mensaje`,
    footer: t`Pie`,
    buttons: t`Botones`,
    limited_time_offer: t`Oferta`,
    carousel: t`Carrusel`,
  }
  const nameOf = (place: Place): string => {
    const card = /^carousel\.(\d+)(?:\.(.*))?$/.exec(place)
    if (card) {
      const number = Number(card[1]) + 1
      return card[2] ? t`Tarjeta ${number} · ${nameOf(card[2])}` : t`Tarjeta ${number}`
    }
    const button = /^buttons\.(\d+)/.exec(place)
    if (button) {
      const number = Number(button[1]) + 1
      return t`Botón ${number}`
    }
    return plain[place.replace(/#.*$/, '')] ?? t`Plantilla`
  }
  return nameOf
}
