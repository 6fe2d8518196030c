import * as z from 'zod/mini'
import { CONSENT_CHANGES, MEANS, PURPOSES } from '#core/consent/consent.ts'
import { CONFIRMATIONS } from '#core/consent/settings.ts'
import { LANGUAGES } from '#base/language.ts'
import { described, iso } from './schema.ts'

export const purposeView = described(
  z.enum(PURPOSES),
  'service: answers; notices: what they must know; marketing: what we would sell; collections: what they owe',
)

export const scopeView = described(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('brand') }),
    z.object({ kind: z.literal('channel'), channel: z.literal('whatsapp') }),
    z.object({ kind: z.literal('line'), lineId: z.uuid() }),
  ]),
  'Where the word holds: everywhere, on a channel, or on one line',
)

/** A contact's newest word on one purpose in one scope. */
export const consentStandingView = z.object({
  entryId: z.uuid(),
  purpose: purposeView,
  scope: scopeView,
  change: z.enum(CONSENT_CHANGES),
  at: described(iso, 'When they said so'),
  until: described(z.nullable(iso), 'When a grant runs out; null: it does not'),
  means: z.enum(MEANS),
  express: described(z.boolean(), 'False: it follows from what they did, such as writing'),
  address: described(z.string(), 'The identity that said it, as `channel:kind:value`'),
})
export type ConsentStandingView = z.output<typeof consentStandingView>

const text = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest))
const wordingView = z.object({
  text: described(z.string(), 'What they agreed to, word for word'),
  version: described(z.string(), 'Which edition of it'),
})

/** A link of the consent ledger with what it is about. */
export const consentEntryView = z.object({
  number: described(z.int(), 'Its place in the company’s chain, from 1 without gaps'),
  ...consentStandingView.shape,
  contact: described(z.object({ id: z.uuid(), name: z.nullable(z.string()) }), 'Name null: erased'),
  recordedAt: described(iso, 'When it was written down'),
  hash: described(z.string(), 'SHA-256 of this link, in which the hash of the one before is contained'),
  address: described(z.nullable(z.string()), 'The identity that said it; null once erased'),
  wording: z.nullable(wordingView),
  evidence: described(
    z.nullable(z.looseObject({ kind: z.string() })),
    'By `kind`: message, ad, form, sign-up, file, call, report, statement; null once erased',
  ),
  by: described(
    z.nullable(z.object({ kind: z.enum(['agent', 'api', 'contact', 'system']), name: z.nullable(z.string()) })),
    'Who wrote it down',
  ),
})
export type ConsentEntryView = z.output<typeof consentEntryView>

export const flawView = z.object({
  number: z.int(),
  what: described(
    z.enum(['altered', 'missing', 'unchained', 'detail-altered', 'detail-missing', 'cut-short']),
    'altered: not what its hash says; missing: no such link; unchained: does not follow on the one before; cut-short: links after it are gone',
  ),
})
export const verdictView = z.object({
  holds: described(z.boolean(), 'Nothing was altered, removed or moved'),
  links: z.int(),
  head: z.object({ number: z.int(), hash: z.string() }),
  flaws: z.array(flawView),
  checkedAt: iso,
})
export type VerdictView = z.output<typeof verdictView>

const invitationDraft = z.strictObject({
  token: described(z.optional(text(60)), 'Left out for a new one'),
  name: text(100),
  lineId: z.uuid(),
  keyword: described(text(60), 'What people write to accept it', 'ALTA CLUB'),
  purposes: z.array(z.enum(PURPOSES)).check(z.minLength(1), z.maxLength(PURPOSES.length)),
  scope: scopeView,
  wording: z.strictObject({ text: text(2_000), version: text(60) }),
  language: z.enum(LANGUAGES),
})
const inEveryLanguage = z.record(z.enum(LANGUAGES), text(1_000))
export const consentSettingsView = z.strictObject({
  confirmations: described(
    z.record(z.enum(CONFIRMATIONS), inEveryLanguage),
    'What is sent back to whoever says stop or yes, in their language',
  ),
  invitations: z.array(invitationDraft).check(z.maxLength(200)),
})
export type ConsentSettingsView = z.output<typeof consentSettingsView>

/** How many came how far with an invitation. */
export const invitationCountView = z.object({
  token: z.string(),
  seen: described(z.int(), 'Times its page was opened'),
  signedUp: described(z.int(), 'Forms sent'),
  confirmed: described(z.int(), 'Of them, confirmed from the WhatsApp number they name'),
})
export type InvitationCountView = z.output<typeof invitationCountView>

/** What somebody writes down of what a person said. */
export const consentDraft = z.strictObject({
  contactId: z.optional(z.uuid()),
  phone: described(z.optional(text(30)), 'Instead of `contactId`: an international number', '+52 55 1234 5678'),
  userId: described(z.optional(text(140)), 'Or their business-scoped user id'),
  purposes: z.array(z.enum(PURPOSES)).check(z.minLength(1), z.maxLength(PURPOSES.length)),
  scope: z.optional(scopeView),
  change: z.enum(CONSENT_CHANGES),
  at: described(z.optional(iso), 'When they said so; now, if left out'),
  until: described(z.optional(z.nullable(iso)), 'When a grant runs out'),
  means: z.enum(['form', 'call', 'agent', 'link']),
  wording: z.optional(z.strictObject({ text: text(4_000), version: text(60) })),
  evidence: described(
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('form'),
        url: z.nullable(text(2_000)),
        ip: z.nullable(text(60)),
        userAgent: z.nullable(text(500)),
      }),
      z.strictObject({ kind: z.literal('call'), reference: text(200), recordingUrl: z.nullable(text(2_000)) }),
      z.strictObject({ kind: z.literal('statement'), text: text(2_000) }),
    ]),
    'What shows that they said so',
  ),
})

/** What came of reading in a file. */
export const importReport = z.object({
  sha256: described(z.string(), 'Of the file; names it in the evidence of every entry'),
  isDone: described(z.boolean(), 'False: refused because of the bad lines; nothing was read in'),
  lines: described(z.int(), 'Of data, without header and empty lines'),
  good: z.int(),
  recorded: described(z.int(), 'Good lines that said something new'),
  repeated: described(z.int(), 'Good lines that had been read in before'),
  bad: z.int(),
  badLines: described(
    z.array(z.object({ line: z.int(), column: z.string(), found: z.string(), expected: z.string() })),
    'The first thousand of them, in the language of `Accept-Language`',
  ),
})
export type ImportReport = z.output<typeof importReport>
