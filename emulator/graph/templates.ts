import { type Fields, fieldsOf, listOf, textOf } from '../json.ts'
import { mostTemplates, templatesOf } from '../template/templates-of.ts'
import type { Template, Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'
import type { GraphCall } from './call.ts'
import { select } from './fields.ts'
import { page } from './paging.ts'

const usual = [
  'name',
  'parameter_format',
  'components',
  'language',
  'status',
  'category',
  'sub_category',
  'rejected_reason',
  'id',
]
const nodeType = 'WhatsAppMessageTemplate'

export function templateNode(world: World, template: Template): Fields {
  return {
    id: template.id,
    name: template.name,
    language: template.language,
    status: template.status,
    category: template.category,
    parameter_format: template.parameterFormat,
    components: template.components.map((component) => withSamples(world, component)),
    quality_score: { score: template.quality },
    rejected_reason: template.status === 'REJECTED' ? template.rejectedReason : 'NONE',
    rejection_info: template.rejection ?? null,
    sub_category: template.subCategory ?? null,
    previous_category: template.previousCategory ?? null,
    correct_category: template.correctCategory ?? null,
    library_template_name: template.libraryName ?? null,
    message_send_ttl_seconds: template.ttlSeconds ?? null,
    cta_url_link_tracking_opted_out: false,
    health_status: {
      can_send_message: template.status === 'APPROVED' ? 'AVAILABLE' : 'BLOCKED',
      entities: [
        {
          entity_type: 'MESSAGE_TEMPLATE',
          id: template.id,
          can_send_message: template.status === 'APPROVED' ? 'AVAILABLE' : 'BLOCKED',
        },
      ],
    },
  }
}

/** GET /{template}. */
export const readTemplate = (world: World, template: Template, fields: string | undefined): Fields =>
  select(templateNode(world, template), fields, usual, nodeType)

/** Where a handle was given, Meta shows the address of the picture; it cannot be used as a handle again. */
function withSamples(world: World, component: Fields): Fields {
  const cards = component['cards'] === undefined ? {} : { cards: listOf(component['cards']).map(withSamplesOfCard) }
  const [handle] = listOf(fieldsOf(component['example'])['header_handle'])
  const media = world.uploads.mediaBehind(String(handle))
  if (media === undefined) return { ...component, ...cards }
  const address = `${world.publicUrl()}/control/v1/media/${media}`
  return { ...component, ...cards, example: { ...fieldsOf(component['example']), header_handle: [address] } }

  function withSamplesOfCard(card: unknown): Fields {
    const components = listOf(fieldsOf(card)['components']).map((part) => withSamples(world, fieldsOf(part)))
    return { ...fieldsOf(card), components }
  }
}

/** GET /{waba}/message_templates, newest first; filters as Graph has them. */
export function listTemplates(world: World, waba: Waba, call: GraphCall): Fields {
  const {
    name,
    name_or_content: search,
    status,
    language,
    category,
    quality_score: quality,
    content,
    fields,
  } = call.query
  const own = templatesOf(world, waba).filter((template) => template.deletedAt === null)
  const rows = own
    .filter((template) => name === undefined || template.name === name)
    .filter((template) => isAmong(status, template.status) && isAmong(language, template.language))
    .filter((template) => isAmong(category, template.category) && isAmong(quality, template.quality))
    .filter((template) => contains(template, search) && contains(template, content))
    .toReversed()
    .map((template) => readTemplate(world, template, fields))
  const counted = call.query['summary']
  const summary = counted === undefined ? {} : { summary: summaryOf(world, waba, counted, [rows.length, own.length]) }
  return { ...page(call, rows, (row) => textOf(row['id']) ?? ''), ...summary }
}

/** `summary=total_count,…`: those found, those there are, and how many there may be (Graph API, Message templates, 2025-12). */
function summaryOf(world: World, waba: Waba, counted: string, [found, own]: readonly [number, number]): Fields {
  const all = {
    total_count: found,
    message_template_count: own,
    message_template_limit: mostTemplates(world, waba),
    are_translations_complete: true,
  }
  return select(all, counted.replace(/[[\]"\s]/g, ''), [], 'WhatsAppMessageTemplateSummary')
}

/** A filter is one value, several with commas, or a JSON list. */
function isAmong(filter: string | undefined, value: string): boolean {
  if (filter === undefined || filter === '') return true
  const wanted = filter.replace(/[[\]"\s]/g, '').split(',')
  return wanted.some((entry) => entry.toUpperCase() === value.toUpperCase())
}

const contains = (template: Template, search: string | undefined): boolean =>
  search === undefined ||
  `${template.name} ${JSON.stringify(template.components)}`.toLowerCase().includes(search.toLowerCase())
