import { type Fields, fieldsOf, listOf, textOf } from '../json.ts'
import type { BusinessNumber, Message } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { askEndpoint } from './endpoint.ts'
import { type Flow, flowsOf, screensOf } from './flows.ts'
import { type FormScreen, screenOf } from './screen.ts'

/** What a phone shows next. */
export type FormTurn =
  /** Meta knows no such form: nothing can be shown. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'screen'; readonly screen: FormScreen }
  /** The endpoint has ended it: what goes to the business as the answer. */
  | { readonly kind: 'complete'; readonly answer: Fields }
  | { readonly kind: 'failed'; readonly reason: string }

export type FormStep = {
  readonly action: 'open' | 'navigate' | 'data_exchange' | 'BACK'
  readonly screen: string
  readonly data: Fields
}

/** The API of data that WhatsApp speaks with endpoints (Flows, 2025-11). */
const DATA_API = '3.0'

/** One turn of a form on a phone: opened, on to a screen of its own, or to what its endpoint answers. */
export async function turnForm(
  world: World,
  number: BusinessNumber,
  message: Message,
  step: FormStep,
): Promise<FormTurn> {
  const asked = formOf(message)
  const flow = flowNamed(world, asked)
  if (flow === undefined) return { kind: 'unknown' }
  const token = textOf(asked['flow_token']) ?? 'unused'
  const isOpening = step.action === 'open'
  const payload = fieldsOf(asked['flow_action_payload'])
  if (step.action === 'navigate') return shown(flow, step.screen, step.data)
  if (isOpening && asked['flow_action'] !== 'data_exchange') {
    const first = textOf(payload['screen']) ?? textOf(screensOf(flow)[0]?.['id']) ?? ''
    return shown(flow, first, fieldsOf(payload['data']))
  }
  if (flow.endpointUri === null) return { kind: 'failed', reason: 'The form has no endpoint_uri' }
  const url = flow.endpointUri
  const ask = (request: Fields) =>
    askEndpoint(world, number.id, url, { version: DATA_API, flow_token: token, ...request })
  const answer = await ask(
    isOpening
      ? { action: 'INIT', screen: '', data: {} }
      : { action: step.action, screen: step.screen, data: step.data },
  )
  if (answer.kind !== 'answered') return { kind: 'failed', reason: answer.reason }
  const { screen, data } = answer.body
  if (screen === 'SUCCESS') {
    const given = fieldsOf(fieldsOf(fieldsOf(data)['extension_message_response'])['params'])
    return { kind: 'complete', answer: { flow_token: token, ...given } }
  }
  const next = shown(flow, textOf(screen) ?? '', fieldsOf(data))
  if (next.kind !== 'failed') return next
  // The endpoint is told of an answer that could not be used, and has to acknowledge it.
  await ask({
    action: step.action === 'open' ? 'INIT' : step.action,
    data: { error: 'invalid-screen-transition', error_message: next.reason },
  })
  return next
}

/** The form of a message: its own, or that of a button of a template. */
function formOf({ message }: Message): Fields {
  const own = fieldsOf(fieldsOf(fieldsOf(message['interactive'])['action'])['parameters'])
  if (Object.keys(own).length > 0) return own
  const rendered = fieldsOf(message['rendered'])
  const buttons = [rendered, ...listOf(rendered['cards'])].flatMap((part) => listOf(fieldsOf(part)['buttons']))
  return buttons.map((button) => fieldsOf(fieldsOf(button)['form'])).find((form) => 'flow_token' in form) ?? {}
}

function shown(flow: Flow, id: string, data: Fields): FormTurn {
  const screen = screenOf(flow, id, data)
  return screen === null ? { kind: 'failed', reason: `The form has no screen "${id}"` } : { kind: 'screen', screen }
}

function flowNamed(world: World, asked: Fields): Flow | undefined {
  const id = textOf(asked['flow_id'])
  if (id !== undefined) return flowsOf(world).get(id)
  return [...flowsOf(world).all()].find(({ name }) => name === asked['flow_name'])
}
