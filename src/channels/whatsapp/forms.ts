import type { WireRequest } from '#channels/channel.ts'
import type { KnownForm } from '#channels/platform.ts'
import { objectOf, objectsIn, textOf } from './json.ts'

/** Ours: nobody looks through more, and the newest come first. */
const FORMS_MAX = 100

/** The forms of an account (cloud-api §1.9). */
export const renderFormsQuestion = (groupKey: string): WireRequest => ({
  method: 'GET',
  path: `/${encodeURIComponent(groupKey)}/flows?fields=id,name,status,endpoint_uri&limit=${FORMS_MAX}`,
  body: null,
})

const STATES: ReadonlyMap<string, KnownForm['state']> = new Map([
  ['DRAFT', 'draft'],
  ['PUBLISHED', 'published'],
  // At most ten messages an hour (cloud-api §1.9): it may go all the same.
  ['THROTTLED', 'published'],
])

/** Null: it is no list of forms. What has no id or name is left out. */
export function readForms(answer: unknown): readonly KnownForm[] | null {
  const page = objectOf(answer)
  if (page === null || !Array.isArray(page['data'])) return null
  return objectsIn(page['data']).flatMap((row) => {
    const [id, name] = [textOf(row['id']), textOf(row['name'])]
    if (id === null || name === null) return []
    const state = STATES.get(textOf(row['status']) ?? '') ?? 'ended'
    return [{ id, name, state, asksServer: textOf(row['endpoint_uri']) !== null }]
  })
}
