import type { TemplateBody } from '../body.ts'
import type { Json } from '../lint/json.ts'
import { fieldNamesIn } from '../read.ts'
import { renderButton } from './buttons.ts'
import type {
  Examples,
  FormBody,
  FormButton,
  FormCard,
  FormFooter,
  FormHeader,
  FormOffer,
  TemplateForm,
} from './form.ts'

/** Puts a form together as Meta takes it, components in Meta's order, those nobody knows last. */
export function renderForm(form: TemplateForm): TemplateBody {
  const { name, language, category, named, ttlSeconds, rest } = form
  return {
    name,
    language,
    ...(category === null ? {} : { category }),
    ...(named ? { parameter_format: 'NAMED' } : {}),
    ...(ttlSeconds === null ? {} : { message_send_ttl_seconds: ttlSeconds }),
    components: [
      ...(form.header === null ? [] : [header(form.header, named)]),
      ...(form.offer === null ? [] : [offer(form.offer)]),
      ...(form.body === null ? [] : [body(form.body, named)]),
      ...(form.footer === null ? [] : [footer(form.footer)]),
      ...buttons(form.buttons),
      ...(form.cards.length === 0 ? [] : [{ type: 'CAROUSEL', cards: form.cards.map((each) => card(each, named)) }]),
      ...form.others,
    ],
    ...rest,
  }
}

function header(part: FormHeader, named: boolean): Json {
  const head = { type: 'HEADER', format: part.kind.toUpperCase() }
  switch (part.kind) {
    case 'text':
      return { ...head, text: part.text, ...examples('header', part.text, part.examples, named), ...part.rest }
    case 'location':
    case 'product':
      return { ...head, ...part.rest }
    default:
      return { ...head, ...(part.handle === null ? {} : { example: { header_handle: [part.handle] } }), ...part.rest }
  }
}

const body = (part: FormBody, named: boolean): Json => ({
  type: 'BODY',
  ...(part.text === '' ? {} : { text: part.text }),
  ...(part.securityAdvice ? { add_security_recommendation: true } : {}),
  ...examples('body', part.text, part.examples, named),
  ...part.rest,
})

const footer = (part: FormFooter): Json => ({
  type: 'FOOTER',
  ...(part.text === '' ? {} : { text: part.text }),
  ...(part.codeMinutes === null ? {} : { code_expiration_minutes: part.codeMinutes }),
  ...part.rest,
})

const offer = ({ text, expires, rest }: FormOffer): Json => ({
  type: 'LIMITED_TIME_OFFER',
  limited_time_offer: { text, has_expiration: expires, ...rest },
})

const buttons = (list: readonly FormButton[]): readonly Json[] =>
  list.length === 0 ? [] : [{ type: 'BUTTONS', buttons: list.map(renderButton) }]

const card = (part: FormCard, named: boolean): Json => ({
  ...part.rest,
  components: [
    ...(part.header === null ? [] : [header(part.header, named)]),
    ...(part.body === null ? [] : [body(part.body, named)]),
    ...buttons(part.buttons),
    ...part.others,
  ],
})

/** One for each field of the text; empty where none was given, so that the linter can point at it. */
function examples(part: 'header' | 'body', text: string, given: Examples, isNamed: boolean): Json {
  const names = fieldNamesIn(text)
  if (names.length === 0 || Object.keys(given).length === 0) return {}
  const shown = (name: string) => (Object.hasOwn(given, name) ? (given[name] ?? '') : '')
  if (isNamed) {
    const pairs = names.map((name) => ({ param_name: name, example: shown(name) }))
    return { example: { [`${part}_text_named_params`]: pairs } }
  }
  const most = Math.min(100, Math.max(0, ...names.map(Number).filter(Number.isFinite)))
  const values = Array.from({ length: most }, (_, index) => shown(String(index + 1)))
  return { example: { [`${part}_text`]: part === 'body' ? [values] : values } }
}
