import * as z from 'zod/mini'
import { TEMPLATE_ORDERS } from '#core/template/numbers.ts'
import { PURPOSES } from '#core/template/purpose.ts'
import { CATEGORIES, QUALITIES, TEMPLATE_STATUSES } from '#core/template/template.ts'
import { byId, route } from './route.ts'
import { cursor, described, iso, limit, page, uuid } from './schema.ts'
import { actor, templateView } from './views.ts'

export const purpose = described(z.enum(PURPOSES), 'What a template is for, said by us, not by Meta')
const category = z.enum(CATEGORIES)
const quality = z.enum(QUALITIES)
const status = z.enum(TEMPLATE_STATUSES)
const code = described(z.string().check(z.minLength(2), z.maxLength(12)), 'Meta’s code', 'es_MX')

/** Meta's body to create a template. Kept as given, what we do not know included; the linter judges it. */
export const templateBody = z.looseObject({
  name: described(z.string(), 'Lower-case letters, digits and underscores', 'pedido_enviado'),
  language: described(z.string(), 'Meta’s code; `es-MX` is understood', 'es_MX'),
  category,
  components: described(z._default(z.array(z.looseObject({})), []), 'As Meta takes them', [
    { type: 'BODY', text: 'Hola {{1}}, tu pedido va en camino.', example: { body_text: [['Lucía']] } },
  ]),
})
export type TemplateBodyView = z.output<typeof templateBody>

/** A no in words, as in a problem's `errors`. */
export const obstacle = z.object({
  code: described(z.string(), 'One of the refusal codes', 'template-edit-limit'),
  field: z.nullable(z.string()),
  found: z.nullable(z.string()),
  expected: z.nullable(z.string()),
  message: z.string(),
})

const draftState = z.object({
  body: templateBody,
  from: described(z.nullable(z.int()), 'The version it began with; null: with nothing'),
  isBehind: described(z.boolean(), 'The template was changed at Meta since this draft began'),
  by: actor,
  at: iso,
})
const submissionState = z.object({ kind: z.enum(['create', 'edit']), by: actor, at: iso })
const trouble = z.object({
  code: described(z.string(), 'Meta’s code, or one of our refusals', '2388299'),
  cause: described(z.string(), 'In plain words'),
  advice: z.string(),
  title: described(z.nullable(z.string()), 'Meta’s own words'),
  details: z.nullable(z.string()),
  at: iso,
})

const numbers = z.object({
  lastSentAt: described(z.nullable(iso), 'Null: it was never sent'),
  sent: described(z.int(), 'Taken by Meta, of what was asked for within the last 30 days'),
  delivered: described(z.int(), 'Of those; what was read counts too'),
  read: z.int(),
  readRate: described(z.nullable(z.number()), 'Read of delivered, 0 to 1; null: none was delivered', 0.62),
  price: described(
    z.nullable(z.object({ micros: z.int(), currency: z.string() })),
    'What one cost on average since the beginning of the month 30 days ago; null: none was charged',
  ),
})

/** A template in a list: how it stands at Meta, and what is being made of it here. */
export const templateRow = z.extend(templateView, {
  hasDraft: described(z.boolean(), 'There are changes that Meta does not have'),
  isSubmitting: described(z.boolean(), 'On its way to Meta'),
  hasTrouble: described(z.boolean(), 'The last submission was not taken'),
  numbers,
  changedAt: iso,
})
export type TemplateRow = z.output<typeof templateRow>

const event = z.object({
  at: iso,
  by: described(z.nullable(actor), 'Null: Meta'),
  kind: described(z.string(), 'What happened', 'status'),
  from: described(z.nullable(z.string()), 'Before, where it is a change'),
  to: z.nullable(z.string()),
  details: z.nullable(z.string()),
})

/** All of one template. */
export const templateDetail = z.extend(templateRow, {
  revision: described(z.int(), 'To be sent along with a change'),
  content: described(z.nullable(templateBody), 'As Meta has it; null while Meta has not'),
  draft: z.nullable(draftState),
  submission: z.nullable(submissionState),
  trouble: z.nullable(trouble),
  reason: described(
    z.nullable(z.object({ code: z.string(), words: z.string(), advice: z.string() })),
    'Why Meta rejected, paused or disabled it, and what helps',
  ),
  announced: described(
    z.nullable(z.object({ category, at: z.nullable(iso) })),
    'The category Meta says it will have, and from when',
  ),
  version: described(z.int(), 'The newest version’s number; 0: Meta never had one'),
  approvedVersion: z.nullable(z.int()),
  author: described(z.nullable(actor), 'Who made it here; null: it came from Meta'),
  createdAt: iso,
  deletedAt: z.nullable(iso),
  edits: described(
    z.object({ left: z.int(), freeAt: z.nullable(iso) }),
    'How often it may be edited while it is approved, and from when again',
  ),
  nameFreeAt: described(z.nullable(iso), 'When Meta lets the name be used again; null: it is not blocked'),
  can: described(
    z.record(z.enum(['edit', 'submit', 'archive', 'unarchive', 'unpause', 'delete']), z.array(obstacle)),
    'What stands in the way of each; an empty list: nothing',
  ),
  history: described(z.array(event), 'Newest first'),
})
export type TemplateDetail = z.output<typeof templateDetail>

