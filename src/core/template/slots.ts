import type { FormButton, FormHeader, TemplateForm } from './form/form.ts'
import { fieldNamesIn } from './read.ts'
import type { TemplateSlot } from './template.ts'

/** What a send gives besides the texts of header, body and buttons, in the order of the template. */
export const slotsOf = (form: TemplateForm): readonly TemplateSlot[] => [
  ...headerSlots(form.header, null),
  ...(form.offer?.expires ? [slot('expiry', { part: 'offer' })] : []),
  ...form.buttons.flatMap((button, index) => ownSlots(button, null, index)),
  ...form.cards.flatMap((card, index) => [
    ...headerSlots(card.header, index),
    ...fieldNamesIn(card.body?.text ?? '').map((name) => slot('text', { part: 'body', card: index, name })),
    ...card.buttons.flatMap((button, buttonIndex) => [
      ...textSlots(button, index, buttonIndex),
      ...ownSlots(button, index, buttonIndex),
    ]),
  ]),
]

/** What a caller calls the slot in `values`: `header`, `offer`, `button.1`, `card.0.header`, `card.0.1`, `card.0.button.0.1`. */
export function slotKey({ card, part, buttonIndex, name }: TemplateSlot): string {
  const place = [
    ...(part === 'button' ? ['button', String(buttonIndex ?? 0)] : []),
    ...(part === 'header' || part === 'offer' ? [part] : []),
    ...(name === null ? [] : [name]),
  ]
  return [...(card === null ? [] : ['card', String(card)]), ...place].join('.')
}

type Place = Pick<TemplateSlot, 'part'> & Partial<TemplateSlot>
const slot = (kind: TemplateSlot['kind'], place: Place): TemplateSlot => ({
  ...{ card: null, buttonIndex: null, name: null, kind, isNeeded: true },
  ...place,
})

function headerSlots(header: FormHeader | null, card: number | null): readonly TemplateSlot[] {
  if (header === null) return []
  if (header.kind !== 'text') return [slot(header.kind, { part: 'header', card })]
  // At the top these are fields like any other.
  return card === null ? [] : fieldNamesIn(header.text).map((name) => slot('text', { part: 'header', card, name }))
}

const textSlots = (button: FormButton, card: number, buttonIndex: number): readonly TemplateSlot[] =>
  button.kind === 'URL'
    ? fieldNamesIn(button.url).map((name) => slot('text', { part: 'button', card, buttonIndex, name }))
    : []

/** A form and a catalogue open without anything given; a list of products does not (cloud-api §3.2). */
function ownSlots(button: FormButton, card: number | null, buttonIndex: number): readonly TemplateSlot[] {
  const place = { part: 'button', card, buttonIndex } as const
  if (button.kind === 'FLOW') return [slot('form', { ...place, isNeeded: false })]
  if (button.kind !== 'PLAIN') return []
  if (button.type === 'CATALOG') return [slot('thumbnail', { ...place, isNeeded: false })]
  return button.type === 'MPM' ? [slot('products', place)] : []
}
