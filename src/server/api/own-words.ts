import { ok } from '#base/result.ts'
import type { AccountId } from '#core/account/account.ts'
import { OWN_WORDS_MAX, readOwnWord } from '#core/template/lint/own-words.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

/** A company's own words. */
export function ownWordHandlers({ ownWords, clock }: ApiParts): Handlers<'listWords' | 'addWords' | 'removeWords'> {
  const all = async (accountId: AccountId) => ok({ words: [...(await ownWords.list(accountId))] })
  return {
    listWords: ({ caller }) => all(caller.accountId),
    addWords: async ({ caller, body }) => {
      const { accountId, actor } = caller
      const words = body.words.map(readOwnWord)
      const wrong = words.indexOf(null)
      if (wrong !== -1) {
        return no('input-invalid', { field: `words.${wrong}`, found: body.words[wrong] ?? '', expected: 'one word' })
      }
      const by = { agentId: actor.kind === 'agent' ? actor.agentId : null, at: clock.now(), max: OWN_WORDS_MAX }
      const isAdded = await ownWords.add(accountId, [...new Set(words.flatMap((word) => word ?? []))], by)
      return isAdded
        ? all(accountId)
        : no('input-invalid', {
            field: 'words',
            found: String(body.words.length),
            expected: `at most ${OWN_WORDS_MAX} words in all`,
          })
    },
    removeWords: async ({ caller, body }) => {
      await ownWords.remove(
        caller.accountId,
        body.words.flatMap((word) => readOwnWord(word) ?? []),
      )
      return all(caller.accountId)
    },
  }
}
