import type { WireAnswer, WireRequest } from '#channels/channel.ts'
import type { TemplateAnswer } from '#channels/platform.ts'
import { categoryOf, type TemplateBody } from '#core/template/body.ts'
import type { PlatformAction } from '#core/template/life/act.ts'
import { withoutLibraryText } from '#core/template/library.ts'
import { ruleOf } from '#core/problem/explain.ts'
import { problemOf } from './errors.ts'
import { objectOf, textOf } from './json.ts'
import { readStatus, TEMPLATE_FIELDS } from './templates.ts'

/*
 * What Meta is asked about one template (cloud-api §1.1, §3.1, §3.3). Archiving is documented for another host by a client
 * only ([P], unverified): being wrong costs the paths in `EDGES`.
 */

const EDGES = { archive: 'archive', unarchive: 'unarchive', unpause: 'unpause' } as const

export const renderCreation = (groupKey: string, body: TemplateBody): WireRequest => ({
  method: 'POST',
  path: `/${encodeURIComponent(groupKey)}/message_templates`,
  body: withoutLibraryText(body),
})

/** Components are replaced as a whole. The category goes along only where it changes: of an approved one it is fixed. */
export function renderEdit(platformId: string, body: TemplateBody, isNewCategory: boolean): WireRequest {
  const { components, category, message_send_ttl_seconds: ttlSeconds } = body
  return {
    method: 'POST',
    path: `/${encodeURIComponent(platformId)}`,
    body: {
      components,
      ...(isNewCategory ? { category } : {}),
      ...(ttlSeconds === undefined ? {} : { message_send_ttl_seconds: ttlSeconds }),
    },
  }
}

/** Deletes this language only; without `hsm_id` Meta deletes the name in all languages. */
export function renderAction(action: PlatformAction, groupKey: string, name: string, platformId: string): WireRequest {
  if (action !== 'delete') {
    return { method: 'POST', path: `/${encodeURIComponent(platformId)}/${EDGES[action]}`, body: {} }
  }
  const query = `hsm_id=${encodeURIComponent(platformId)}&name=${encodeURIComponent(name)}`
  return { method: 'DELETE', path: `/${encodeURIComponent(groupKey)}/message_templates?${query}`, body: null }
}

/** Templates of exactly or nearly this name; the answer is a list like any other. */
export const renderSearch = (groupKey: string, name: string): WireRequest => ({
  method: 'GET',
  path:
    `/${encodeURIComponent(groupKey)}/message_templates?limit=100&name=${encodeURIComponent(name)}` +
    `&fields=${TEMPLATE_FIELDS}`,
  body: null,
})

/** "Content in this language already exists": seen by integrators, in no document we found [U]. */
const EXISTS = '2388024'

/** What an answer to any of these means. Total. */
export function interpretTemplateAnswer(answer: WireAnswer): TemplateAnswer {
  if (answer.kind === 'lost') return { kind: 'unknown' }
  if (answer.kind === 'not-sent') {
    return {
      kind: 'again',
      problem: { code: 'unavailable', title: 'Meta could not be reached', details: answer.reason },
    }
  }
  const body = objectOf(answer.body)
  const error = objectOf(body?.['error'])
  if (error !== null) {
    if (textOf(error['error_subcode']) === EXISTS) return { kind: 'exists' }
    const problem = problemOf(error)
    const known = ruleOf(problem.code)
    const isPassing = known === null ? error['is_transient'] === true || answer.status === 429 : known.repeat !== null
    return { kind: isPassing ? 'again' : 'refused', problem }
  }
  if (answer.status >= 500 || body === null) return { kind: 'unknown' }
  if (answer.status >= 300) {
    return { kind: 'refused', problem: { code: `http-${answer.status}`, title: 'Meta gave no reason', details: null } }
  }
  const status = textOf(body['status'])
  return {
    kind: 'taken',
    acceptance: {
      platformId: textOf(body['id']),
      status: status === null ? null : readStatus(status),
      category: categoryOf(body['category']),
    },
  }
}