const libraryTemplate = z.object({
  name: z.string(),
  language: z.string(),
  topic: z.nullable(z.string()),
  useCase: z.nullable(z.string()),
  industries: z.array(z.string()),
  header: z.nullable(z.string()),
  body: z.string(),
  examples: z.array(z.string()),
  valueTypes: described(z.array(z.string()), 'What each value must be when it is sent', ['AMOUNT', 'DATE']),
  buttons: z.array(z.looseObject({})),
})

const lineId = described(uuid, 'A line of the WhatsApp account the template is for')
const purposeOrNone = described(z.optional(z.nullable(purpose)), 'Null: not said')

const action = <const Name extends string>(name: Name, summary: string) =>
  route({
    method: 'POST',
    path: `/api/v1/templates/:id/${name}`,
    permission: 'template:submit',
    summary,
    params: byId,
    output: templateDetail,
  })

/** The whole life of templates. */
export const templateRoutes = {
  listTemplates: route({
    method: 'GET',
    path: '/api/v1/templates',
    permission: 'template:read',
    summary: 'Message templates and how they do; those deleted at Meta only where their status is asked for',
    query: z.object({
      lineId: z.optional(uuid),
      q: described(z.optional(z.string().check(z.maxLength(100))), 'Part of the name'),
      status: z.optional(status),
      category: z.optional(category),
      language: z.optional(code),
      quality: z.optional(quality),
      purpose: z.optional(purpose),
      order: described(z._default(z.enum(TEMPLATE_ORDERS), 'name'), 'All but `name` begin with the greatest'),
      limit,
      cursor,
    }),
    output: page(templateRow),
  }),
  countTemplates: route({
    method: 'GET',
    path: '/api/v1/templates/counts',
    permission: 'template:read',
    summary: 'How many templates there are of each status, category, language, quality and purpose',
    query: z.object({ lineId: z.optional(uuid) }),
    output: z.object({
      status: z.record(z.string(), z.int()),
      category: z.record(z.string(), z.int()),
      language: z.record(z.string(), z.int()),
      quality: z.record(z.string(), z.int()),
      purpose: z.record(z.string(), z.int()),
    }),
  }),
  templateLimits: route({
    method: 'GET',
    path: '/api/v1/templates/limits',
    permission: 'template:read',
    summary: 'What is left of Meta’s limits for the WhatsApp account of a line',
    query: z.object({ lineId }),
    output: z.object({
      creations: z.object({
        left: described(z.int(), 'Within this hour, as far as they went through Hilo'),
        most: z.int(),
        freeAt: described(z.nullable(iso), 'When one more may be created; null: now'),
      }),
      templates: z.object({
        used: z.int(),
        most: described(z.int(), '250, or 6,000 for a verified portfolio'),
        isCertain: described(z.boolean(), 'False: whether the portfolio is verified is a guess'),
      }),
      blockedNames: z.array(z.object({ name: z.string(), until: iso })),
    }),
  }),
  listTemplateVersions: route({
    method: 'GET',
    path: '/api/v1/templates/:id/versions',
    permission: 'template:read',
    summary: 'Every text Meta has had of a template, newest first, and what is other than in the approved one',
    params: byId,
    output: z.object({
      data: z.array(
        z.object({
          version: z.int(),
          content: templateBody,
          by: described(z.nullable(actor), 'Null: changed at Meta'),
          at: iso,
          isApproved: described(z.boolean(), 'The newest that was approved'),
        }),
      ),
      difference: described(
        z.nullable(
          z.object({
            from: described(z.int(), 'The approved version, or the newest where none was approved'),
            to: described(z.nullable(z.int()), 'Null: the draft'),
            components: z.array(
              z.object({
                component: described(z.string(), 'As the linter names places', 'body'),
                before: z.nullable(z.string()),
                after: z.nullable(z.string()),
                words: z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })),
              }),
            ),
          }),
        ),
        'Of the draft, or of the newest version; null: there is nothing to compare',
      ),
    }),
  }),
  uploadTemplateMedia: route({
    method: 'POST',
    path: '/api/v1/templates/media',
    permission: 'template:write',
    summary: 'Give Meta a stored file as a template’s example, by resumable upload',
    input: z.strictObject({ lineId, mediaId: described(uuid, 'From `POST /api/v1/media`') }),
    output: z.object({ handle: described(z.string(), 'For `example.header_handle`', '4::aW1hZ2U=') }),
    status: 201,
  }),
  searchTemplateLibrary: route({
    method: 'GET',
    path: '/api/v1/templates/library',
    permission: 'template:read',
    summary: 'Meta’s own templates, which need no review',
    query: z.object({
      lineId,
      q: z.optional(z.string().check(z.maxLength(100))),
      topic: z.optional(z.string().check(z.maxLength(60))),
      useCase: z.optional(z.string().check(z.maxLength(60))),
      industry: z.optional(z.string().check(z.maxLength(60))),
      language: z.optional(code),
      limit,
      cursor,
    }),
    output: page(libraryTemplate),
  }),
  createFromLibrary: route({
    method: 'POST',
    path: '/api/v1/templates/library',
    permission: 'template:write',
    summary: 'A draft of one’s own from Meta’s library; once submitted it is approved at once',
    input: z.strictObject({
      lineId,
      libraryName: described(z.string().check(z.minLength(1), z.maxLength(512)), 'The name in the library'),
      language: code,
      name: z.string().check(z.minLength(1), z.maxLength(512)),
      buttons: described(
        z._default(
          z.array(
            z.discriminatedUnion('kind', [
              z.strictObject({
                kind: z.literal('URL'),
                url: z.string().check(z.maxLength(2000)),
                example: z._default(z.nullable(z.string()), null),
              }),
              z.strictObject({ kind: z.literal('PHONE_NUMBER'), phone: z.string().check(z.maxLength(20)) }),
            ]),
          ),
          [],
        ),
        'One for each button of the library template, in its order',
      ),
      purpose: purposeOrNone,
    }),
    output: templateDetail,
    status: 201,
  }),
  getTemplate: route({
    method: 'GET',
    path: '/api/v1/templates/:id',
    permission: 'template:read',
    summary: 'One template with its draft, what can be done with it, and its history',
    params: byId,
    output: templateDetail,
  }),
  createTemplate: route({
    method: 'POST',
    path: '/api/v1/templates',
    permission: 'template:write',
    summary: 'Begin a template; it stays here until it is submitted',
    input: z.strictObject({ lineId, body: templateBody, purpose: purposeOrNone }),
    output: templateDetail,
    status: 201,
  }),
  changeTemplate: route({
    method: 'POST',
    path: '/api/v1/templates/:id',
    permission: 'template:write',
    summary: 'Change the draft, or begin one; what Meta has stays until it is submitted. Says what it is for, too',
    params: byId,
    input: z.strictObject({
      revision: described(z.int(), 'The one of the template before you; refused if somebody changed it since'),
      body: described(z.optional(z.nullable(templateBody)), 'Null discards the draft'),
      purpose: purposeOrNone,
    }),
    output: templateDetail,
  }),
  duplicateTemplate: route({
    method: 'POST',
    path: '/api/v1/templates/:id/duplicate',
    permission: 'template:write',
    summary: 'A new draft with the same text, in another language, under another name, or for another line’s account',
    params: byId,
    input: z.strictObject({
      language: z.optional(code),
      name: z.optional(z.string().check(z.minLength(1), z.maxLength(512))),
      lineId: z.optional(lineId),
    }),
    output: templateDetail,
    status: 201,
  }),
  submitTemplate: route({
    method: 'POST',
    path: '/api/v1/templates/:id/submit',
    permission: 'template:submit',
    summary: 'Have the draft carried to Meta for review; refused while the linter finds errors or a limit is reached',
    params: byId,
    input: z.strictObject({ revision: z.int() }),
    output: templateDetail,
    status: 202,
  }),
  archiveTemplate: action('archive', 'Archive a template at Meta; it can be brought back within 28 days'),
  unarchiveTemplate: action('unarchive', 'Bring a template back from Meta’s archive'),
  unpauseTemplate: action('unpause', 'Let a template be sent again that Meta stopped to see how people take it'),
  syncTemplates: route({
    method: 'POST',
    path: '/api/v1/templates/sync',
    permission: 'template:submit',
    summary: 'Have templates read from Meta again now; it is done every quarter of an hour and whenever Meta tells',
    input: z.strictObject({ lineId: z.optional(uuid) }),
    status: 204,
  }),
  deleteTemplate: route({
    method: 'POST',
    path: '/api/v1/templates/:id/delete',
    permission: 'template:submit',
    summary: 'Delete a template, at Meta too; the name of an approved one is then blocked for 30 days',
    params: byId,
    status: 204,
  }),
}
