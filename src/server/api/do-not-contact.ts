import { ok } from '#base/result.ts'
import { toIso } from '#base/time.ts'
import { digitsOf } from '#core/contact/phone-variants.ts'
import { wordsFor } from '#core/refusal/words.ts'
import type { Barred } from '#store/policies.ts'
import type { Caller } from '../auth.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

/** Every process keeps the lists at hand; a longer one belongs into a service that is asked. */
const MOST_BARRED = 50_000

/** Whom nobody may contact. */
export function doNotContactHandlers(
  parts: ApiParts,
): Handlers<'listDoNotContact' | 'addDoNotContact' | 'removeDoNotContact'> {
  const { policies, directory, registry, clock } = parts

  async function note(caller: Caller, what: 'barred' | 'unbarred', why: string, addresses: readonly string[]) {
    const { accountId, actor } = caller
    const agentId = actor.kind === 'agent' ? actor.agentId : null
    const { policy } = directory.rights(accountId)
    await policies.put(accountId, policy, { at: clock.now(), agentId, what, why, before: null, after: addresses })
    await registry.announce('settings')
    await directory.reload()
  }

  return {
    listDoNotContact: async ({ caller: { accountId }, query }) => {
      const nameOf = directory.nameOf(accountId)
      const q = query.q === undefined ? null : (addressFrom(query.q, 1) ?? query.q)
      const { data, next } = await policies.barred(accountId, { ...query, q, cursor: query.cursor ?? null })
      const shown = data.map(({ address, covers, reason, addedAt, addedBy }) => ({
        ...{ address, covers, reason, at: toIso(addedAt) },
        by: addedBy && nameOf({ kind: 'agent', agentId: addedBy }),
      }))
      return ok({ data: shown, next })
    },
    addDoNotContact: async ({ caller, body, language }) => {
      const { accountId, actor } = caller
      const read = body.addresses.map((written) => ({ written, address: addressFrom(written, SHORTEST_NUMBER) }))
      const refused = read.flatMap(({ written, address }, index) =>
        address === null ? [{ line: index + 1, found: written, message: wordsFor('recipient-invalid', language) }] : [],
      )
      const addresses = [...new Set(read.flatMap(({ address }) => (address === null ? [] : [address])))]
      if ((await policies.countBarred(accountId)) + addresses.length > MOST_BARRED) {
        return no('too-large', { field: 'addresses', expected: `at most ${MOST_BARRED} in all` })
      }
      const { covers, reason } = body
      const about = { covers, reason, addedAt: clock.now(), addedBy: actor.kind === 'agent' ? actor.agentId : null }
      if (addresses.length > 0) {
        await policies.bar(
          accountId,
          addresses.map((address): Barred => ({ address, ...about })),
        )
        await note(caller, 'barred', reason, addresses)
      }
      return ok({ added: addresses.length, refused })
    },
    removeDoNotContact: async ({ caller, body }) => {
      const addresses = body.addresses.map((written) => addressFrom(written, SHORTEST_NUMBER) ?? written)
      const removed = await policies.unbar(caller.accountId, addresses)
      if (removed.length > 0) await note(caller, 'unbarred', body.reason, removed)
      return ok({ removed: removed.length })
    },
  }
}

/** E.164: at least seven digits with the country code, at most fifteen, never a 0 first. */
const SHORTEST_NUMBER = 7

function addressFrom(written: string, shortest: number): string | null {
  const digits = digitsOf(written)
  if (/^[1-9]\d{0,14}$/.test(digits) && digits.length >= shortest) return digits
  const userId = written.trim()
  return /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(userId) ? userId : null
}
