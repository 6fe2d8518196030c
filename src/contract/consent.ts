import * as z from 'zod/mini'
import { CONSENT_CHANGES, MEANS, PURPOSES } from '#core/consent/consent.ts'
import { described, iso } from './schema.ts'

export const purposeView = described(
  z.enum(PURPOSES),
  'service: answers; notices: what they must know; marketing: what we would sell; collections: what they owe',
)

export const scopeView = described(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('brand') }),
    z.object({ kind: z.literal('channel'), channel: z.literal('whatsapp') }),
    z.object({ kind: z.literal('line'), lineId: z.uuid() }),
  ]),
  'Where the word holds: everywhere, on a channel, or on one line',
)

/** A contact's newest word on one purpose in one scope. */
export const standingView = z.object({
  entryId: z.uuid(),
  purpose: purposeView,
  scope: scopeView,
  change: z.enum(CONSENT_CHANGES),
  at: described(iso, 'When they said so'),
  until: described(z.nullable(iso), 'When a grant runs out; null: it does not'),
  means: z.enum(MEANS),
  express: described(z.boolean(), 'False: it follows from what they did, such as writing'),
  address: described(z.string(), 'The identity that said it, as `channel:kind:value`'),
})
export type StandingView = z.output<typeof standingView>
