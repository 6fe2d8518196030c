import { checkText } from '#core/message/check-text.ts'
import type { OutboundContent } from '#core/message/content.ts'
import { type Refusal, refusal, type RefusalCode } from '#core/refusal/refusal.ts'
import {
  BUTTON_ID_LENGTH,
  BUTTON_TITLE_LENGTH,
  BUTTONS_BODY_LENGTH,
  BUTTONS_MAX,
  FOOTER_LENGTH,
  HEADER_LENGTH,
  LIST_BODY_LENGTH,
  LIST_BUTTON_LENGTH,
  LIST_ROW_DESCRIPTION_LENGTH,
  LIST_ROW_ID_LENGTH,
  LIST_ROW_TITLE_LENGTH,
  LIST_ROWS_MAX,
  LIST_SECTION_TITLE_LENGTH,
  LIST_SECTIONS_MAX,
} from './limits.ts'

type Buttons = Extract<OutboundContent, { kind: 'buttons' }>
type List = Extract<OutboundContent, { kind: 'list' }>

export function checkButtons(content: Buttons): readonly Refusal[] {
  const { buttons } = content
  return [
    ...checkFrame(content, BUTTONS_BODY_LENGTH),
    ...checkCount('too-many-buttons', 'buttons', buttons.length, BUTTONS_MAX),
    ...buttons.flatMap((button, index) => [
      ...checkPart(button.id, 'button-invalid', `buttons.${index}.id`, BUTTON_ID_LENGTH),
      ...checkPart(button.title, 'button-invalid', `buttons.${index}.title`, BUTTON_TITLE_LENGTH),
    ]),
    ...checkUnique(buttons, 'id', 'button-invalid', (index) => `buttons.${index}.id`),
    ...checkUnique(buttons, 'title', 'button-invalid', (index) => `buttons.${index}.title`),
  ]
}

export function checkList(content: List): readonly Refusal[] {
  const { sections } = content
  const rows = sections.flatMap((section, at) =>
    section.rows.map((row, index) => ({ ...row, field: `sections.${at}.rows.${index}` })),
  )
  return [
    ...checkFrame(content, LIST_BODY_LENGTH),
    ...checkPart(content.button, 'list-invalid', 'button', LIST_BUTTON_LENGTH),
    ...checkCount('list-invalid', 'sections', sections.length, LIST_SECTIONS_MAX),
    ...checkCount('list-invalid', 'rows', rows.length, LIST_ROWS_MAX),
    ...sections.flatMap(({ title, rows: own }, at) => [
      ...checkText(title ?? '', {
        field: `sections.${at}.title`,
        maxLength: LIST_SECTION_TITLE_LENGTH,
        required: sections.length > 1,
        whenEmpty: 'list-invalid',
        whenTooLong: 'list-invalid',
      }),
      ...(own.length === 0
        ? [refusal('list-invalid', { field: `sections.${at}.rows`, found: '0', expected: '1 or more' })]
        : []),
    ]),
    ...rows.flatMap((row) => [
      ...checkPart(row.id, 'list-invalid', `${row.field}.id`, LIST_ROW_ID_LENGTH),
      ...checkPart(row.title, 'list-invalid', `${row.field}.title`, LIST_ROW_TITLE_LENGTH),
      ...checkText(row.description ?? '', {
        field: `${row.field}.description`,
        maxLength: LIST_ROW_DESCRIPTION_LENGTH,
        required: false,
        whenTooLong: 'list-invalid',
      }),
    ]),
    ...checkUnique(rows, 'id', 'list-invalid', (index) => `${rows[index]?.field}.id`),
  ]
}

const checkFrame = ({ header, body, footer }: Buttons | List, bodyLength: number): readonly Refusal[] => [
  ...checkText(header ?? '', { field: 'header', maxLength: HEADER_LENGTH, required: false }),
  ...checkText(body, { field: 'body', maxLength: bodyLength, required: true }),
  ...checkText(footer ?? '', { field: 'footer', maxLength: FOOTER_LENGTH, required: false }),
]

const checkPart = (text: string, code: RefusalCode, field: string, maxLength: number): readonly Refusal[] =>
  checkText(text, { field, maxLength, required: true, whenEmpty: code, whenTooLong: code })

const checkCount = (code: RefusalCode, field: string, found: number, max: number): readonly Refusal[] =>
  found >= 1 && found <= max ? [] : [refusal(code, { field, found: String(found), expected: `1 to ${max}` })]

/** Every repetition but the first is refused. */
function checkUnique<Key extends 'id' | 'title'>(
  items: readonly { readonly [key in Key]: string }[],
  key: Key,
  code: RefusalCode,
  fieldAt: (index: number) => string,
): readonly Refusal[] {
  const seen = new Set<string>()
  return items.flatMap((item, index) => {
    const found = item[key]
    if (!seen.has(found)) {
      seen.add(found)
      return []
    }
    return [refusal(code, { field: fieldAt(index), found, expected: 'not twice' })]
  })
}
