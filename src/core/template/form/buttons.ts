import { type Json, listOf, objectOf } from '../lint/json.ts'
import type { FormButton } from './form.ts'
import { take } from './take.ts'

const WAYS = ['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'] as const

/** A button of Meta's taken apart. One of a type nobody has told us of is PLAIN, and loses nothing. */
export function parseButton(raw: Json): FormButton {
  const from = take(raw)
  const type = from.text('type')?.toUpperCase() ?? ''
  const text = from.text('text') ?? ''
  switch (type) {
    case 'QUICK_REPLY':
      return { kind: type, text, rest: from.rest() }
    case 'URL': {
      const url = from.text('url') ?? ''
      const example = from.pick('example', firstText)
      return { kind: type, text, url, example, rest: from.rest() }
    }
    case 'PHONE_NUMBER': {
      const phone = from.id('phone_number') ?? ''
      return { kind: type, text, phone, rest: from.rest() }
    }
    case 'COPY_CODE': {
      const example = from.pick('example', firstText)
      return { kind: type, text, example, rest: from.rest() }
    }
    case 'OTP': {
      const way = from.word('otp_type', WAYS) ?? 'COPY_CODE'
      const autofillText = from.text('autofill_text')
      const termsAccepted = from.flag('zero_tap_terms_accepted') ?? false
      const apps = from.items('supported_apps', appOf) ?? []
      return { kind: type, text, way, autofillText, termsAccepted, apps, rest: from.rest() }
    }
    case 'FLOW': {
      const flow = from.id('flow_id')
      const action = from.pick('flow_action', (value) =>
        value === 'navigate' || value === 'data_exchange' ? value : null,
      )
      const screen = from.text('navigate_screen')
      return { kind: type, text, flow, action, screen, rest: from.rest() }
    }
    case 'VOICE_CALL': {
      const ttlMinutes = from.number('ttl_minutes')
      return { kind: type, text, ttlMinutes, rest: from.rest() }
    }
    default:
      return { kind: 'PLAIN', type, text, rest: from.rest() }
  }
}

/** As Meta takes it. */
export function renderButton(button: FormButton): Json {
  const { rest } = button
  const type = button.kind === 'PLAIN' ? button.type : button.kind
  const text = button.text === '' ? {} : { text: button.text }
  return { ...(type === '' ? {} : { type }), ...text, ...own(button), ...rest }
}

function own(button: FormButton): Json {
  switch (button.kind) {
    case 'URL':
      return { url: button.url, ...(button.example === null ? {} : { example: [button.example] }) }
    case 'PHONE_NUMBER':
      return { phone_number: button.phone }
    case 'COPY_CODE':
      return button.example === null ? {} : { example: button.example }
    case 'OTP':
      return {
        otp_type: button.way,
        ...(button.autofillText === null ? {} : { autofill_text: button.autofillText }),
        ...(button.termsAccepted ? { zero_tap_terms_accepted: true } : {}),
        ...(button.apps.length === 0
          ? {}
          : {
              supported_apps: button.apps.map(({ packageName, signatureHash }) => ({
                package_name: packageName,
                signature_hash: signatureHash,
              })),
            }),
      }
    case 'FLOW':
      return {
        ...(button.flow === null ? {} : { flow_id: button.flow }),
        ...(button.action === null ? {} : { flow_action: button.action }),
        ...(button.screen === null ? {} : { navigate_screen: button.screen }),
      }
    case 'VOICE_CALL':
      return button.ttlMinutes === null ? {} : { ttl_minutes: button.ttlMinutes }
    default:
      return {}
  }
}

/** Meta writes the example of a button as a list of one, of a code as a text; both are understood. */
const firstText = (value: unknown): string | null => {
  const [first] = Array.isArray(value) ? listOf(value) : [value]
  return typeof first === 'string' ? first : null
}

const appOf = (value: unknown) => {
  const from = take(objectOf(value) ?? {})
  const [packageName, signatureHash] = [from.text('package_name'), from.text('signature_hash')]
  return packageName === null || signatureHash === null ? null : { packageName, signatureHash }
}
