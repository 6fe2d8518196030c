import { readdirSync, readFileSync } from 'node:fs'
import { instant } from '#base/time.ts'
import type { AccountId, ContactId, LineId } from '#core/account/account.ts'
import type { Contact } from '#core/contact/contact.ts'
import type { Line } from '#core/line/line.ts'
import type { Inbound } from '#core/loop/command.ts'
import { receive } from './receive.ts'

const FOLDER = new URL('./samples/', import.meta.url)
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))

/** Webhook bodies, one for every example of cloud-api §2.3–2.5, by file name. */
export const SAMPLES: ReadonlyMap<string, unknown> = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.slice(0, -'.json'.length), read(file)]),
)
export const answerSample = (name: string): unknown => read(`answers/${name}.json`)

export const ACCOUNT = '00000000-0000-4000-8000-00000000000a' as AccountId

export const LINE: Line = {
  accountId: ACCOUNT,
  lineId: '00000000-0000-4000-8000-00000000000b' as LineId,
  channel: 'whatsapp',
  key: '106540352242922',
  groupKey: '102290129340398',
  name: 'Ventas',
  address: '+52 55 5000 1000',
  country: 'MX',
  state: { kind: 'connected' },
  pausedAt: null,
  pausedBy: null,
  messagesPerSecond: 80,
}

export const CONTACT: Contact = {
  accountId: ACCOUNT,
  contactId: '00000000-0000-4000-8000-00000000000c' as ContactId,
  name: 'Lucía',
  username: null,
  addresses: [
    { channel: 'whatsapp', kind: 'phone', value: '5215512345678' },
    { channel: 'whatsapp', kind: 'user-id', value: 'MX.13491208655302741918' },
  ],
  consents: [],
  createdAt: instant(0),
}

const asBytes = (body: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(body))

/** What a body says, of which nothing may be set aside. */
export function readAll(body: unknown): readonly Inbound[] {
  const received = receive(asBytes(body))
  if (received.kind === 'not-ours') throw new Error(received.reason)
  if (received.setAside.length > 0) throw new Error(`Set aside: ${JSON.stringify(received.setAside)}`)
  return received.inbound
}

/** The only thing a body says. */
export function readOne(body: unknown): Inbound {
  const [first, ...others] = readAll(body)
  if (first === undefined || others.length > 0)
    throw new Error(`Expected one, found ${others.length + (first ? 1 : 0)}`)
  return first
}

/** A body of one `messages` change. */
export const bodyOf = (value: Readonly<Record<string, unknown>>): unknown => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: LINE.groupKey,
      changes: [
        {
          field: 'messages',
          value: { messaging_product: 'whatsapp', metadata: { phone_number_id: LINE.key }, ...value },
        },
      ],
    },
  ],
})
