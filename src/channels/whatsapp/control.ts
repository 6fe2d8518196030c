import type { ControlAnswer, ThreadControl } from '#channels/platform.ts'
import { refusal } from '#core/refusal/refusal.ts'
import { objectOf, textOf } from './json.ts'

/**
 * Giving a conversation back to Meta's assistant: the thread-control endpoint of its Business Agent API, whose one action is
 * to release (2026-08; address and body are unverified, hence named here alone). Whoever wants it writes to the person.
 */
export const whatsappControl: ThreadControl = {
  release: (lineKey, address) => ({
    method: 'POST',
    path: `/business/whatsapp/phone_numbers/${encodeURIComponent(lineKey)}/thread_control`,
    body: {
      messaging_product: 'whatsapp',
      action: 'release',
      to: /^\d+$/.test(address) ? `+${address}` : address,
    },
  }),
  interpret: (answer): ControlAnswer => {
    if (answer.kind !== 'answered')
      return { kind: 'refused', because: refusal('unavailable', { found: answer.reason }) }
    if (answer.status === 200) return { kind: 'done' }
    const error = objectOf(objectOf(answer.body)?.['error'])
    const found = textOf(error?.['message']) ?? `HTTP ${answer.status}`
    const code = answer.status >= 500 || answer.status === 429 ? 'unavailable' : 'platform-refused'
    return { kind: 'refused', because: refusal(code, { found }) }
  },
}
