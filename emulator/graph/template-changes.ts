import { days } from '#base/time.ts'
import { type Fields, textOf } from '../json.ts'
import { newNumericId } from '../world/ids.ts'
import type { Template } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { tellAccount } from '../webhook/tell.ts'
import { type GraphCall, parameter } from './call.ts'
import { badParameter, badRequestFor, unknownObject } from './errors.ts'
import { lintComponents, lintTemplate, reviewProblem } from './template-lint.ts'

/** The emulator's reviewer takes this long; Meta's "up to 24 hours, mostly minutes" (Cloud API, Templates, 2025-12). */
const REVIEW_MS = 1_500
/** A deleted name cannot be used again for 30 days (same page). */
const NAME_BLOCKED_MS = days(30)

/** POST and DELETE /{waba}/message_templates, and POST /{template}. */
export function manageTemplates(world: World, call: GraphCall, template?: Template): Fields {
  if (template !== undefined) {
    if (call.method === 'POST') return edit(world, template, call)
    throw unknownObject(call.method, template.id)
  }
  return call.method === 'DELETE' ? remove(world, call) : create(world, call)
}

function create(world: World, call: GraphCall): Fields {
  const components = lintTemplate(call.body)
  const name = textOf(call.body['name']) ?? ''
  const language = textOf(call.body['language']) ?? ''
  for (const other of world.templates.all()) {
    if (other.name !== name) continue
    if (other.deletedAt !== null && world.clock.now() - other.deletedAt < NAME_BLOCKED_MS) {
      throw badRequestFor(
        2388023,
        'Language is being deleted',
        `New content for ${name} can't be added while the existing one is being deleted. Try again in 4 weeks.`,
      )
    }
    if (other.deletedAt === null && other.language === language) {
      throw badRequestFor(
        2388024,
        'Content in this language already exists',
        `There is already ${language} content for this template.`,
      )
    }
  }
  const template: Template = {
    id: newNumericId(),
    name,
    language,
    status: 'PENDING',
    category: textOf(call.body['category']) as Template['category'],
    parameterFormat: textOf(call.body['parameter_format']) === 'NAMED' ? 'NAMED' : 'POSITIONAL',
    components,
    quality: 'UNKNOWN',
    rejectedReason: 'NONE',
    deletedAt: null,
  }
  world.templates.put(template.id, template)
  review(world, template.id)
  return { id: template.id, status: template.status, category: template.category }
}

function edit(world: World, template: Template, call: GraphCall): Fields {
  if (!['APPROVED', 'REJECTED', 'PAUSED'].includes(template.status)) {
    throw badRequestFor(
      2388003,
      'Template cannot be edited',
      `A template with status ${template.status} cannot be edited.`,
    )
  }
  if (call.body['components'] === undefined) throw badParameter('The parameter components is required.')
  const components = lintComponents(call.body['components'], template.category === 'AUTHENTICATION')
  world.templates.patch(template.id, { components, status: 'PENDING' })
  review(world, template.id)
  return { success: true }
}

function remove(world: World, call: GraphCall): Fields {
  const name = textOf(parameter(call, 'name'))
  const id = textOf(parameter(call, 'hsm_id'))
  if (name === undefined) throw badParameter('The parameter name is required.')
  const doomed = [...world.templates.all()].filter(
    (template) => template.name === name && template.deletedAt === null && (id === undefined || template.id === id),
  )
  if (doomed.length === 0)
    throw badRequestFor(2593002, 'Message template not found', `There is no template named ${name}.`)
  for (const template of doomed) {
    world.templates.patch(template.id, { status: 'DELETED', deletedAt: world.clock.now() })
    tellStatusOf(world, template, 'PENDING_DELETION', 'NONE')
  }
  return { success: true }
}

/** Decides a pending template a little later and tells the account. */
export function review(world: World, id: string): void {
  setTimeout(() => {
    const template = world.templates.get(id)
    if (template?.status !== 'PENDING') return
    const problem = reviewProblem(template.components)
    setTemplateStatus(world, template, problem === null ? 'APPROVED' : 'REJECTED', problem ?? 'NONE')
  }, REVIEW_MS).unref()
}

/** Changes what a template is and tells the account, as Meta does after a review or for bad quality. */
export function setTemplateStatus(world: World, template: Template, status: string, reason = 'NONE'): Template {
  const next = world.templates.patch(template.id, { status, rejectedReason: reason }) ?? template
  tellStatusOf(world, next, status, reason)
  return next
}

function tellStatusOf(world: World, template: Template, event: string, reason: string): void {
  tellAccount(world, 'message_template_status_update', {
    event,
    message_template_id: Number(template.id),
    message_template_name: template.name,
    message_template_language: template.language,
    message_template_category: template.category,
    reason,
    ...(event === 'PAUSED'
      ? { other_info: { title: 'FIRST_PAUSE', description: 'Paused for 3 hours because of low quality.' } }
      : {}),
    ...(event === 'REJECTED'
      ? {
          rejection_info: {
            reason: 'The template breaks a rule of format or content.',
            recommendation: 'Change it and submit it again.',
          },
        }
      : {}),
  })
}
