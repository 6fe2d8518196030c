import type { BlockAnswer, Blocking } from '#channels/platform.ts'
import { refusal } from '#core/refusal/refusal.ts'
import { objectOf, objectsIn, textOf } from './json.ts'

/*
 * Blocking people (cloud-api §1.6). That a user id may stand where Meta writes of phones is unverified; whether the answer to
 * a removal lists `removed_users` or, as Meta's sample has it, `added_users`, does not matter here.
 */
const WROTE_TOO_LONG_AGO = 131047
const LIST_FULL = 139101
const LIST_CHANGES = 139102

export const whatsappBlocking: Blocking = {
  put: (lineKey, address, isBlocked) => ({
    method: isBlocked ? 'POST' : 'DELETE',
    path: `/${encodeURIComponent(lineKey)}/block_users`,
    body: {
      messaging_product: 'whatsapp',
      block_users: [{ user: /^\d+$/.test(address) ? `+${address}` : address }],
    },
  }),
  interpret: (answer): BlockAnswer => {
    if (answer.kind !== 'answered') return { kind: 'again', reason: answer.reason }
    const body = objectOf(answer.body)
    const error = objectOf(body?.['error'])
    const [failed] = objectsIn(objectOf(body?.['block_users'])?.['failed_users'])
    // A list with one person in it: what is said of them says more than the error of the whole.
    const told = objectsIn(failed?.['errors'])[0] ?? error
    if (answer.status === 200 && !told) return { kind: 'done' }
    const words = textOf(told?.['message']) ?? `HTTP ${answer.status}`
    switch (Number(told?.['code'])) {
      case WROTE_TOO_LONG_AGO:
        return { kind: 'refused', because: refusal('block-too-late') }
      case LIST_FULL:
        return { kind: 'refused', because: refusal('block-list-full') }
      case LIST_CHANGES:
        return { kind: 'again', reason: words }
    }
    if (answer.status >= 500 || answer.status === 429) return { kind: 'again', reason: words }
    return { kind: 'refused', because: refusal('platform-refused', { found: words }) }
  },
}
