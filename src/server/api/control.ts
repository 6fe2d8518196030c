import { ok } from '#base/result.ts'
import { toConversationView } from '#contract/convert.ts'
import type { ConversationId } from '#core/account/account.ts'
import { addressOf, userIdAt } from '#core/contact/contact.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

/** Only what Meta tells says who has a conversation: it is asked, and its webhook is the answer. */
export function controlHandlers({ views, directory, graph, platform }: ApiParts): Handlers<'releaseConversation'> {
  return {
    releaseConversation: async ({ caller: { accountId }, params }) => {
      const found = await views.conversation(accountId, params.id as ConversationId)
      if (!found) return no('conversation-missing', { field: 'id', found: params.id })
      const { conversation, contact } = found
      if (conversation.control?.owner !== 'us') return no('conversation-not-ours', { field: 'id', found: params.id })
      const line = directory.byId(accountId, conversation.lineId)
      const token = directory.accessToken(accountId, conversation.lineId)
      if (!line || token === null) return no('line-disconnected')
      const address = addressOf(contact, 'phone') ?? userIdAt(contact, line)
      if (!address) return no('no-address')
      const { release, interpret } = platform.control
      const answer = interpret(await graph.ask(token, release(line.key, address.value), 'connect'))
      if (answer.kind === 'refused') return no(answer.because.code, answer.because)
      return ok(toConversationView(conversation, contact, directory.nameOf(accountId)))
    },
  }
}
