import { days, hours } from '#base/time.ts'
import { badParameter, refuse, unknownObject } from '../graph/errors.ts'
import { type GraphCall, parameter } from '../graph/call.ts'
import { type Fields, isFields, listOf, textOf } from '../json.ts'
import { newNumericId } from '../world/ids.ts'
import type { Template, Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'
import {
  checkComponents,
  checkTemplate,
  type Draft,
  readCategory,
  readParameterFormat,
  readTimeToLive,
} from './format.ts'
import { named, setStatus, tellTurn } from './life.ts'
import { fromLibrary } from './library.ts'
import { deleteArchivedLater } from './archive.ts'
import { unpause } from './quality.ts'
import { submit } from './review.ts'
import { mostTemplates, templatesOf } from './templates-of.ts'
import { refusals } from './subcodes.ts'
import { tellAccount } from '../webhook/tell.ts'

/** A deleted name cannot be used again for 30 days (Cloud API, Templates, 2025-12). */
const NAME_BLOCKED_MS = days(30)
/** "100 templates per hour" may be created in an account (same page). */
const CREATED_PER_HOUR = 100
/** An approved template may be edited once in 24 hours and ten times in 30 days (same page). */
const EDITS = [
  { within: hours(24), most: 1 },
  { within: days(30), most: 10 },
]
const editable = ['APPROVED', 'REJECTED', 'PAUSED']

/** POST /{waba}/message_templates. */
export function createTemplate(world: World, waba: Waba, body: Fields): Fields {
  const draft = body['library_template_name'] === undefined ? null : fromLibrary(body)
  const made = checkTemplate(draft ?? body, knowsHandle(world))
  refuseTakenName(world, waba, made)
  refuseTooMany(world, waba)
  const template: Template = {
    ...made,
    id: newNumericId(),
    wabaId: waba.id,
    status: 'PENDING',
    quality: 'UNKNOWN',
    rejectedReason: 'NONE',
    deletedAt: null,
    createdAt: world.clock.now(),
    subCategory: textOf(body['sub_category']) ?? null,
    libraryName: textOf(body['library_template_name']) ?? null,
  }
  world.templates.put(template.id, template)
  world.changes.tell({ kind: 'meta' })
  if (template.libraryName === null) submit(world, template.id)
  else setStatus(world, template, { event: 'APPROVED' })
  const { id, category } = template
  return { id, status: world.templates.get(id)?.status ?? template.status, category }
}

/** POST /{template}: components as a whole; the category of an approved one stays. */
export function editTemplate(world: World, template: Template, body: Fields): Fields {
  if (!editable.includes(template.status))
    throw refusals.notEditable(`A template with status ${template.status} cannot be edited.`)
  const category = body['category'] === undefined ? template.category : readCategory(body['category'])
  if (template.status !== 'REJECTED' && category !== template.category)
    throw refusals.notEditable('The category of an approved template cannot be edited.')
  const parameterFormat =
    body['parameter_format'] === undefined ? template.parameterFormat : readParameterFormat(body['parameter_format'])
  const ttlSeconds =
    body['message_send_ttl_seconds'] === undefined
      ? (template.ttlSeconds ?? null)
      : readTimeToLive(body['message_send_ttl_seconds'], category)
  if (
    body['components'] === undefined &&
    body['message_send_ttl_seconds'] === undefined &&
    body['category'] === undefined
  )
    throw badParameter('One of the parameters components, category, message_send_ttl_seconds is required.')
  const context = { category, parameterFormat, knowsHandle: knowsHandle(world, template) }
  const components =
    body['components'] === undefined
      ? template.components
      : checkComponents(body['components'], template.language, context)
  const edits = template.status === 'APPROVED' ? withinEditLimits(world, template) : (template.edits ?? [])
  const change = { components, category, parameterFormat, ttlSeconds, edits, status: 'PENDING' }
  const next = world.templates.patch(template.id, change) ?? template
  tellComponents(world, next)
  submit(world, template.id)
  return { success: true, id: template.id, name: template.name, category }
}

/** POST /{waba}/upsert_message_templates: creates or edits a template of authentication in each language named. */
export function upsertTemplates(world: World, waba: Waba, body: Fields): Fields {
  const languages = listOf(body['languages']).map((language) => textOf(language) ?? '')
  if (languages.length === 0) throw badParameter('The parameter languages is required.')
  const name = textOf(body['name'])
  const data = languages.map((language) => {
    const known = templatesOf(world, waba).find(
      (template) => template.name === name && template.language === language && template.deletedAt === null,
    )
    if (known === undefined) return { ...createTemplate(world, waba, { ...body, language }), language }
    editTemplate(world, known, { components: body['components'] })
    return { id: known.id, status: world.templates.get(known.id)?.status, language }
  })
  return { data }
}

/** DELETE /{waba}/message_templates: by name in all languages, or one by `hsm_id` and `name`. */
export function deleteTemplates(world: World, waba: Waba, call: GraphCall): Fields {
  const name = textOf(parameter(call, 'name'))
  const id = textOf(parameter(call, 'hsm_id'))
  if (name === undefined) throw badParameter('The parameter name is required.')
  const doomed = templatesOf(world, waba).filter(
    (template) => template.name === name && template.deletedAt === null && (id === undefined || template.id === id),
  )
  if (doomed.length === 0) throw refusals.notFound(`There is no template named ${name}.`)
  const disabled = doomed.find(({ status }) => status === 'DISABLED')
  if (disabled !== undefined)
    throw refusals.notDeletable(`The template ${name} (${disabled.language}) is disabled and cannot be deleted.`)
  for (const template of doomed) removeTemplate(world, template)
  return { success: true }
}

/** Messages of an approved template that are on their way keep trying for 30 days; then it is gone. */
function removeTemplate(world: World, template: Template): void {
  const wasApproved = !['PENDING', 'REJECTED'].includes(template.status)
  world.templates.patch(template.id, { status: 'DELETED', deletedAt: world.clock.now(), wasApproved })
  tellTurn(world, template, { event: wasApproved ? 'PENDING_DELETION' : 'DELETED' })
  if (wasApproved) world.agenda.plan('template-deleted', template.id, world.clock.now() + NAME_BLOCKED_MS)
}

/** POST /{template}/{edge}. */
export function templateEdge(world: World, template: Template, edge: string): Fields {
  if (edge === 'unpause') {
    if (template.status !== 'PAUSED' || template.pause !== 'pacing')
      throw refusals.notPaused(
        'Only a template that was paused by pacing can be unpaused; other pauses end by themselves.',
      )
    unpause(world, template)
    return { success: true }
  }
  if (edge === 'archive' && template.status === 'APPROVED') {
    setStatus(world, template, { event: 'ARCHIVED' })
    deleteArchivedLater(world, template.id, world.clock.now())
    return { success: true }
  }
  if (edge === 'unarchive' && template.status === 'ARCHIVED') {
    world.agenda.cancel('delete-archived', template.id)
    world.templates.patch(template.id, { usedAt: world.clock.now() })
    setStatus(world, template, { event: 'UNARCHIVED' })
    return { success: true }
  }
  throw unknownObject('POST', template.id)
}

/** A template that was never uploaded by parts, as those of the demonstration, keeps the handle it has. */
const knowsHandle = (world: World, edited?: Template) => (handle: string) =>
  world.uploads.knows(handle) ||
  (world.uploads.mediaBehind(handle) === undefined &&
    JSON.stringify(edited?.components ?? []).includes(JSON.stringify(handle)))

function refuseTakenName(world: World, waba: Waba, { name, language }: Draft): void {
  for (const other of templatesOf(world, waba)) {
    if (other.name !== name) continue
    if (other.deletedAt !== null && other.wasApproved && world.clock.now() - other.deletedAt < NAME_BLOCKED_MS)
      throw refusals.nameInDeletion(
        `New content for ${name} can't be added while the existing one is being deleted. Try again in 4 weeks or use another name.`,
      )
    if (other.deletedAt === null && other.language === language)
      throw refusals.languageExists(`There is already ${language} content for this template.`)
  }
}

function refuseTooMany(world: World, waba: Waba): void {
  const now = world.clock.now()
  let kept = 0
  let created = 0
  for (const { deletedAt, createdAt } of templatesOf(world, waba)) {
    if (deletedAt === null) kept += 1
    if (now - (createdAt ?? 0) < hours(1)) created += 1
  }
  if (created >= CREATED_PER_HOUR)
    throw refuse(80007, `No more than ${CREATED_PER_HOUR} message templates can be created in an hour.`)
  const most = mostTemplates(world, waba)
  if (kept >= most) throw refusals.tooMany(`The account has ${kept} templates; ${most} are allowed.`)
}

/** The edits so far with this one. Throws when it is one too many. */
function withinEditLimits(world: World, { edits = [] }: Template): readonly number[] {
  const now = world.clock.now()
  for (const { within, most } of EDITS) {
    if (edits.filter((at) => now - at < within).length >= most)
      throw refusals.editedTooOften(`An approved template can be edited ${most} times in ${within / hours(24)} days.`)
  }
  return [...edits, now]
}

function tellComponents(world: World, template: Template): void {
  const part = (type: string) => template.components.find((component) => component['type'] === type)
  const text = (type: string) => textOf(part(type)?.['text'])
  const buttons = listOf(part('BUTTONS')?.['buttons']).filter(isFields)
  tellAccount(world, world.wabas.of(template), 'message_template_components_update', {
    ...named(template),
    message_template_element: text('BODY') ?? '',
    ...(text('HEADER') === undefined ? {} : { message_template_title: text('HEADER') }),
    ...(text('FOOTER') === undefined ? {} : { message_template_footer: text('FOOTER') }),
    ...(buttons.length === 0 ? {} : { message_template_buttons: buttons.map(shownButton) }),
  })
}

const shownButton = (button: Fields): Fields => ({
  message_template_button_type: button['type'],
  message_template_button_text: button['text'],
  ...(button['url'] === undefined ? {} : { message_template_button_url: button['url'] }),
  ...(button['phone_number'] === undefined ? {} : { message_template_button_phone_number: button['phone_number'] }),
})
