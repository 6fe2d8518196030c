import type { TemplateBody } from './body.ts'
import { fieldOf, stringOf } from './lint/json.ts'
import type { Examples, FormButton, FormHeader, TemplateForm } from './form/form.ts'
import { parseForm } from './form/parse.ts'
import { fieldsOf } from './read.ts'
import { slotsOf } from './slots.ts'
import type { TemplateButton, TemplateField, TemplateHeader, TemplateText } from './template.ts'

/** What a body says, as a send and a reader need it. Total: what cannot be filled is named in `unsupported`. */
export function readText(source: TemplateBody): TemplateText {
  const form = parseForm(source)
  const header = form.header && headerOf(form.header)
  const body = form.body?.text ?? ''
  const buttons = form.buttons.map(buttonOf)
  const found = fieldsOf({ header, body, buttons }, (place) => exampleOf(place, form))
  return {
    header,
    body,
    footer: form.footer?.text || null,
    buttons,
    fields: isCodeMissing(form, found) ? [CODE, ...found] : found,
    slots: slotsOf(form),
    offer: form.offer && { text: form.offer.text, expires: form.offer.expires },
    cards: form.cards.map((card) => ({
      header: card.header && headerOf(card.header),
      body: card.body?.text ?? '',
      buttons: card.buttons.map(buttonOf),
    })),
    unsupported: [
      ...(form.category === null ? [`category ${stringOf(fieldOf(form.rest, 'category')) || 'missing'}`] : []),
      ...(form.body === null ? ['no body'] : []),
      ...[...form.others, ...form.cards.flatMap(({ others }) => others)].map((other) =>
        spoken(stringOf(fieldOf(other, 'type')) || 'unnamed'),
      ),
      ...[...form.buttons, ...form.cards.flatMap((card) => card.buttons)]
        .filter(
          (button) => button.kind === 'PLAIN' && !NEEDS_NOTHING.has(button.type) && !FILLED_BY_SLOTS.has(button.type),
        )
        .map((button) => `button ${spoken(buttonOf(button).kind)}`),
    ],
  }
}

/** Buttons that are sent as they are (cloud-api §3.1); for the last three [K]. */
const NEEDS_NOTHING: ReadonlySet<string> = new Set([
  ...['SPM', 'CALL_PERMISSION_REQUEST', 'REQUEST_CONTACT_INFO', 'SEND_LOCATION'],
])
const FILLED_BY_SLOTS: ReadonlySet<string> = new Set(['CATALOG', 'MPM'])

/** Meta writes the text of a code itself; until it is read back, its one field is not in sight. */
const CODE: TemplateField = { part: 'body', buttonIndex: null, name: '1', example: null }
const isCodeMissing = (form: TemplateForm, found: readonly TemplateField[]): boolean =>
  form.category === 'AUTHENTICATION' &&
  form.buttons.some(({ kind }) => kind === 'OTP') &&
  !found.some(({ part }) => part === 'body')

/** `LIMITED_TIME_OFFER` as a person reads it. */
const spoken = (word: string): string => word.toLowerCase().replaceAll('_', ' ')

const headerOf = (header: FormHeader): TemplateHeader =>
  header.kind === 'text' ? { kind: 'text', text: header.text } : { kind: header.kind }

const buttonOf = (button: FormButton): TemplateButton => ({
  kind: button.kind === 'PLAIN' ? button.type || 'UNNAMED' : button.kind,
  text: button.text,
  url: button.kind === 'URL' ? button.url || null : null,
})

function exampleOf(place: Omit<TemplateField, 'example'>, form: TemplateForm): string | null {
  switch (place.part) {
    case 'header':
      return form.header?.kind === 'text' ? at(form.header.examples, place.name) : null
    case 'body':
      return at(form.body?.examples ?? {}, place.name)
    case 'button': {
      const button = form.buttons[place.buttonIndex ?? 0]
      return button?.kind === 'URL' || button?.kind === 'COPY_CODE' ? button.example || null : null
    }
  }
}

const at = (examples: Examples, name: string): string | null =>
  Object.hasOwn(examples, name) ? examples[name] || null : null
