import type { Category } from '#core/template/lint/finding.ts'
import { type Json, listOf } from '#core/template/lint/json.ts'
import { fieldNamesIn } from '#core/template/read.ts'
import type { Button, Card, CodeForm, Form, Header, Parts } from './form.ts'

/** Meta's creation body. */
export type CreationBody = {
  readonly name: string
  readonly language: string
  readonly category: Category
  readonly parameter_format: 'NAMED' | 'POSITIONAL'
  readonly message_send_ttl_seconds?: number
  readonly components: readonly Json[]
}

/** The form as Meta takes it (cloud-api §3.1); what is unfinished goes in as it is, for the linter to tell. */
export const toBody = (form: Form): CreationBody => ({
  ...form.rest,
  name: form.name,
  language: form.language,
  category: form.category,
  parameter_format: form.isNamed ? 'NAMED' : 'POSITIONAL',
  ...(form.ttlSeconds === null ? {} : { message_send_ttl_seconds: form.ttlSeconds }),
  components: form.category === 'AUTHENTICATION' ? codeComponents(form.code) : componentsOf(form),
})

/** In which order Meta's fields of a body are: by number, or by first appearance. */
export const fieldsIn = (text: string): readonly string[] =>
  fieldNamesIn(text).toSorted((one, other) => (Number(one) || 0) - (Number(other) || 0))

function componentsOf(form: Form): readonly Json[] {
  const { shape, isNamed } = form
  const isCarousel = shape === 'carousel'
  return [
    ...(isCarousel ? [] : headerOf(form.header, isNamed)),
    bodyOf(form, isNamed),
    ...(form.footer === '' ? [] : [{ type: 'FOOTER', text: form.footer }]),
    ...(shape === 'offer'
      ? [
          {
            type: 'LIMITED_TIME_OFFER',
            limited_time_offer: { text: form.offer.text, has_expiration: form.offer.expires },
          },
        ]
      : []),
    ...(isCarousel ? [{ type: 'CAROUSEL', cards: form.cards.map((card) => cardOf(card, isNamed)) }] : []),
    ...(isCarousel ? [] : buttonsOf(form.buttons)),
    ...form.others,
  ]
}

const cardOf = (card: Card, isNamed: boolean): Json => ({
  components: [
    ...headerOf(card.header, isNamed),
    ...(card.body === '' ? [] : [bodyOf(card, isNamed)]),
    ...buttonsOf(card.buttons),
  ],
})

function headerOf(header: Header, isNamed: boolean): readonly Json[] {
  const format = header.kind.toUpperCase()
  if ('file' in header) {
    const { file } = header
    return [{ type: 'HEADER', format, ...(file === null ? {} : { example: { header_handle: [file.handle] } }) }]
  }
  if (header.kind !== 'text') return header.kind === 'none' ? [] : [{ type: 'HEADER', format }]
  const [field] = fieldNamesIn(header.text)
  if (field === undefined || header.sample === '') return [{ type: 'HEADER', format, text: header.text }]
  const example = isNamed
    ? { header_text_named_params: [{ param_name: field, example: header.sample }] }
    : { header_text: [header.sample] }
  return [{ type: 'HEADER', format, text: header.text, example }]
}

function bodyOf({ body, samples }: Pick<Parts, 'body' | 'samples'>, isNamed: boolean): Json {
  const fields = fieldsIn(body)
  if (!fields.some((field) => samples[field])) return { type: 'BODY', text: body }
  const example = isNamed
    ? {
        body_text_named_params: fields
          .filter((field) => samples[field])
          .map((field) => ({ param_name: field, example: samples[field] })),
      }
    : { body_text: [fields.map((field) => samples[field] ?? '')] }
  return { type: 'BODY', text: body, example }
}

const buttonsOf = (buttons: readonly Button[]): readonly Json[] =>
  buttons.length === 0 ? [] : [{ type: 'BUTTONS', buttons: buttons.map(buttonOf) }]

function buttonOf(button: Button): Json {
  const { kind: type, text } = button
  switch (button.kind) {
    case 'URL': {
      const hasField = fieldNamesIn(button.url).length > 0 && button.sample !== ''
      return { type, text, url: button.url, ...(hasField ? { example: [button.sample] } : {}) }
    }
    case 'PHONE_NUMBER':
      return { type, text, phone_number: button.phone }
    case 'COPY_CODE':
      return { type, ...(button.code === '' ? {} : { example: button.code }) }
    case 'FLOW':
      return { type, text, ...(button.flowId === '' ? {} : { flow_id: button.flowId }) }
    case 'OTHER':
      return { ...button.raw, text }
    default:
      return { type, text }
  }
}

function codeComponents(code: CodeForm): readonly Json[] {
  const { supported_apps: more, ...rest } = code.rest
  const others = listOf(more)
  const app = { package_name: code.packageName, signature_hash: code.signatureHash }
  return [
    { type: 'BODY', add_security_recommendation: code.warnsNotToShare },
    ...(code.minutes === null ? [] : [{ type: 'FOOTER', code_expiration_minutes: code.minutes }]),
    {
      type: 'BUTTONS',
      buttons: [
        {
          ...rest,
          type: 'OTP',
          otp_type: code.copying,
          ...(code.text === '' ? {} : { text: code.text }),
          ...(code.copying === 'COPY_CODE' ? {} : { supported_apps: [app, ...others] }),
        },
      ],
    },
  ]
}
