import { randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import { failed, ok, type Result } from '#base/result.ts'
import { toIso } from '#base/time.ts'
import type { ConsentSettingsView } from '#contract/consent.ts'
import { fromIso } from '#contract/convert-actor.ts'
import type { AccountId, ContactId, LineId } from '#core/account/account.ts'
import type { Scope } from '#core/consent/consent.ts'
import type { RecordConsent, Word } from '#core/consent/entry.ts'
import { COLUMN_WORDS, EXPECTED_WORDS } from '#core/consent/import-words.ts'
import { plainOf } from '#core/consent/recognise.ts'
import type { ConsentSettings } from '#core/consent/settings.ts'
import { digitsOf } from '#core/contact/phone-variants.ts'
import { type Refusal, refusal } from '#core/refusal/refusal.ts'
import { LANGUAGES } from '#base/language.ts'
import { verifyChain } from '#store/consent-chain.ts'
import { chainOf } from '#store/consents.ts'
import { exportOf } from '../consent/export.ts'
import { importConsents, ImportInterrupted } from '../consent/import.ts'
import { everyoneOf, proofOf } from '../consent/proof.ts'
import { proofPdf } from '../consent/proof-pdf.ts'
import { toEntryView } from '../consent/views.ts'
import { type ApiParts, type Call, type Handlers, no } from './call.ts'
import { holderOf, senderOf } from './holder.ts'

type Names =
  | 'listConsents'
  | 'recordConsent'
  | 'verifyConsents'
  | 'getConsentProof'
  | 'exportContact'
  | 'getConsentSettings'
  | 'putConsentSettings'
  | 'importConsents'
  | 'getInvitationCounts'

/** The largest file of consents; a row is about 100 bytes. */
const LARGEST_FILE_BYTES = 100 * 1024 * 1024

/** What people said about being written to: read, written down, proved. */
export function consentHandlers(parts: ApiParts): Handlers<Names> {
  const { consents, directory, loop, views, registry, clock } = parts
  return {
    listConsents: async ({ caller: { accountId }, query }) => {
      const { purpose = null, change = null, means = null, cursor = null, limit } = query
      const contact =
        query.contactId === undefined ? null : await views.contact(accountId, query.contactId as ContactId)
      const contactIds = contact ? everyoneOf(contact) : query.contactId === undefined ? null : []
      const { data, next } = await consents.list(accountId, { purpose, change, means, contactIds, limit, cursor })
      const nameOf = directory.nameOf(accountId)
      return ok({ data: data.map(({ row, name }) => toEntryView(row, name, nameOf)), next })
    },
    recordConsent: async (call) => {
      const asked = sayingOf(parts, call)
      if (!asked.ok) return asked
      const { accountId } = call.caller
      const said = { ...asked.value, of: await spokenBy(parts, accountId, asked.value.of) }
      const done = await loop.submit({ ...said, accountId })
      if (!done.ok) return done
      return ok({ contactId: done.value.contactId ?? '', repeated: done.value.repeated })
    },
    verifyConsents: async ({ caller: { accountId } }) => {
      const [head, erased] = await Promise.all([consents.head(accountId), consents.erased(accountId)])
      const verdict = await verifyChain(chainOf(consents, accountId), head, ({ link }) => erased.has(link.contactId))
      const { links, flaws } = verdict
      return ok({
        holds: flaws.length === 0,
        links,
        head: verdict.head,
        flaws: [...flaws],
        checkedAt: toIso(clock.now()),
      })
    },
    getConsentProof: async ({ caller: { accountId }, params, query, language, reply }) => {
      const contact = await views.contact(accountId, params.id as ContactId)
      if (!contact) return no('contact-missing', { field: 'id', found: params.id })
      const name = directory.account(accountId)?.name ?? ''
      const proof = await proofOf(consents, { accountId, name }, contact, clock.now())
      const isPdf = query.format === 'pdf'
      const file = `consent-${contact.contactId}.${query.format}`
      void reply
        .header('content-disposition', `attachment; filename="${file}"`)
        .header('cache-control', 'no-store')
        .type(isPdf ? 'application/pdf' : 'application/json; charset=utf-8')
        .send(isPdf ? proofPdf(proof, language) : JSON.stringify(proof, null, 2))
      return ok(undefined)
    },
    exportContact: async ({ caller: { accountId }, params, language, reply }) => {
      const contact = await views.contact(accountId, params.id as ContactId)
      if (!contact) return no('contact-missing', { field: 'id', found: params.id })
      if (contact.erasedAt !== undefined) return no('contact-erased', { field: 'id', found: params.id })
      const now = clock.now()
      const name = directory.account(accountId)?.name ?? ''
      const proof = await proofOf(consents, { accountId, name }, contact, now)
      void reply
        .header('content-disposition', `attachment; filename="contact-${contact.contactId}.json"`)
        .header('cache-control', 'no-store')
        .type('application/json; charset=utf-8')
        .send(exportOf({ views, accountId, nameOf: directory.nameOf(accountId), language, now }, contact, proof))
      return ok(undefined)
    },
    getConsentSettings: async ({ caller }) => ok(viewOf(directory.consent(caller.accountId))),
    putConsentSettings: async ({ caller: { accountId }, body }) => {
      const reasons = settingsReasons(parts, accountId, body)
      if (reasons.length > 0) return failed(reasons)
      const settings = settingsFrom(body)
      await registry.consentSettings.put(accountId, settings)
      await registry.announce('settings')
      await directory.reload()
      return ok(viewOf(settings))
    },
    importConsents: (call) => readFile(parts, call),
    getInvitationCounts: async ({ caller: { accountId } }) => {
      const counts = await parts.signUps.counts(accountId)
      const { invitations } = directory.consent(accountId)
      return ok({
        data: invitations.map(({ token }) => ({
          ...{ seen: 0, signedUp: 0, confirmed: 0 },
          ...counts.find((count) => count.token === token),
          token,
        })),
      })
    },
  }
}

function sayingOf(
  { clock }: ApiParts,
  { body, caller }: Call<'recordConsent'>,
): Result<RecordConsent, readonly Refusal[]> {
  const { contactId, phone, userId, purposes, change, means, evidence } = body
  if ([contactId, phone, userId].filter((name) => name !== undefined).length !== 1) {
    return no('input-invalid', { field: 'contactId', expected: 'one of contactId, phone, userId' })
  }
  const digits = phone === undefined ? null : digitsOf(phone)
  if (digits === '') return no('recipient-invalid', { field: 'phone', found: phone ?? '' })
  const sender = { userId: userId ?? null, phone: digits, name: null, username: null }
  const channel = 'whatsapp'
  const until = body.until === undefined || body.until === null ? null : fromIso(body.until)
  const scope = (body.scope ?? { kind: 'brand' }) as Scope
  return ok({
    kind: 'record-consent',
    of:
      contactId === undefined
        ? { kind: 'person', channel, sender }
        : { kind: 'contact', channel, contactId: contactId as ContactId },
    saying: {
      words: purposes.map((purpose): Word => ({ purpose, scope, change, until })),
      at: body.at === undefined ? clock.now() : fromIso(body.at),
      ...{ means, isExpress: true, wording: body.wording ?? null, evidence, by: caller.actor },
    },
  })
}

/** What a part of somebody said is kept with them, bound to an address of the part. */
async function spokenBy(parts: ApiParts, accountId: AccountId, of: RecordConsent['of']): Promise<RecordConsent['of']> {
  if (of.kind !== 'contact') return of
  const { contactId, channel } = of
  const holder = await holderOf(parts, accountId, contactId)
  if (holder === null || holder.contactId === contactId) return of
  const sender = senderOf(holder, contactId, { channel })
  return sender ? { kind: 'person', channel, sender } : of
}

const viewOf = ({ confirmations, invitations }: ConsentSettings): ConsentSettingsView => ({
  confirmations,
  invitations: invitations.map((invitation) => ({ ...invitation, purposes: [...invitation.purposes] })),
})

const settingsFrom = ({ confirmations, invitations }: ConsentSettingsView): ConsentSettings => ({
  confirmations: confirmations as ConsentSettings['confirmations'],
  invitations: invitations.map((invitation) => ({
    ...invitation,
    lineId: invitation.lineId as LineId,
    scope: invitation.scope as Scope,
    token: invitation.token ?? randomBytes(12).toString('base64url'),
  })),
})

/** An invitation is to one of our lines, and no two on one line have the same keyword. */
function settingsReasons(
  { directory }: ApiParts,
  accountId: AccountId,
  { invitations }: ConsentSettingsView,
): Refusal[] {
  const seen = new Set<string>()
  return invitations.flatMap(({ lineId, keyword }, index) => {
    const field = `invitations.${index}`
    if (!directory.lines(accountId).some((line) => line.lineId === lineId)) {
      return [refusal('line-missing', { field: `${field}.lineId`, found: lineId })]
    }
    const key = `${lineId} ${plainOf(keyword)}`
    const isTaken = seen.has(key) || plainOf(keyword) === ''
    seen.add(key)
    return isTaken
      ? [refusal('input-invalid', { field: `${field}.keyword`, found: keyword, expected: 'another keyword' })]
      : []
  })
}

async function readFile(parts: ApiParts, { caller, query, request, language }: Call<'importConsents'>) {
  const { accountId, actor: by } = caller
  const { media, directory, clock } = parts
  const body = request.body as Readable | undefined
  if (!body) return no('malformed', { field: 'body', expected: 'a CSV file' })
  const draft = await media.receive(body, LARGEST_FILE_BYTES)
  if (!draft) return no('too-large', { field: 'body', expected: `≤ ${LARGEST_FILE_BYTES} bytes` })
  try {
    const country = query.country ?? directory.account(accountId)?.country ?? 'MX'
    const { path, sha256 } = draft
    const skipsBad = query.badLines === 'skip'
    const file = { ...{ accountId, path, sha256, country, by, skipsBad }, source: query.source }
    const report = await importConsents({ ...parts, now: () => clock.now() }, file)
    const say = (words: readonly [string, string, string]) => words[LANGUAGES.indexOf(language)] ?? words[0]
    const badLines = report.badLines.map(({ line, column, found, expected }) => ({
      ...{ line, found },
      column: say(COLUMN_WORDS[column]),
      expected: say(EXPECTED_WORDS[expected]),
    }))
    return ok({ ...report, badLines })
  } catch (error) {
    if (error instanceof ImportInterrupted) return no('unavailable')
    throw error
  } finally {
    await draft.drop()
  }
}
