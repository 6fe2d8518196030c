import { type Fields, fieldsOf, isFields, listOf, textOf } from '../json.ts'
import type { Table } from '../world/store.ts'
import type { World } from '../world/world.ts'

/** DRAFT → PUBLISHED → DEPRECATED; Meta throttles or blocks one whose endpoint fails (cloud-api §1.9). */
export type FlowStatus = 'DRAFT' | 'PUBLISHED' | 'DEPRECATED' | 'THROTTLED' | 'BLOCKED'

/** A form of the account: its screens, and where it asks for data. */
export type Flow = {
  readonly id: string
  /** The first account's unless said otherwise. */
  readonly wabaId?: string
  readonly name: string
  readonly categories: readonly string[]
  readonly status: FlowStatus
  /** Flow JSON as it was given; empty: none yet. */
  readonly json: string
  /** Null: its screens hold everything. */
  readonly endpointUri: string | null
  readonly updatedAt: number
}

export const flowsOf = (world: World): Table<Flow> => world.store.table<Flow>('flows')

/** What is wrong with a Flow JSON, as Meta lists it: `error`, `error_type`, `message`, `pointers`. */
export function problemsOf(json: string): readonly Fields[] {
  if (json.trim() === '') return [problem('MISSING_FLOW_JSON', 'FLOW_JSON_ERROR', 'The flow has no JSON yet.', '')]
  const flow = readJson(json)
  if (flow === null) return [problem('INVALID_FLOW_JSON', 'FLOW_JSON_ERROR', 'The file is not a JSON object.', '')]
  const problems: Fields[] = []
  const property = (message: string, path: string) =>
    problems.push(problem('INVALID_PROPERTY_VALUE', 'FLOW_JSON_ERROR', message, path))
  if (!/^\d+\.\d+$/.test(textOf(flow['version']) ?? '')) property("Property 'version' is required.", 'version')
  const screens = listOf(flow['screens']).map(fieldsOf)
  if (screens.length === 0) property("Property 'screens' must have at least one screen.", 'screens')
  const ids = screens.map((screen) => textOf(screen['id']) ?? '')
  ids.forEach((id, index) => {
    const path = `screens[${index}]`
    if (!/^[A-Za-z_]+$/.test(id)) property('A screen id has letters and underscores only.', `${path}.id`)
    if (ids.indexOf(id) !== index) property(`Duplicate screen id '${id}'.`, `${path}.id`)
    if (!isFields(screens[index]?.['layout'])) property("Property 'layout' is required.", `${path}.layout`)
  })
  if (screens.length > 0 && !screens.some((screen) => screen['terminal'] === true))
    property('At least one screen must be terminal.', 'screens')
  return problems
}

const problem = (error: string, type: string, message: string, path: string): Fields => ({
  error,
  error_type: type,
  message,
  line_start: 1,
  line_end: 1,
  column_start: 1,
  column_end: 1,
  pointers: [{ line_start: 1, line_end: 1, column_start: 1, column_end: 1, path }],
})

/** The screens of a form, as the phone shows them. */
export const screensOf = (flow: Flow): readonly Fields[] => listOf(readJson(flow.json)?.['screens']).map(fieldsOf)

export function readJson(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    return isFields(value) ? value : null
  } catch {
    return null
  }
}
