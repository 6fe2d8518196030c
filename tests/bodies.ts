import { createHash } from 'node:crypto'
import { pick, type Random } from '#base/random.ts'

/** What one body holds: an entry per update, in the given order, as Meta batches them. */
export type Update = { readonly line: LineFacts; readonly value: object }
export type LineFacts = { readonly phoneNumberId: string; readonly wabaId: string }

export const bodyOf = (updates: readonly Update[]): Uint8Array =>
  Buffer.from(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: updates.map(({ line, value }) => ({
        id: line.wabaId,
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '525550001000', phone_number_id: line.phoneNumberId },
              ...value,
            },
          },
        ],
      })),
    }),
  )

/** A message of a person known by phone, by user id, or by both. */
export function messageFrom(
  person: { readonly phone: string | null; readonly userId: string | null; readonly name: string },
  message: { readonly id: string; readonly timestamp: string } & Readonly<Record<string, unknown>>,
): object {
  const wa_id = person.phone === null ? {} : { wa_id: person.phone }
  const user_id = person.userId === null ? {} : { user_id: person.userId }
  const from = person.phone === null ? {} : { from: person.phone }
  const from_user_id = person.userId === null ? {} : { from_user_id: person.userId }
  return {
    contacts: [{ profile: { name: person.name }, ...wa_id, ...user_id }],
    messages: [{ ...from, ...from_user_id, ...message }],
  }
}

export const statusOf = (id: string, status: string, timestamp: number, recipient: string): object => ({
  statuses: [
    {
      id,
      status,
      timestamp: String(timestamp),
      recipient_id: recipient,
      ...(status === 'sent'
        ? { pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' } }
        : {}),
    },
  ],
})

/** The list in another order, the same for the same dice. */
export function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  const rest = [...items]
  const mixed: Item[] = []
  while (rest.length > 0) {
    const item = pick(random, rest)
    rest.splice(rest.indexOf(item), 1)
    mixed.push(item)
  }
  return mixed
}

export const wamid = (text: string): string => `wamid.${createHash('sha256').update(text).digest('base64')}`
