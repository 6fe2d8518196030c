import { createHmac } from 'node:crypto'
import type { House } from '../house.ts'

/** What the workload tells: the same numbers always mean the same customers, messages and reports. */
export type Told = {
  readonly wabaId: string
  readonly phoneNumberId: string
  readonly appSecret: string
  readonly customers: number
  /** Unix seconds at which everything begins. */
  readonly startSeconds: number
}

/** Told to the house's first number, from now on. */
export const toldBy = ({ settings }: House, customers: number): Told => ({
  wabaId: settings.wabaId,
  phoneNumberId: settings.phoneNumbers[0]?.id ?? '',
  appSecret: settings.appSecret,
  customers,
  startSeconds: Math.floor(Date.now() / 1000),
})

export type Event =
  | { readonly kind: 'message'; readonly number: number; readonly customer: number; readonly wireId: string }
  | { readonly kind: 'status'; readonly customer: number; readonly wireId: string; readonly status: Status }
type Status = (typeof STATUSES)[number]

export const STATUSES = ['sent', 'delivered', 'read'] as const
/** Reports about so many messages go round together: first all "sent", then all "delivered", then all "read". */
const ROUND = 1_000
/** Of ten events seven are statuses. */
const STATUSES_IN_TEN = 7

export const inboundId = (number: number): string => `wamid.bench.in.${number}`
export const outboundId = (customer: number): string => `wamid.bench.out.${customer}`
export const phoneOf = (customer: number): string => `52155${10_000_000 + customer}`
export const userIdOf = (customer: number): string => `MX.bench${customer}`
const customerOfMessage = (number: number, customers: number): number => (number * 7919) % customers

/** The event with this number, from 0. */
export function eventAt(index: number, customers: number): Event {
  const [ten, place] = [Math.floor(index / 10), index % 10]
  if (place >= STATUSES_IN_TEN) {
    const number = ten * (10 - STATUSES_IN_TEN) + place - STATUSES_IN_TEN
    return { kind: 'message', number, customer: customerOfMessage(number, customers), wireId: inboundId(number) }
  }
  const number = ten * STATUSES_IN_TEN + place
  const turn = number % (ROUND * STATUSES.length)
  const customer = (Math.floor(number / (ROUND * STATUSES.length)) * ROUND + (turn % ROUND)) % customers
  const status = STATUSES[Math.floor(turn / ROUND)] ?? 'sent'
  return { kind: 'status', customer, wireId: outboundId(customer), status }
}

/** After so many events every message has had all its reports; then they repeat, and tell nothing new. */
export const eventsBeforeRepeats = (customers: number): number =>
  Math.floor((customers * STATUSES.length) / STATUSES_IN_TEN) * 10

/** One request, ready to be sent: head and signed body. */
export function requestOf(events: readonly Event[], told: Told, port: number): Buffer {
  const body = Buffer.from(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: told.wabaId, changes: events.map((event) => changeOf(event, told)) }],
    }),
  )
  const signature = createHmac('sha256', told.appSecret).update(body).digest('hex')
  const head =
    `POST /webhooks/whatsapp HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\n` +
    `x-hub-signature-256: sha256=${signature}\r\ncontent-length: ${body.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), body])
}

function changeOf(event: Event, { phoneNumberId, startSeconds }: Told): object {
  const { customer, wireId } = event
  const phone = phoneOf(customer)
  const value =
    event.kind === 'message'
      ? {
          contacts: [{ profile: { name: `Cliente ${customer}` }, wa_id: phone, user_id: userIdOf(customer) }],
          messages: [
            {
              from: phone,
              from_user_id: userIdOf(customer),
              id: wireId,
              timestamp: String(startSeconds),
              type: 'text',
              text: { body: `Hola, quisiera saber el estado de mi pedido número ${event.number}, gracias.` },
            },
          ],
        }
      : {
          statuses: [
            {
              id: wireId,
              status: event.status,
              timestamp: String(startSeconds),
              recipient_id: phone,
              recipient_user_id: userIdOf(customer),
              ...(event.status === 'sent' && {
                pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' },
              }),
            },
          ],
        }
  const metadata = { display_phone_number: '525550001000', phone_number_id: phoneNumberId }
  return { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } }
}
