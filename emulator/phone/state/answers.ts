import { control } from '../control/client.ts'
import type { CallAnswer } from '../control/types.ts'
import { digitsOf } from '../text/phone-number.ts'
import { wordsIn } from '../words/index.ts'
import { readChat } from './chat.ts'
import { tell } from './notice.ts'
import { attempt } from './operate.ts'
import { samplePlace } from './samples.ts'
import { sendMessage } from './send.ts'
import { useApp } from './store.ts'

/** The answer a filled-in form sends back. */
export function sendFormAnswer(wamid: string, answer: object): void {
  sendAnswer(wamid, 'nfm_reply', { name: 'flow', body: 'Sent', response_json: JSON.stringify(answer) })
}

/** An address as Meta's form for it gives it back, by Meta's names (Cloud API, Address messages [K]). */
export function sendAddress(wamid: string, values: Readonly<Record<string, string>>): void {
  const body = Object.values(values).join('\n')
  const reply = { name: 'address_message', body, response_json: JSON.stringify({ saved_address_id: '', values }) }
  sendAnswer(wamid, 'nfm_reply', reply)
}

/** Whether the business may call, and for how long. */
export function answerCallRequest(wamid: string, answer: CallAnswer): void {
  const { phone, number } = useApp.getState()
  if (phone === null || number === null) return
  void attempt(async () => {
    await control.answerOnCalls(phone, number, answer, wamid)
    await readChat()
  })
}

/** The customer's own card, marked as given on request (cloud-api §1.12). */
export function shareContact(wamid: string): void {
  const own = useApp.getState().phones.find(({ id }) => id === useApp.getState().phone)
  if (own === undefined) return
  const contact = {
    name: { formatted_name: own.name, first_name: own.name },
    phones: [{ phone: `+${own.waId}`, wa_id: own.waId, type: 'CELL' }],
    origin: 'contact_request',
  }
  answer(wamid, { type: 'contacts', contacts: [contact] })
}

/** A place, where the business asked for one. */
export const sharePlace = (wamid: string): void =>
  answer(wamid, { type: 'location', location: samplePlace(wordsIn(useApp.getState().language)) })

const sendAnswer = (wamid: string, type: string, reply: object): void =>
  answer(wamid, { type: 'interactive', interactive: { type, [type]: reply } })

/** Nothing moves but the business hearing of it; what went wrong is told as for any other act. */
export function payBill(wamid: string, isPaid: boolean): void {
  const { phone, number, language } = useApp.getState()
  if (phone === null || number === null) return
  const { paid, notPaid } = wordsIn(language)
  void control
    .pay(phone, number, wamid, isPaid)
    .then(() => tell(isPaid ? paid : notPaid))
    .catch((error: unknown) => tell(error instanceof Error ? error.message : String(error)))
}

/** Says which message of the business it answers. */
function answer(wamid: string, content: object): void {
  const { numbers, number } = useApp.getState()
  const from = digitsOf(numbers.find((entry) => entry.id === number)?.displayPhoneNumber ?? '')
  const message = { context: { from, id: wamid }, ...content }
  sendMessage({ kind: 'raw', message }, message, wamid)
}
