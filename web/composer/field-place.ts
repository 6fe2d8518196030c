import type { TemplateView } from '#contract/views.ts'

/** A field, or a text in a card. */
type Field = Pick<TemplateView['fields'][number], 'part' | 'buttonIndex' | 'name'> & { readonly card?: number | null }
const WORDS_BEFORE = 4
const WORDS_AFTER = 2
const HOLE = '▢'

/** A template's text with a box where something is still to be filled in, instead of Meta's braces. */
export const withHoles = (text: string): string => text.replaceAll(/\{\{\w+\}\}/g, HOLE)

/** The words a field stands among, "…tu pago de ▢ vence el…"; null where the template shows none. */
export function placeOf(template: TemplateView, field: Field): string | null {
  const text = textWith(template, field).replaceAll(/[*_~]/g, '')
  const mark = `{{${field.name.replaceAll(/[*_~]/g, '')}}}`
  const at = text.indexOf(mark)
  if (at < 0) return null
  const before = text.slice(0, at)
  const after = text.slice(at + mark.length)
  const lead = (before.split(/\}\}|\n|[.!?]\s/).at(-1) ?? '').replace(/^[\s,;:]+/, '')
  const tail = after.split(/\{\{|\n|[.!?](?:\s|$)/)[0] ?? ''
  const leading = lead.split(/\s+/)
  const trailing = tail.split(/\s+/)
  const start = leading.slice(-WORDS_BEFORE - Number(leading.at(-1) === '')).join(' ')
  const end = trailing.slice(0, WORDS_AFTER + Number(trailing[0] === '')).join(' ')
  if (start.trim() === '' && end.trim() === '') return null
  const cutBefore = before.trimEnd().length > start.trim().length
  const cutAfter = after.length > end.length && !/^[.!?]?\s*$/.test(after.slice(end.length))
  return `${cutBefore ? '…' : ''}${start.trimStart()}${HOLE}${end.trimEnd()}${cutAfter ? '…' : ''}`
}

function textWith(template: TemplateView, { part, buttonIndex, card }: Field): string {
  const { header, body, buttons } = (card != null && template.cards[card]) || template
  if (part === 'body') return body
  if (part === 'button') return buttons[buttonIndex ?? 0]?.url?.replace(/^https?:\/\//, '') ?? ''
  return typeof header?.['text'] === 'string' ? header['text'] : ''
}
