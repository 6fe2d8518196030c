import { fieldOf, type Json, listOf, numberOf, objectOf, stringOf } from '#core/template/lint/json.ts'
import { fieldNamesIn } from '#core/template/read.ts'
import {
  type Button,
  type Card,
  type CodeForm,
  EMPTY_PARTS,
  type FileKind,
  type Form,
  type Header,
  newForm,
  newKey,
  type Parts,
  type Samples,
} from './form.ts'

const FILE_KINDS: readonly string[] = ['image', 'video', 'document', 'gif', 'product'] satisfies FileKind[]
const WORDED: readonly string[] = ['QUICK_REPLY', 'CATALOG', 'MPM', 'VOICE_CALL']
/** What the builder draws; other components are kept as they came. */
const DRAWN: ReadonlySet<string> = new Set(['HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL', 'LIMITED_TIME_OFFER'])

const FRAME: ReadonlySet<string> = new Set([
  ...['name', 'language', 'category', 'parameter_format', 'message_send_ttl_seconds', 'components'],
])
const OTP: ReadonlySet<string> = new Set([
  ...['type', 'otp_type', 'text', 'supported_apps', 'package_name', 'signature_hash', 'url'],
])

/** The form of a template Meta has or somebody drafted. Takes any value; what makes no sense is left out. */
export function fromBody(value: unknown): Form {
  const body = objectOf(value)
  const components = objectsIn(fieldOf(body, 'components'))
  const find = (type: string) => components.find((each) => typeOf(each) === type) ?? null
  const blank = newForm(stringOf(fieldOf(body, 'language')) ?? '')
  const category = stringOf(fieldOf(body, 'category'))?.toUpperCase()
  const cards = listOf(fieldOf(find('CAROUSEL'), 'cards'))
  const offer = objectOf(fieldOf(find('LIMITED_TIME_OFFER'), 'limited_time_offer'))
  const parts = partsOf(components)
  const isCode = category === 'AUTHENTICATION'
  return {
    ...blank,
    ...(isCode ? EMPTY_PARTS : parts),
    name: stringOf(fieldOf(body, 'name')) ?? '',
    category: isCode ? 'AUTHENTICATION' : category === 'MARKETING' ? 'MARKETING' : 'UTILITY',
    isNamed: stringOf(fieldOf(body, 'parameter_format'))?.toUpperCase() === 'NAMED' || hasNames(parts),
    ttlSeconds: numberOf(fieldOf(body, 'message_send_ttl_seconds')),
    shape: cards.length > 0 ? 'carousel' : offer ? 'offer' : 'plain',
    cards: cards.length > 0 ? cards.map(cardOf) : blank.cards,
    offer: offer
      ? { text: stringOf(fieldOf(offer, 'text')) ?? '', expires: fieldOf(offer, 'has_expiration') !== false }
      : blank.offer,
    code: isCode ? codeOf(find('BODY'), find('FOOTER'), find('BUTTONS')) : blank.code,
    others: components.filter((each) => !DRAWN.has(typeOf(each))),
    rest: without(body, FRAME),
  }
}

const without = (object: Json | null, names: ReadonlySet<string>): Json =>
  Object.fromEntries(Object.entries(object ?? {}).filter(([name]) => !names.has(name)))
const objectsIn = (value: unknown): readonly Json[] =>
  listOf(value)
    .map(objectOf)
    .filter((each) => each !== null)
const typeOf = (component: Json): string => stringOf(fieldOf(component, 'type'))?.toUpperCase() ?? ''
const hasNames = ({ body }: Parts): boolean => fieldNamesIn(body).some((name) => !/^\d+$/.test(name))

function partsOf(components: readonly Json[]): Parts {
  const find = (type: string) => components.find((each) => typeOf(each) === type) ?? null
  const body = find('BODY')
  const text = stringOf(fieldOf(body, 'text')) ?? ''
  return {
    header: headerOf(find('HEADER')),
    body: text,
    samples: samplesOf(text, objectOf(fieldOf(body, 'example'))),
    footer: stringOf(fieldOf(find('FOOTER'), 'text')) ?? '',
    buttons: listOf(fieldOf(find('BUTTONS'), 'buttons')).map(buttonOf),
  }
}

