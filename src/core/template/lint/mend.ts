import type { Fix, Place } from './finding.ts'
import { fieldOf, type Json, listOf, objectOf, stringOf } from './json.ts'

/** The creation body with a mend done; as it was where there is no such place. */
export function mend(input: unknown, place: Place, fix: Fix): unknown {
  const body = objectOf(input)
  if (body === null) return input
  if (place === 'name' || place === 'language' || place === 'category') return changed(body, place, fix)
  const [first = '', second = '', ...rest] = place.split('.')
  const components = listOf(fieldOf(body, 'components'))
  if (first !== 'carousel') return { ...body, components: mendComponents(components, place, fix) }
  return {
    ...body,
    components: mapFirst(components, 'CAROUSEL', (carousel) => ({
      ...carousel,
      cards: listOf(carousel['cards']).map((item, index) => {
        const card = objectOf(item)
        return card === null || String(index) !== second
          ? item
          : { ...card, components: mendComponents(listOf(card['components']), rest.join('.'), fix) }
      }),
    })),
  }
}

/** `body`, `buttons.0`, `buttons.0.url`, `limited_time_offer` among the components of a template or card. */
function mendComponents(components: readonly unknown[], place: Place, fix: Fix): readonly unknown[] {
  const [kind = '', index = '', key = 'text'] = place.split('.')
  return mapFirst(components, kind.toUpperCase(), (component) => {
    if (kind === 'limited_time_offer') {
      const offer = objectOf(component['limited_time_offer'])
      return offer === null ? component : { ...component, limited_time_offer: changed(offer, 'text', fix) }
    }
    if (kind !== 'buttons') return changed(component, 'text', fix)
    return {
      ...component,
      buttons: listOf(component['buttons']).map((item, at) => {
        const button = objectOf(item)
        return button === null || String(at) !== index ? item : changed(button, key, fix)
      }),
    }
  })
}

function mapFirst(components: readonly unknown[], type: string, change: (component: Json) => Json): readonly unknown[] {
  const at = components.findIndex((item) => stringOf(fieldOf(objectOf(item), 'type'))?.toUpperCase() === type)
  return components.map((item, index) => {
    const component = objectOf(item)
    return component === null || index !== at ? item : change(component)
  })
}

function changed(object: Json, key: string, { span, text }: Fix): Json {
  const before = stringOf(object[key])
  return before === null ? object : { ...object, [key]: before.slice(0, span.start) + text + before.slice(span.end) }
}
