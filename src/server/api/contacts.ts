import { ok, type Result } from '#base/result.ts'
import type { ProposalView } from '#contract/contact.ts'
import { toContactView } from '#contract/convert-contact.ts'
import type { ContactView } from '#contract/views.ts'
import type { AccountId, ContactId } from '#core/account/account.ts'
import type { Command, CommandBody } from '#core/loop/command.ts'
import { proposalsFor } from '#core/contact/propose.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import { type ApiParts, type Handlers, no } from './call.ts'
import { evidenceViews } from './evidence.ts'
import { holderOf } from './holder.ts'

/** More are no help to anybody: whoever looks that common is many people. */
const MOST_PROPOSALS = 20
type Names = 'settleIdentity' | 'listMergeProposals' | 'mergeContact' | 'undoMerge' | 'keepContactsApart'
type Answered = Result<ContactView, readonly Refusal[]>

/** Who contacts are. */
export function contactHandlers({ views, loop, directory, privacy }: ApiParts): Handlers<Names> {
  const linesOf = (accountId: AccountId) => directory.lines(accountId).map(({ lineId }) => lineId)

  async function isGoing(accountId: AccountId, contactId: ContactId): Promise<boolean> {
    const { requests } = await privacy.of(accountId, contactId)
    return requests.some(({ state }) => state === 'scheduled' || state === 'erasing')
  }

  async function answered(accountId: AccountId, body: CommandBody): Promise<Answered> {
    const command: Command = { ...body, accountId }
    const done = await loop.submit(command)
    if (!done.ok) return done
    const contact = done.value.contactId && (await views.contact(accountId, done.value.contactId))
    return contact ? ok(toContactView(contact)) : no('contact-missing', { field: 'id' })
  }

  return {
    settleIdentity: async ({ caller: { accountId, actor: by }, params, body }) => {
      const contact = await views.contact(accountId, params.id as ContactId)
      if (!contact) return no('contact-missing', { field: 'id', found: params.id })
      if (contact.succeeds === undefined) return no('identity-settled', { field: 'id' })
      const formerId = contact.succeeds.contactId
      const intoId = (await holderOf({ views }, accountId, formerId))?.contactId ?? formerId
      const { contactId } = contact
      const about = { contactId, formerId, intoId, isSame: body.same, by, lineIds: linesOf(accountId) }
      return answered(accountId, { kind: 'settle-identity', ...about })
    },
    listMergeProposals: async ({ caller: { accountId }, params, language }) => {
      const contact = await views.contact(accountId, params.id as ContactId)
      if (!contact) return no('contact-missing', { field: 'id', found: params.id })
      const others = await views.contactsAlike(accountId, contact)
      const proposals = proposalsFor(contact, others).slice(0, MOST_PROPOSALS)
      const data = proposals.map(({ contact: other, evidence }): ProposalView => ({
        contact: toContactView(other),
        evidence: evidenceViews(evidence, language),
      }))
      return ok({ data, next: null })
    },
    mergeContact: async ({ caller: { accountId, actor: by }, params, body }) => {
      const [intoId, contactId] = [params.id as ContactId, body.with as ContactId]
      for (const id of [intoId, contactId]) {
        if (await isGoing(accountId, id)) {
          return no('contact-being-erased', { field: id === intoId ? 'id' : 'with', found: id })
        }
      }
      const { why = null, evidence } = body
      const about = { contactId, intoId, by, why: why || null, evidence, lineIds: linesOf(accountId) }
      return answered(accountId, { kind: 'merge-contacts', ...about })
    },
    undoMerge: async ({ caller: { accountId, actor: by }, params, body }) => {
      const [intoId, contactId] = [params.id as ContactId, body.part as ContactId]
      // Who asked may be the part, and all that is left would be erased instead of it.
      if (await isGoing(accountId, intoId)) return no('contact-being-erased', { field: 'id', found: intoId })
      const about = { contactId, intoId, by, why: body.why || null, lineIds: linesOf(accountId) }
      return answered(accountId, { kind: 'undo-merge', ...about })
    },
    keepContactsApart: async ({ caller: { accountId, actor: by }, params, body }) => {
      const [contactId, otherId] = [params.id as ContactId, body.from as ContactId]
      const about = { contactId, otherId, evidence: body.evidence, by }
      const done = await loop.submit({ kind: 'keep-apart', accountId, ...about })
      return done.ok ? ok(undefined) : done
    },
  }
}
