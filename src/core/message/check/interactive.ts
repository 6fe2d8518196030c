import { checkText } from '../check-text.ts'
import type { InteractiveContent } from '../content.ts'
import { type Refusal, refusal } from '../../refusal/refusal.ts'
import { checkCount, checkFrame, checkPart, checkUnique, checkUrl } from './parts.ts'
import {
  ADDRESS_COUNTRIES,
  BUTTON_ID_LENGTH,
  BUTTON_TITLE_LENGTH,
  BUTTONS_BODY_LENGTH,
  BUTTONS_MAX,
  CALL_BUTTON_MINUTES_MAX,
  FORM_LABEL_LENGTH,
  FORM_TOKEN_LENGTH,
  LINK_LABEL_LENGTH,
  LIST_BODY_LENGTH,
  LIST_BUTTON_LENGTH,
  LIST_ROW_DESCRIPTION_LENGTH,
  LIST_ROW_ID_LENGTH,
  LIST_ROW_TITLE_LENGTH,
  LIST_ROWS_MAX,
  LIST_SECTION_TITLE_LENGTH,
  LIST_SECTIONS_MAX,
} from './limits.ts'

type Of<Kind extends InteractiveContent['kind']> = Extract<InteractiveContent, { kind: Kind }>

export function checkButtons(content: Of<'buttons'>): readonly Refusal[] {
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

export function checkList(content: Of<'list'>): readonly Refusal[] {
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

export const checkLink = (content: Of<'link'>): readonly Refusal[] => [
  ...checkFrame(content, BUTTONS_BODY_LENGTH),
  ...checkPart(content.label, 'button-invalid', 'label', LINK_LABEL_LENGTH),
  ...checkUrl(content.url, 'url'),
]

/** A request is words and nothing else. A call may be asked for without any. */
export const checkRequest = (content: Of<'location-request' | 'contact-request' | 'call-request'>) =>
  checkText(content.body ?? '', {
    field: 'body',
    maxLength: BUTTONS_BODY_LENGTH,
    required: content.kind !== 'call-request',
  })

export function checkCallButton({ body, label, minutes }: Of<'call-button'>): readonly Refusal[] {
  const lasts = minutes === null || (Number.isInteger(minutes) && minutes >= 1 && minutes <= CALL_BUTTON_MINUTES_MAX)
  return [
    ...checkText(body, { field: 'body', maxLength: BUTTONS_BODY_LENGTH, required: true }),
    ...(label === null ? [] : checkPart(label, 'button-invalid', 'label', LINK_LABEL_LENGTH)),
    ...(lasts
      ? []
      : [
          refusal('button-invalid', {
            field: 'minutes',
            found: String(minutes),
            expected: `1 to ${CALL_BUTTON_MINUTES_MAX}`,
          }),
        ]),
  ]
}

export const checkAddressRequest = (content: Of<'address-request'>): readonly Refusal[] => [
  ...checkFrame(content, BUTTONS_BODY_LENGTH),
  ...(ADDRESS_COUNTRIES.includes(content.country)
    ? []
    : [
        refusal('content-not-sendable', {
          field: 'country',
          found: content.country,
          expected: ADDRESS_COUNTRIES.join(', '),
        }),
      ]),
]

export const checkForm = (content: Of<'form'>): readonly Refusal[] => [
  ...checkFrame(content, BUTTONS_BODY_LENGTH),
  ...checkPart(content.label, 'form-invalid', 'label', FORM_LABEL_LENGTH),
  ...checkPart('id' in content.form ? content.form.id : content.form.name, 'form-invalid', 'form', FORM_TOKEN_LENGTH),
  ...checkPart(content.token, 'form-invalid', 'token', FORM_TOKEN_LENGTH),
  ...(content.start.kind === 'screen'
    ? checkPart(content.start.screen, 'form-invalid', 'start.screen', FORM_TOKEN_LENGTH)
    : []),
]
