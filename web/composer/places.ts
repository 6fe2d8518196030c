import type { TemplateView } from '#contract/views.ts'

export type Place =
  | { readonly kind: 'field'; readonly field: TemplateView['fields'][number] }
  | { readonly kind: 'slot'; readonly slot: TemplateView['slots'][number] }

/** The places of one card, or of what stands above and around the cards. */
export type PlaceGroup = { readonly card: number | null; readonly places: readonly Place[] }

const PARTS = ['header', 'offer', 'body', 'button'] as const

/** All there is to fill in, as the customer reads it: top to bottom, then card by card. */
export function placesOf({ fields, slots }: Pick<TemplateView, 'fields' | 'slots'>): readonly PlaceGroup[] {
  const all: readonly Place[] = [
    ...fields.map((field) => ({ kind: 'field' as const, field })),
    ...slots.map((slot) => ({ kind: 'slot' as const, slot })),
  ]
  const groups = new Map<number | null, Place[]>()
  for (const place of all.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const card = place.kind === 'slot' ? place.slot.card : null
    groups.set(card, [...(groups.get(card) ?? []), place])
  }
  return Array.from(groups, ([card, places]) => ({ card, places }))
}

/** A card has at most two buttons, a template ten (cloud-api §3.1). */
function rankOf(place: Place): number {
  const { part, buttonIndex } = place.kind === 'slot' ? place.slot : place.field
  const card = place.kind === 'slot' ? (place.slot.card ?? -1) : -1
  return (card + 1) * 1000 + PARTS.indexOf(part) * 100 + (buttonIndex ?? 0)
}

export const keyOf = (place: Place): string => (place.kind === 'slot' ? place.slot.key : place.field.key)
