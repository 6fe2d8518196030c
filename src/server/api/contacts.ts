import { ok } from '#base/result.ts'
import { toContactView } from '#contract/convert.ts'
import type { ContactId } from '#core/account/account.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

/** Who contacts are. */
export function contactHandlers({ views, loop, directory }: ApiParts): Handlers<'settleIdentity'> {
  return {
    settleIdentity: async ({ caller: { accountId, actor }, params, body }) => {
      const contact = await views.contact(accountId, params.id as ContactId)
      if (!contact) return no('contact-missing', { field: 'id', found: params.id })
      if (contact.succeeds === undefined) return no('identity-settled', { field: 'id' })
      const done = await loop.submit({
        kind: 'settle-identity',
        accountId,
        contactId: contact.contactId,
        formerId: contact.succeeds.contactId,
        intoId: contact.succeeds.contactId,
        isSame: body.same,
        by: actor,
        lineIds: directory.lines(accountId).map(({ lineId }) => lineId),
      })
      if (!done.ok) return done
      const known = await views.contact(accountId, done.value.contactId ?? contact.contactId)
      return ok(toContactView(known ?? contact))
    },
  }
}
