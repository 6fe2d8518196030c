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

  /** Nobody of them begins to be erased while it is decided; whoever does already is not touched. */
  async function unlessGoing(
    accountId: AccountId,
    fields: readonly (readonly [field: string, id: ContactId])[],
    body: CommandBody,
  ): Promise<Answered> {
    const ids = fields.map(([, id]) => id)
    const done = await privacy.whileKept(accountId, ids, async (keptOf) => {
      const going = fields.find(([, id]) =>
        keptOf(id).requests.some(({ state }) => state === 'scheduled' || state === 'erasing'),
      )
      if (going) return no('contact-being-erased', { field: going[0], found: going[1] })
      return loop.submit({ ...body, accountId })
    })
    return done.ok ? shown(accountId, done.value.contactId) : done
  }

  async function answered(accountId: AccountId, body: CommandBody): Promise<Answered> {
    const command: Command = { ...body, accountId }
    const done = await loop.submit(command)
    return done.ok ? shown(accountId, done.value.contactId) : done
  }

  async function shown(accountId: AccountId, contactId: ContactId | null | undefined): Promise<Answered> {
    const contact = contactId && (await views.contact(accountId, contactId))
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
      if (!body.same) return answered(accountId, { kind: 'settle-identity', ...about })
      const both = [['id', contactId] as const, ['id', intoId] as const]
      return unlessGoing(accountId, both, { kind: 'settle-identity', ...about })
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
      const { why = null, evidence } = body
      const about = { contactId, intoId, by, why: why || null, evidence, lineIds: linesOf(accountId) }
      const both = [['id', intoId] as const, ['with', contactId] as const]
      return unlessGoing(accountId, both, { kind: 'merge-contacts', ...about })
    },
    undoMerge: async ({ caller: { accountId, actor: by }, params, body }) => {
      const [intoId, contactId] = [params.id as ContactId, body.part as ContactId]
      const about = { contactId, intoId, by, why: body.why || null, lineIds: linesOf(accountId) }
      // Who asked may be the part, and all that is left would be erased instead of it.
      return unlessGoing(accountId, [['id', intoId]], { kind: 'undo-merge', ...about })
    },
    keepContactsApart: async ({ caller: { accountId, actor: by }, params, body }) => {
      const [contactId, otherId] = [params.id as ContactId, body.from as ContactId]
      const about = { contactId, otherId, evidence: body.evidence, by }
      const done = await loop.submit({ kind: 'keep-apart', accountId, ...about })
      return done.ok ? ok(undefined) : done
    },
  }
}
