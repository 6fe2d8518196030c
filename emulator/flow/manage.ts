import { type GraphCall, parameter } from '../graph/call.ts'
import { badParameter, badRequestFor, GraphError, unknownObject } from '../graph/errors.ts'
import { select } from '../graph/fields.ts'
import { page } from '../graph/paging.ts'
import { type Fields, fieldsOf, listOf, textOf, truthOf } from '../json.ts'
import { tellAccount } from '../webhook/tell.ts'
import { newNumericId } from '../world/ids.ts'
import type { Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { askEndpoint, numberWithKey } from './endpoint.ts'
import { type Flow, flowsOf, type FlowStatus, problemsOf, readJson } from './flows.ts'

/** Flows API, "Create a flow", 2026. */
const CATEGORIES =
  'SIGN_UP SIGN_IN APPOINTMENT_BOOKING LEAD_GENERATION SHOPPING CONTACT_US CUSTOMER_SUPPORT SURVEY OTHER'.split(' ')
const usual = ['id', 'name', 'status', 'categories', 'validation_errors']
const NAME_TAKEN = 4016019

/** Flows API, "Error codes", 2025-11; the HTTP status is 400 for each. */
const refusals = {
  changePublished: [139001, 'Flow can’t be updated', 'Once published, a flow can’t be changed; clone it instead.'],
  publish: [139002, 'Flow can’t be published', 'It has validation errors, or is not a draft.'],
  deprecate: [139003, 'Flow can’t be deprecated', 'Only a published flow can be deprecated.'],
  remove: [139004, 'Flow can’t be deleted', 'Only a draft can be deleted; a published flow is deprecated.'],
} as const

function refuseFlow(what: keyof typeof refusals, explanation?: string): GraphError {
  const [code, title, usually] = refusals[what]
  return new GraphError(400, {
    message: `(#${code}) ${title}`,
    type: 'OAuthException',
    code,
    error_user_title: title,
    error_user_msg: explanation ?? usually,
  })
}

/** GET and POST /{waba}/flows. */
export async function accountFlows(world: World, waba: Waba, call: GraphCall): Promise<Fields> {
  const flows = flowsOf(world)
  if (call.method === 'GET') {
    const rows = [...flows.all()]
      .filter((flow) => world.wabas.of(flow) === waba)
      .toReversed()
      .map((flow) => readFlow(world, flow, call))
    return page(call, rows, (row) => String(row['id']))
  }
  if (call.method !== 'POST') throw unknownObject(call.method, waba.id)
  const name = nameIn(world, call)
  if (name === undefined) throw badParameter('The parameter name is required.')
  const source = flows.get(textOf(parameter(call, 'clone_flow_id')) ?? '')
  const categories = categoriesIn(call) ?? source?.categories
  if (categories === undefined) throw badParameter('The parameter categories is required.')
  const flow: Flow = {
    id: newNumericId(),
    wabaId: waba.id,
    name,
    categories,
    status: 'DRAFT',
    json: textIn(call, 'flow_json') ?? source?.json ?? '',
    endpointUri: endpointIn(call) ?? source?.endpointUri ?? null,
    updatedAt: world.clock.now(),
  }
  flows.put(flow.id, flow)
  if (truthOf(parameter(call, 'publish'))) await publish(world, flow)
  return { id: flow.id, success: true, validation_errors: flow.json === '' ? [] : problemsOf(flow.json) }
}

/** `/{flow}` and its edges: `assets`, `publish`, `deprecate`. */
export async function flowCall(world: World, flow: Flow, edge: string | undefined, call: GraphCall): Promise<Fields> {
  switch (`${call.method} ${edge ?? ''}`) {
    case 'GET ':
      return readFlow(world, flow, call)
    case 'POST ':
      change(world, flow, {
        name: nameIn(world, call, flow.id) ?? flow.name,
        categories: categoriesIn(call) ?? flow.categories,
        endpointUri: endpointIn(call) ?? flow.endpointUri,
      })
      return { success: true }
    case 'DELETE ':
      if (flow.status !== 'DRAFT') throw refuseFlow('remove')
      flowsOf(world).remove(flow.id)
      return { success: true }
    case 'GET assets':
      return page(call, flow.json === '' ? [] : [assetOf(flow, call)], (row) => String(row['name']))
    case 'POST assets':
      return uploadAsset(world, flow, call)
    case 'POST publish':
      await publish(world, flow)
      return { success: true }
    case 'POST deprecate':
      if (flow.status !== 'PUBLISHED') throw refuseFlow('deprecate')
      turn(world, flow, 'DEPRECATED')
      return { success: true }
    default:
      throw unknownObject(call.method, flow.id)
  }
}

function readFlow(world: World, flow: Flow, { origin, query }: GraphCall): Fields {
  const json = readJson(flow.json)
  const dayMs = 86_400_000
  return select(
    {
      id: flow.id,
      name: flow.name,
      status: flow.status,
      categories: flow.categories,
      validation_errors: flow.json === '' ? [] : problemsOf(flow.json),
      json_version: textOf(json?.['version']) ?? null,
      data_api_version: textOf(json?.['data_api_version']) ?? null,
      endpoint_uri: flow.endpointUri,
      updated_at: new Date(flow.updatedAt).toISOString(),
      preview: {
        preview_url: `${origin}/wa/manage/flows/${flow.id}/preview`,
        expires_at: new Date(world.clock.now() + 30 * dayMs).toISOString(),
      },
      whatsapp_business_account: { id: world.wabas.of(flow).id, name: world.wabas.of(flow).name },
      application: { id: world.app.id, name: world.app.name },
      health_status: {
        can_send_message: flow.status === 'PUBLISHED' ? 'AVAILABLE' : 'BLOCKED',
        entities: [{ entity_type: 'FLOW', id: flow.id, can_send_message: 'AVAILABLE' }],
      },
    },
    query['fields'],
    usual,
    'WhatsAppFlow',
  )
}

const assetOf = (flow: Flow, { origin }: GraphCall): Fields => ({
  name: 'flow.json',
  asset_type: 'FLOW_JSON',
  download_url: `${origin}/flow-assets/${flow.id}.json`,
})

function uploadAsset(world: World, flow: Flow, call: GraphCall): Fields {
  if (flow.status !== 'DRAFT') throw refuseFlow('changePublished')
  if (parameter(call, 'asset_type') !== 'FLOW_JSON') throw badParameter('Param asset_type must be one of {FLOW_JSON}.')
  if (parameter(call, 'name') !== 'flow.json') throw badParameter('Param name must be one of {flow.json}.')
  const file = call.files['file']
  if (file === undefined) throw badParameter('The parameter file is required.')
  const json = file.bytes.toString('utf8')
  change(world, flow, { json })
  return { success: true, validation_errors: problemsOf(json) }
}

/** Only whole forms are published, and only when their endpoint is there: Meta asks it first. */
async function publish(world: World, flow: Flow): Promise<void> {
  if (flow.status !== 'DRAFT') throw refuseFlow('publish')
  const [wrong] = problemsOf(flow.json)
  if (wrong !== undefined) throw refuseFlow('publish', textOf(wrong['message']))
  if (flow.endpointUri !== null) {
    const number = numberWithKey(world)
    if (number === undefined) throw refuseFlow('publish', 'Give the public key of your endpoint to a number first.')
    const answer = await askEndpoint(world, number.id, flow.endpointUri, { version: '3.0', action: 'ping' })
    const isThere = answer.kind === 'answered' && fieldsOf(answer.body['data'])['status'] === 'active'
    if (!isThere)
      throw refuseFlow(
        'publish',
        answer.kind === 'answered' ? 'The endpoint answered its ping wrongly.' : answer.reason,
      )
  }
  turn(world, flow, 'PUBLISHED')
}

const change = (world: World, flow: Flow, to: Partial<Flow>): unknown =>
  flowsOf(world).patch(flow.id, { ...to, updatedAt: world.clock.now() })

/** Told by the webhook field `flows`. */
function turn(world: World, flow: Flow, status: FlowStatus): void {
  change(world, flow, { status })
  tellAccount(world, world.wabas.of(flow), 'flows', {
    event: 'FLOW_STATUS_CHANGE',
    message: `Flow ${flow.name} has changed status from ${flow.status} to ${status}`,
    flow_id: flow.id,
    old_status: flow.status,
    new_status: status,
  })
}

function nameIn(world: World, call: GraphCall, ownId?: string): string | undefined {
  const name = textOf(parameter(call, 'name'))?.trim()
  if (name === undefined) return undefined
  if (name === '' || name.length > 200) throw badParameter('Param name must have 1 to 200 characters.')
  if ([...flowsOf(world).all()].some((flow) => flow.name === name && flow.id !== ownId))
    throw badRequestFor(NAME_TAKEN, 'Flow name already in use', 'Flow name must be unique within one account.')
  return name
}

/** A list, or the text of one in a form. */
function categoriesIn(call: GraphCall): readonly string[] | undefined {
  const given = parameter(call, 'categories')
  if (given === undefined) return undefined
  const categories = listOf(typeof given === 'string' ? given.split(',') : given).map(String)
  const strange = categories.find((category) => !CATEGORIES.includes(category))
  if (categories.length === 0 || strange !== undefined)
    throw badParameter(`Param categories must be some of {${CATEGORIES.join(', ')}} - got "${strange ?? ''}".`)
  return categories
}

function endpointIn(call: GraphCall): string | undefined {
  const url = textOf(parameter(call, 'endpoint_uri'))
  if (url !== undefined && !URL.canParse(url)) throw badParameter('Param endpoint_uri must be a valid URI.')
  return url
}

/** Flow JSON is given as text; a form body opens what looks like JSON. */
function textIn(call: GraphCall, name: string): string | undefined {
  const value = parameter(call, name)
  return value === undefined ? undefined : (textOf(value) ?? JSON.stringify(value))
}
