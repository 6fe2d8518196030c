import { ok } from '#base/result.ts'
import { toContactView } from '#contract/convert-contact.ts'
import { toConversationView } from '#contract/convert.ts'
import { type ApiParts, type Handlers, no } from './call.ts'
import { chosenLine, contactNamed, threadOn } from './recipient.ts'
import { readTyped } from './typed-phone.ts'

/** More names than these are read by nobody: they type on. */
const MOST_FOUND = 20

/** Before a conversation is begun: who it is with, from which line, and what there is already. */
export function recipientHandlers(parts: ApiParts): Handlers<'findContacts' | 'findRecipient'> {
  const { views, directory } = parts
  return {
    findContacts: async ({ caller: { accountId }, query }) => {
      const found = await views.contactsCalled(accountId, query.q, MOST_FOUND)
      return ok({ data: found.map((contact) => toContactView(contact)), next: null })
    },
    findRecipient: async ({ caller: { accountId }, body }) => {
      const typed = 'phone' in body.to ? readTyped(body.to.phone, directory.rights(accountId).policy.country) : null
      if (typed && !typed.ok) return typed
      const phone = typed?.ok ? typed.value : null
      const to = phone ? { phone: phone.e164, lineId: body.to.lineId } : body.to
      const contact = await contactNamed(parts, accountId, to)
      if (!contact && 'contactId' in to) return no('contact-missing', { field: 'to.contactId', found: to.contactId })
      const choice = await chosenLine(parts, accountId, to)
      if (!choice && to.lineId !== undefined) return no('line-missing', { field: 'to.lineId', found: to.lineId })
      const [head] = contact && choice ? await threadOn(parts, accountId, contact.contactId, choice.line.lineId) : []
      return ok({
        phone,
        contact: contact && toContactView(contact),
        line: choice && { id: choice.line.lineId, because: choice.because },
        conversation: contact && head ? toConversationView(head, contact, directory.nameOf(accountId)) : null,
      })
    },
  }
}
