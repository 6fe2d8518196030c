import { type Fields, textOf } from '../json.ts'
import type { Template } from '../world/model.ts'
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

export function templateNode(template: Template): Fields {
  return {
    id: template.id,
    name: template.name,
    language: template.language,
    status: template.status,
    category: template.category,
    parameter_format: template.parameterFormat,
    components: template.components,
    quality_score: { score: template.quality },
    rejected_reason: template.status === 'REJECTED' ? template.rejectedReason : 'NONE',
    sub_category: null,
    previous_category: null,
    correct_category: null,
    library_template_name: null,
    message_send_ttl_seconds: null,
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
export const readTemplate = (template: Template, fields: string | undefined): Fields =>
  select(templateNode(template), fields, usual, nodeType)

/** GET /{waba}/message_templates, newest first; filters as Graph has them. */
export function listTemplates(world: World, call: GraphCall): Fields {
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
  const rows = [...world.templates.all()]
    .filter((template) => template.deletedAt === null)
    .filter((template) => name === undefined || template.name === name)
    .filter((template) => isAmong(status, template.status) && isAmong(language, template.language))
    .filter((template) => isAmong(category, template.category) && isAmong(quality, template.quality))
    .filter((template) => contains(template, search) && contains(template, content))
    .reverse()
    .map((template) => readTemplate(template, fields))
  return page(call, rows, (row) => textOf(row['id']) ?? '')
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
