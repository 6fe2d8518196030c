import * as z from 'zod/mini'
import { LIKENESS_KINDS } from '#core/contact/evidence.ts'
import { cursor, described, iso, limit, page } from './schema.ts'
import { byId, route } from './route.ts'
import { contactView } from './views.ts'

const why = described(
  z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(500)))),
  'In the words of whoever does it',
)
const evidence = z._default(z.array(z.enum(LIKENESS_KINDS)).check(z.maxLength(LIKENESS_KINDS.length)), [])

const evidenceView = z.object({
  kind: z.enum(LIKENESS_KINDS),
  strength: described(z.enum(['strong', 'fair', 'supporting']), 'What only supports is never enough by itself'),
  own: z.string(),
  other: z.string(),
  words: described(z.string(), 'In the language of `Accept-Language`'),
})
export type EvidenceView = z.output<typeof evidenceView>
const evidenceViews = described(z.array(evidenceView), 'What the two look alike in, strongest first; never empty')

/** Another contact who may be the same person. */
export const proposalView = z.object({ contact: contactView, evidence: evidenceViews })
export type ProposalView = z.output<typeof proposalView>

/** Two contacts who may be the same person. */
const duplicateView = z.object({
  contacts: described(z.tuple([contactView, contactView]), 'Whoever was there first comes first'),
  evidence: evidenceViews,
  foundAt: iso,
})
export type DuplicateView = z.output<typeof duplicateView>

/** Who contacts are. */
export const contactRoutes = {
  settleIdentity: route({
    method: 'POST',
    path: '/api/v1/contacts/:id/identity',
    permission: 'contact:identify',
    summary: 'Say whether a contact is the person in `succeeds`: if so, both are merged, and their threads, too',
    params: byId,
    input: z.strictObject({ same: described(z.boolean(), 'False: another person, and nobody is asked again') }),
    output: contactView,
  }),
  listMergeProposals: route({
    method: 'GET',
    path: '/api/v1/contacts/:id/merge-proposals',
    permission: 'contact:identify',
    summary: 'Contacts who may be the same person, with what speaks for it; at most 20, nothing is changed',
    params: byId,
    output: z.object({ data: z.array(proposalView), next: z.null() }),
  }),
  listDuplicates: route({
    method: 'GET',
    path: '/api/v1/possible-duplicates',
    permission: 'contact:review',
    summary:
      'Contacts of the company who may be the same person, two by two, strongest evidence and newest find first; a page may hold fewer than asked for',
    query: z.object({
      kind: described(z.optional(z.enum(LIKENESS_KINDS)), 'Only those who are alike in this, whatever else they are'),
      q: described(
        z.optional(z.string().check(z.maxLength(200))),
        'Only pairs of which one has these in name or numbers',
      ),
      limit,
      cursor,
    }),
    output: page(duplicateView),
  }),
  mergeContact: route({
    method: 'POST',
    path: '/api/v1/contacts/:id/merge',
    permission: 'contact:identify',
    summary: 'Say that another contact is the same person: it becomes a part of this one. It can be undone',
    params: byId,
    input: z.strictObject({ with: z.uuid(), why, evidence }),
    output: contactView,
  }),
  undoMerge: route({
    method: 'POST',
    path: '/api/v1/contacts/:id/undo-merge',
    permission: 'contact:identify',
    summary: 'Take a part out again, with all that came by its addresses since; the answer is that contact',
    params: byId,
    input: z.strictObject({ part: z.uuid(), why }),
    output: contactView,
  }),
  keepContactsApart: route({
    method: 'POST',
    path: '/api/v1/contacts/:id/keep-apart',
    permission: 'contact:identify',
    summary: 'Say that another contact is not the same person: it is not proposed again with this evidence',
    params: byId,
    input: z.strictObject({ from: z.uuid(), evidence }),
    status: 204,
  }),
}