function cardOf(value: unknown): Card {
  const components = objectsIn(fieldOf(objectOf(value), 'components'))
  const { header, body, samples, buttons } = partsOf(components)
  return { key: newKey(), header, body, samples, buttons }
}

function headerOf(raw: Json | null): Header {
  const kind = stringOf(fieldOf(raw, 'format'))?.toLowerCase() ?? 'none'
  const example = objectOf(fieldOf(raw, 'example'))
  if (kind === 'location') return { kind }
  if (FILE_KINDS.includes(kind)) {
    const handle = stringOf(listOf(fieldOf(example, 'header_handle'))[0])
    return { kind: kind as FileKind, file: handle ? { handle, mediaId: null, filename: null } : null }
  }
  if (kind !== 'text') return { kind: 'none' }
  const named = objectOf(listOf(fieldOf(example, 'header_text_named_params'))[0])
  const sample = stringOf(fieldOf(named, 'example')) ?? stringOf(listOf(fieldOf(example, 'header_text'))[0])
  return { kind, text: stringOf(fieldOf(raw, 'text')) ?? '', sample: sample ?? '' }
}

function samplesOf(text: string, example: Json | null): Samples {
  const listed = listOf(fieldOf(example, 'body_text'))
  const numbered = Array.isArray(listed[0]) ? listOf(listed[0]) : listed
  const named = listOf(fieldOf(example, 'body_text_named_params')).map(objectOf)
  const samples = fieldNamesIn(text).flatMap((name): [string, string][] => {
    const byName = named.find((each) => fieldOf(each, 'param_name') === name) ?? null
    const sample = /^\d+$/.test(name) ? stringOf(numbered[Number(name) - 1]) : stringOf(fieldOf(byName, 'example'))
    return sample ? [[name, sample]] : []
  })
  return Object.fromEntries(samples)
}

function buttonOf(value: unknown): Button {
  const raw = objectOf(value) ?? {}
  const kind = typeOf(raw)
  const said = (name: string) => stringOf(fieldOf(raw, name)) ?? ''
  const example = stringOf(listOf(fieldOf(raw, 'example'))[0]) ?? said('example')
  const base = { key: newKey(), text: said('text') }
  if (WORDED.includes(kind)) return { ...base, kind: kind as 'QUICK_REPLY' }
  if (kind === 'URL') return { ...base, kind, url: said('url'), sample: example }
  if (kind === 'PHONE_NUMBER') return { ...base, kind, phone: said('phone_number') }
  if (kind === 'COPY_CODE') return { ...base, kind, code: example }
  const flowId = fieldOf(raw, 'flow_id')
  const isPlainFlow =
    kind === 'FLOW' && fieldOf(raw, 'flow_json') === undefined && fieldOf(raw, 'navigate_screen') === undefined
  if (isPlainFlow) return { ...base, kind, flowId: typeof flowId === 'number' ? String(flowId) : said('flow_id') }
  return { ...base, kind: 'OTHER', raw }
}

function codeOf(body: Json | null, footer: Json | null, buttons: Json | null): CodeForm {
  const button = objectOf(listOf(fieldOf(buttons, 'buttons'))[0])
  const kind = stringOf(fieldOf(button, 'otp_type'))?.toUpperCase()
  const apps = objectsIn(fieldOf(button, 'supported_apps'))
  const app = apps[0] ?? button
  return {
    warnsNotToShare: fieldOf(body, 'add_security_recommendation') === true,
    minutes: numberOf(fieldOf(footer, 'code_expiration_minutes')),
    copying: kind === 'ONE_TAP' || kind === 'ZERO_TAP' ? kind : 'COPY_CODE',
    text: stringOf(fieldOf(button, 'text')) ?? '',
    packageName: stringOf(fieldOf(app, 'package_name')) ?? '',
    signatureHash: stringOf(fieldOf(app, 'signature_hash')) ?? '',
    rest: {
      ...without(button, OTP),
      ...(apps.length > 1 ? { supported_apps: apps.slice(1) } : {}),
    },
  }
}
