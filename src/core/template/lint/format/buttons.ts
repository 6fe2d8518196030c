import type { Button, Draft, Parts } from '../draft.ts'
import type { Found } from '../finding.ts'
import { fieldOf, listOf, stringOf } from '../json.ts'
import {
  BUTTON_KIND_MAX,
  BUTTON_KINDS,
  BUTTON_TEXT_LENGTH,
  BUTTON_URL_LENGTH,
  BUTTONS_MAX,
  COPY_CODE_LENGTH,
  LONE_BUTTONS,
  OFFER_CODE_LENGTH,
  PHONE_LENGTH,
} from '../limits.ts'
import { bracesIn } from '../places.ts'
import { checkLength } from './texts.ts'

/** The buttons of the template and of each card: how many of which kind, their order, and each by itself. */
export const checkButtons = (draft: Draft): readonly Found[] =>
  draft.category === 'AUTHENTICATION'
    ? []
    : [draft.parts, ...(draft.cards ?? [])].flatMap((parts) => (parts.buttons === null ? [] : check(draft, parts)))

function check(draft: Draft, parts: Parts): readonly Found[] {
  const buttons = parts.buttons ?? []
  const component = `${parts.place}buttons`
  if (buttons.length === 0) return [{ code: 'buttons-missing', component }]
  return [
    ...(buttons.length > BUTTONS_MAX
      ? [
          {
            code: 'buttons-too-many',
            component,
            values: { found: buttons.length, max: BUTTONS_MAX },
          } satisfies Found,
        ]
      : []),
    ...checkCounts(component, buttons),
    ...checkOrder(buttons),
    ...checkRepeats(buttons),
    ...buttons.flatMap((button) => checkButton(draft, button)),
  ]
}

function checkCounts(component: string, buttons: readonly Button[]): readonly Found[] {
  const found: Found[] = []
  for (const [kind, max] of Object.entries(BUTTON_KIND_MAX)) {
    const same = buttons.filter((button) => button.kind === kind)
    const extra = same[max]
    if (extra) found.push({ code: 'button-kind-too-many', component: extra.place, values: { kind, max } })
  }
  const lone = buttons.find(({ kind }) => LONE_BUTTONS.has(kind))
  if (lone && buttons.length > 1) found.push({ code: 'button-not-alone', component, values: { kind: lone.kind } })
  return found
}

/** All quick replies stand together, before or after the others. */
function checkOrder(buttons: readonly Button[]): readonly Found[] {
  const quick = buttons.map(({ kind }) => kind === 'QUICK_REPLY')
  const starts = buttons.filter((_, index) => quick[index] && !quick[index - 1])
  return starts.slice(1, 2).map(({ place }): Found => ({ code: 'quick-replies-apart', component: place }))
}

function checkRepeats(buttons: readonly Button[]): readonly Found[] {
  const seen = new Set<string>()
  return buttons.flatMap(({ text, place }): Found[] => {
    const key = (text ?? '').trim().toLowerCase()
    if (key !== '' && seen.has(key)) return [{ code: 'button-text-repeated', component: place }]
    seen.add(key)
    return []
  })
}

/** Kinds whose words Meta writes itself, or may. */
const WORDLESS: ReadonlySet<string> = new Set(['COPY_CODE', 'OTP', 'MPM', 'SPM', 'CATALOG', 'ORDER_DETAILS', 'APP'])

function checkButton(draft: Draft, button: Button): readonly Found[] {
  const { kind, place: component, raw } = button
  if (!BUTTON_KINDS.has(kind)) return [{ code: 'button-kind-unknown', component, values: { found: kind || '–' } }]
  return [
    ...(WORDLESS.has(kind) && button.text === null ? [] : checkWords(button)),
    ...(kind === 'URL' ? checkUrl(button) : []),
    ...(kind === 'PHONE_NUMBER' ? checkPhone(button) : []),
    ...(kind === 'COPY_CODE' ? checkCode(draft, button) : []),
    ...(kind === 'FLOW' && !['flow_id', 'flow_name', 'flow_json'].some((name) => fieldOf(raw, name) !== undefined)
      ? [{ code: 'flow-missing', component } satisfies Found]
      : []),
    ...(kind === 'OTP' ? [{ code: 'button-not-alone', component, values: { kind } } satisfies Found] : []),
    ...(['CATALOG', 'MPM', 'SPM'].includes(kind) && draft.category === 'UTILITY'
      ? [{ code: 'marketing-only', component, values: { found: kind } } satisfies Found]
      : []),
  ]
}

