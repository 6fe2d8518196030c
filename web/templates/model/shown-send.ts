import { fromTemplateView } from '#contract/convert.ts'
import type { TemplateView } from '#contract/views.ts'
import type { AccountId } from '#core/account/account.ts'
import { renderTemplate, type TemplateValues } from '#core/template/fill.ts'
import { fillPlaces } from '#core/template/read.ts'
import { slotKey } from '#core/template/slots.ts'
import type { FilledTemplate, SlotValue, Template, TemplateSlot } from '#core/template/template.ts'
import { CODE_WORDS } from './code-words.data.ts'
import type { Shown, ShownHeader } from './shown.ts'

type Given = TemplateSlot & { readonly value: SlotValue | null }
const HOLE = '▢'

/** A template that is being filled in, as the customer’s telephone will show it; what is missing is a hole. */
export function shownOfDraft(template: Template, values: TemplateValues): Shown {
  const slots = (template.slots ?? []).map((slot): Given => {
    const value = values[slotKey(slot)]
    return { ...slot, value: typeof value === 'object' ? value : null }
  })
  const code = template.buttons.findIndex(({ kind }) => kind === 'COPY_CODE')
  const coupon = values[`button.${code}.1`]
  const shown = shownOf(renderTemplate(template, values), slots, typeof coupon === 'string' ? coupon : null)
  if (shown.body !== '' || template.category !== 'AUTHENTICATION') return shown
  return { ...shown, body: codeBody(template.language, values['1']) }
}

/** A template of a list, with its examples where its fields are. */
export const shownOfRow = (row: TemplateView): Shown =>
  shownOfDraft(
    fromTemplateView(row, '' as AccountId),
    Object.fromEntries(row.fields.map(({ key, example }) => [key, example ?? ''])),
  )

/** One that was sent, as it arrived. */
export function shownOfFilled({ rendered, slots, values, category, language }: FilledTemplate): Shown {
  const code = rendered.buttons.findIndex(({ kind }) => kind === 'COPY_CODE')
  const coupon = values.find(({ part, buttonIndex }) => part === 'button' && buttonIndex === code)
  const shown = shownOf(rendered, slots ?? [], coupon?.value ?? null)
  if (shown.body !== '' || category !== 'AUTHENTICATION') return shown
  return { ...shown, body: codeBody(language, values.find(({ part }) => part === 'body')?.value) }
}

function shownOf(rendered: FilledTemplate['rendered'], slots: readonly Given[], coupon: string | null): Shown {
  const headerOf = (card: number | null) =>
    shownHeader(slots.find((slot) => slot.part === 'header' && slot.card === card && slot.kind !== 'text'))
  const end = slots.find(({ kind }) => kind === 'expiry')
  return {
    header: rendered.header === null ? headerOf(null) : { kind: 'text', text: withHoles(rendered.header) },
    body: withHoles(rendered.body),
    footer: rendered.footer ?? '',
    buttons: rendered.buttons,
    cards: (rendered.cards ?? []).map(({ body, buttons }, card) => ({
      header: headerOf(card),
      body: withHoles(body),
      buttons,
    })),
    offer:
      rendered.offer === undefined
        ? null
        : {
            text: rendered.offer,
            code: coupon || null,
            expires: end !== undefined,
            until: end?.value?.kind === 'expiry' ? end.value.at : null,
          },
  }
}

function shownHeader(slot: Given | undefined): ShownHeader | null {
  if (slot === undefined) return null
  const { kind, value } = slot
  switch (kind) {
    case 'location':
      return value?.kind === 'location'
        ? { kind, name: value.name, address: value.address ?? `${value.latitude}, ${value.longitude}` }
        : { kind }
    case 'image':
    case 'video':
    case 'gif':
    case 'document':
      if (value?.kind === 'file') return { kind, mediaId: value.media.mediaId, filename: value.media.filename }
      if (value?.kind === 'link') return { kind, mediaId: null, filename: value.filename || nameIn(value.url) }
      return { kind, mediaId: null, filename: null }
    case 'product':
      return { kind, mediaId: null, filename: value?.kind === 'product' ? value.productId || null : null }
    default:
      return null
  }
}

/** The last part of an address, or the whole while it has none. */
const nameIn = (url: string): string => url.split(/[?#]/)[0]?.split('/').findLast(Boolean) ?? url

const withHoles = (text: string): string => fillPlaces(text, () => HOLE)

/** Meta writes this text itself, and tells it late. */
function codeBody(language: string, code: TemplateValues[string] | undefined): string {
  const words = CODE_WORDS[language.slice(0, 2) as keyof typeof CODE_WORDS] ?? CODE_WORDS.en
  return words.code.replace('{code}', typeof code === 'string' && code !== '' ? code : HOLE)
}
