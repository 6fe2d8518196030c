import * as z from 'zod/mini'
import { CONSENT_CHANGES, MEANS, PURPOSES } from '#core/consent/consent.ts'
import {
  consentDraft,
  consentEntryView,
  consentSettingsView,
  importReport,
  invitationCountView,
  verdictView,
} from './consent.ts'
import { byId, route } from './route.ts'
import { cursor, described, limit, page, uuid } from './schema.ts'

/** The consent ledger: reading, writing down, proving. */
export const consentRoutes = {
  listConsents: route({
    method: 'GET',
    path: '/api/v1/consents',
    permission: 'consent:read',
    summary: 'What people said about being written to, newest entry first',
    query: z.object({
      purpose: z.optional(z.enum(PURPOSES)),
      change: z.optional(z.enum(CONSENT_CHANGES)),
      means: z.optional(z.enum(MEANS)),
      contactId: z.optional(uuid),
      limit,
      cursor,
    }),
    output: page(consentEntryView),
  }),
  recordConsent: route({
    method: 'POST',
    path: '/api/v1/consents',
    permission: 'consent:write',
    summary: 'Write down what a person said; the very same again adds nothing',
    input: consentDraft,
    output: z.object({ contactId: uuid, repeated: z.boolean() }),
    status: 201,
  }),
  verifyConsents: route({
    method: 'GET',
    path: '/api/v1/consents/verify',
    permission: 'consent:read',
    summary: 'Go along the whole chain: was anything altered, removed or moved?',
    output: verdictView,
  }),
  getConsentProof: route({
    method: 'GET',
    path: '/api/v1/contacts/:id/consent-proof',
    permission: 'consent:read',
    summary: 'All that one person said, with its links of the chain, as JSON or PDF',
    kind: 'file',
    params: byId,
    query: z.object({ format: z._default(z.enum(['json', 'pdf']), 'json') }),
  }),
  exportContact: route({
    method: 'GET',
    path: '/api/v1/contacts/:id/export',
    permission: 'privacy:manage',
    summary:
      'All that is kept of one person: consents with their proof, conversations, messages, and where the files are',
    kind: 'file',
    params: byId,
  }),
  getConsentSettings: route({
    method: 'GET',
    path: '/api/v1/consent-settings',
    permission: 'consent:read',
    summary: 'What is sent back to whoever says stop or yes, and the invitations',
    output: consentSettingsView,
  }),
  putConsentSettings: route({
    method: 'POST',
    path: '/api/v1/consent-settings',
    permission: 'consent:manage',
    summary: 'Change them',
    input: consentSettingsView,
    output: consentSettingsView,
  }),
  getInvitationCounts: route({
    method: 'GET',
    path: '/api/v1/consent-settings/invitations',
    permission: 'consent:read',
    summary: 'What came of each invitation: pages opened, forms sent, sign-ups confirmed',
    output: z.object({ data: z.array(invitationCountView) }),
  }),
  importConsents: route({
    method: 'POST',
    path: '/api/v1/consents/import',
    permission: 'consent:manage',
    summary: 'Read in a CSV file of consents; the body is the file. The same file again adds nothing',
    kind: 'upload',
    query: z.object({
      source: described(
        z.string().check(z.minLength(3), z.maxLength(300)),
        'Where the company has these consents from',
      ),
      badLines: described(
        z._default(z.enum(['refuse', 'skip']), 'refuse'),
        'refuse: one bad line and nothing is read in; skip: all good lines are',
      ),
      country: described(
        z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
        'Of numbers without "+"; the company’s, if left out',
      ),
    }),
    output: importReport,
  }),
}