/** Flags are of two letters of their own, and keys of a digit and a frame. */
const NOT_PLAIN = /\{\{|\}\}|[\r\n*_~`]|\u20e3|\p{Extended_Pictographic}|\p{Regional_Indicator}/u

/** No fields, emoji, line breaks or formatting. */
function checkWords(button: Button): readonly Found[] {
  const text = button.text ?? ''
  const component = button.place
  const notPlain = NOT_PLAIN.exec(text)
  const better = text
    .replace(/\{\{[^{}]*\}\}|[*_~`{}]|\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3|\ufe0f|\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return [
    ...checkLength(button, BUTTON_TEXT_LENGTH),
    ...(notPlain === null
      ? []
      : [
          {
            code: 'button-text-not-plain',
            component,
            span: { start: notPlain.index, end: notPlain.index + notPlain[0].length },
            fix: better === '' ? null : { span: { start: 0, end: text.length }, text: better },
          } satisfies Found,
        ]),
  ]
}

function checkUrl({ url, place, raw }: Button): readonly Found[] {
  const component = `${place}.url`
  if (url === null || url.trim() === '') return [{ code: 'text-missing', component }]
  const fields = bracesIn(url)
  const [field] = fields
  const found: Found[] = [...checkLength({ place: component, text: url }, BUTTON_URL_LENGTH)]
  if (
    !/^https?:\/\/[^\s/{}]+\.[^\s/{}]{2,}([/?#]\S*)?$/i.test(
      url.slice(0, BUTTON_URL_LENGTH).replace(/\{\{[^{}]*\}\}/g, 'x'),
    )
  ) {
    const fix = /^[a-z0-9.-]+\.[a-z]{2,}(\/\S*)?$/i.test(url) ? { span: { start: 0, end: 0 }, text: 'https://' } : null
    found.push({ code: 'url-invalid', component, span: { start: 0, end: url.length }, fix })
  }
  const misplaced = fields[1] ?? (field && field.end !== url.length ? field : undefined)
  if (misplaced) {
    found.push({ code: 'url-field-not-last', component, span: { start: misplaced.start, end: misplaced.end } })
  }
  if (field && typeof listOf(fieldOf(raw, 'example'))[0] !== 'string') {
    const span = { start: field.start, end: field.end }
    found.push({ code: 'example-missing', component, span, values: { field: field.name } })
  }
  return found
}

function checkPhone({ place, raw }: Button): readonly Found[] {
  const phone = stringOf(fieldOf(raw, 'phone_number')) ?? ''
  const isPhone = /^\+?[1-9][\d\s().-]*$/.test(phone) && phone.length <= PHONE_LENGTH
  const digits = phone.replace(/\D/g, '').length
  if (isPhone && digits >= 5 && digits <= 15) return []
  return [{ code: 'phone-invalid', component: `${place}.phone_number`, values: { max: PHONE_LENGTH } }]
}

function checkCode({ offer }: Draft, { place, raw }: Button): readonly Found[] {
  const component = `${place}.example`
  const example = fieldOf(raw, 'example')
  const code = stringOf(listOf(example)[0]) ?? stringOf(example)
  const max = offer === null ? COPY_CODE_LENGTH : OFFER_CODE_LENGTH
  if (code === null || code === '') return [{ code: 'example-missing', component, values: { field: '1' } }]
  return code.length > max ? [{ code: 'copy-code-too-long', component, values: { found: code.length, max } }] : []
}
