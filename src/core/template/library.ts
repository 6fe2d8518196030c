import type { TemplateBody } from './body.ts'
import { fieldOf, type Json, objectOf } from './lint/json.ts'

/** A template of Meta's own, which needs no review. */
export type LibraryTemplate = {
  readonly name: string
  readonly language: string
  /** Meta's words: PAYMENTS, PAYMENT_DUE_REMINDER, FINANCIAL_SERVICES; null where it said none. */
  readonly topic: string | null
  readonly useCase: string | null
  readonly industries: readonly string[]
  readonly header: string | null
  readonly body: string
  /** One for each field of the body. */
  readonly examples: readonly string[]
  /** What each value must be when it is sent: ADDRESS, TEXT, AMOUNT, DATE, PHONE_NUMBER, EMAIL, NUMBER. */
  readonly valueTypes: readonly string[]
  /** As Meta writes them; addresses and numbers are the company's to give. */
  readonly buttons: readonly Json[]
}

/** What the company gives for a button of a library template, in the order of the buttons that need something. */
export type ButtonInput =
  | { readonly kind: 'URL'; readonly url: string; readonly example: string | null }
  | { readonly kind: 'PHONE_NUMBER'; readonly phone: string }

/**
 * The body that creates one's own from the library. Its components are for us to show: Meta makes them from the name and
 * the inputs (`withoutLibraryText`).
 */
export function fromLibrary(template: LibraryTemplate, name: string, inputs: readonly ButtonInput[]): TemplateBody {
  const { language, header, body, examples } = template
  const buttons = template.buttons.map((button, index) => filled(button, inputs[index]))
  return {
    ...{ name, language, category: 'UTILITY', library_template_name: template.name },
    ...(inputs.length === 0 ? {} : { library_template_button_inputs: inputs.map(renderInput) }),
    components: [
      ...(header === null || header === '' ? [] : [{ type: 'HEADER', format: 'TEXT', text: header }]),
      { type: 'BODY', text: body, ...(examples.length === 0 ? {} : { example: { body_text: [[...examples]] } }) },
      ...(buttons.length === 0 ? [] : [{ type: 'BUTTONS', buttons }]),
    ],
  }
}

export const isFromLibrary = (body: TemplateBody): boolean =>
  typeof fieldOf(objectOf(body), 'library_template_name') === 'string'

/** As Meta takes it. */
export function withoutLibraryText(body: TemplateBody): TemplateBody {
  if (!isFromLibrary(body)) return body
  const { components: _, ...rest } = body
  return rest
}

const filled = (button: Json, input: ButtonInput | undefined): Json => {
  if (input?.kind === 'URL') return { ...button, url: input.url, ...(input.example && { example: [input.example] }) }
  return input?.kind === 'PHONE_NUMBER' ? { ...button, phone_number: input.phone } : button
}

const renderInput = (input: ButtonInput): Json =>
  input.kind === 'URL'
    ? { type: 'URL', url: { base_url: input.url, ...(input.example && { url_suffix_example: input.example }) } }
    : { type: 'PHONE_NUMBER', phone_number: input.phone }
