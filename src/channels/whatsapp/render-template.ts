import type { Media } from '#core/message/media.ts'
import type { FilledSlot, FilledTemplate, TemplateValue } from '#core/template/template.ts'
import { renderSlot, type WireParameter } from './render-slots.ts'

type Component = { readonly type: string; readonly parameters: readonly WireParameter[] }
const hasParameters = ({ parameters }: Component): boolean => parameters.length > 0

/** The `template` object of a send (cloud-api §3.2): components only where there is something to fill in. */
export function renderTemplate(template: FilledTemplate, fileId: (media: Media) => string) {
  const slots = template.slots ?? []
  const own = slots.filter(({ card }) => card === null)
  const of = (part: FilledSlot['part']) =>
    own.filter((slot) => slot.part === part).map((slot) => renderSlot(slot, fileId))
  const components = [
    { type: 'header', parameters: [...of('header'), ...texts(template, 'header')] },
    { type: 'limited_time_offer', parameters: of('offer') },
    { type: 'body', parameters: texts(template, 'body') },
    ...template.values.filter(({ part }) => part === 'button').map((value) => renderButton(template, value)),
    ...own.filter(({ part }) => part === 'button').map((slot) => buttonOf(slot, fileId)),
    ...renderCode(template),
  ].filter(hasParameters)
  const cards = renderCards(template, slots, fileId)
  const all = [...components, ...(cards.length === 0 ? [] : [{ type: 'carousel', cards }])]
  return {
    name: template.name,
    language: { code: template.language },
    ...(all.length > 0 && { components: all }),
  }
}

const texts = (template: FilledTemplate, part: TemplateValue['part']): readonly WireParameter[] =>
  inMetasOrder(
    template.named,
    template.values.filter((value) => value.part === part),
  ).map(({ name, value }) => ({ type: 'text', ...(template.named && { parameter_name: name }), text: value }))

/** Numbered values are matched by their place: the first is `{{1}}`, whatever order the text has. */
const inMetasOrder = <Named extends { readonly name: string | null }>(
  isNamed: boolean,
  values: readonly Named[],
): readonly Named[] => (isNamed ? values : values.toSorted((a, b) => Number(a.name) - Number(b.name)))

function renderButton(template: FilledTemplate, { buttonIndex, value }: TemplateValue) {
  const copies = template.rendered.buttons[buttonIndex ?? 0]?.kind === 'COPY_CODE'
  return {
    type: 'button',
    sub_type: copies ? 'copy_code' : 'url',
    index: String(buttonIndex ?? 0),
    parameters: [copies ? { type: 'coupon_code', coupon_code: value } : { type: 'text', text: value }],
  }
}

/** A code stands in the text and, once more, behind the button that takes it over (cloud-api §3.1). */
function renderCode({ rendered, values }: FilledTemplate) {
  const index = rendered.buttons.findIndex(({ kind }) => kind === 'OTP')
  const code = values.find(({ part }) => part === 'body')?.value
  if (index < 0 || code === undefined) return []
  return [{ type: 'button', sub_type: 'url', index: String(index), parameters: [{ type: 'text', text: code }] }]
}

/** Words of Meta for a button that opens something. */
const SUB_TYPES = { form: 'flow', thumbnail: 'catalog', products: 'mpm' } as const

const buttonOf = (slot: FilledSlot, fileId: (media: Media) => string) => ({
  type: 'button',
  sub_type:
    slot.kind === 'form' || slot.kind === 'thumbnail' || slot.kind === 'products' ? SUB_TYPES[slot.kind] : 'url',
  index: String(slot.buttonIndex ?? 0),
  parameters: [renderSlot(slot, fileId)],
})

/** Meta wants exactly as many cards as the template has. */
function renderCards(template: FilledTemplate, slots: readonly FilledSlot[], fileId: (media: Media) => string) {
  return Array.from({ length: template.cardCount ?? 0 }, (_, index) => {
    const own = slots.filter(({ card }) => card === index)
    const of = (part: FilledSlot['part']) =>
      inMetasOrder(
        template.named,
        own.filter((slot) => slot.part === part),
      ).map((slot) => renderSlot(slot, fileId, template.named))
    const components = [
      { type: 'header', parameters: of('header') },
      { type: 'body', parameters: of('body') },
      ...own.filter(({ part }) => part === 'button').map((slot) => buttonOf(slot, fileId)),
    ]
    return { card_index: index, components: components.filter(hasParameters) }
  })
}
