import * as z from 'zod/mini'
import { NEXT_STEP_NAMES, FAULTS, SCOPES } from '#core/problem/problem.ts'
import { consentStandingView, purposeView } from './consent.ts'
import { rightView } from './right.ts'
import { PURPOSES } from '#core/template/purpose.ts'
import { CATEGORIES, QUALITIES, SLOT_KINDS, TEMPLATE_STATUSES } from '#core/template/template.ts'
import { EVIDENCE_KINDS } from '#core/contact/evidence.ts'
import { described, iso } from './schema.ts'

export const actor = z.object({
  kind: z.enum(['agent', 'api', 'contact', 'system']),
  id: z.nullable(z.string()),
  name: z.nullable(z.string()),
})
/** Who wrote a message: `app` is one of ours in the app on a telephone, `assistant` the platform’s own. */
const author = z.object({ ...actor.shape, kind: z.enum(['agent', 'api', 'contact', 'system', 'app', 'assistant']) })
const blockedBy = z.object({ kind: z.enum(['agent', 'api', 'contact', 'system']), id: z.nullable(z.uuid()) })
const addressView = z.object({
  ...{ channel: z.string(), kind: z.enum(['user-id', 'phone', 'group']), value: z.string() },
  of: described(z.nullable(z.uuid()), 'The contact it came with, when two were merged; null: their own'),
  replaced: described(
    z.boolean(),
    'WhatsApp said that they have another one since: it names them still, and nothing is sent to it',
  ),
})
const merged = { at: iso, by: blockedBy, why: z.nullable(z.string()) }
const evidence = described(
  z.array(z.enum(EVIDENCE_KINDS)),
  'Why they were taken to be one; announced: WhatsApp said that the one is the other, with another number or id',
)
/** A contact that was merged into another. */
const partView = z.object({
  ...{ contactId: z.uuid(), into: z.uuid(), ...merged, evidence },
  wasAsked: described(z.boolean(), 'Their identity had changed, and somebody said that they are the same'),
})
const separationView = z.object({ contactId: z.uuid(), ...merged, merged: z.object(merged) })

/** What holds since `at`, by the platform’s clock. */
const told = <Value extends z.ZodMiniType>(value: Value) => z.object({ value, at: iso })

export const contactView = z.object({
  id: z.uuid(),
  name: described(z.string(), 'The name to show; never empty'),
  ownName: described(z.nullable(z.string()), 'The name they chose themselves, where it is known'),
  listed: described(
    z.nullable(z.object({ name: z.nullable(z.string()), at: iso })),
    'What the address book of the app calls them; `name` null: they were taken out of it; null: they never were in it',
  ),
  username: z.nullable(z.string()),
  phone: described(
    z.nullable(z.string()),
    'E.164 with "+"; null when WhatsApp hides it; of several, the one the conversation is with',
  ),
  addresses: z.array(addressView),
  past: described(
    z.array(z.object({ ...addressView.shape, until: iso })),
    'Phones they were the last to have, and until when; nothing is sent there',
  ),
  consents: described(z.array(consentStandingView), 'The newest word on each purpose, scope and address'),
  zone: described(z.nullable(z.string()), 'By whose clock they live, where somebody noted it; IANA'),
  outreach: described(
    z.array(
      z.object({
        ...{ messageId: z.uuid(), at: iso, purpose: purposeView, channel: z.string() },
        lineId: described(z.optional(z.uuid()), 'From which number'),
      }),
    ),
    'When we wrote first lately, oldest first',
  ),
  blocks: described(
    z.array(
      z.object({
        ...{ lineId: z.uuid(), at: iso, by: blockedBy, reason: z.string() },
        through: described(
          z.array(z.uuid()),
          'Of merged contacts (`addresses.of`, or the contact’s own) those whom WhatsApp lets through, still or again; it is asked again once they write',
        ),
        liftedBy: described(
          z.nullable(blockedBy),
          'Who let them in again, while WhatsApp has not done so for all of them yet',
        ),
      }),
    ),
    'On which of our numbers they are blocked, since when, by whom and why',
  ),
  createdAt: iso,
  succeeds: described(
    z.nullable(z.object({ contactId: z.uuid(), since: iso, because: z.enum(['identity-changed', 'other-user-id']) })),
    'Who had their addresses until then, while nobody has said whether they are the same person; their threads are apart',
  ),
  group: described(
    z.nullable(
      z.object({
        subject: told(z.nullable(z.string())),
        description: told(z.nullable(z.string())),
        state: told(z.enum(['active', 'suspended', 'deleted'])),
        participants: described(
          z.array(z.object({ contactId: z.uuid(), isIn: z.boolean(), at: iso })),
          'Whoever was ever seen in it, each a contact; `isIn`: is now, since `at`',
        ),
      }),
    ),
    'This contact is a group of people; null: a person',
  ),
  groups: described(z.array(z.uuid()), 'Groups they were ever seen in, each a contact'),
  parts: described(z.array(partView), 'Contacts that were merged into this one and can be taken out again'),
  joined: described(z.nullable(z.object({ into: z.uuid(), at: iso })), 'They are a part of that contact since'),
  separations: described(z.array(separationView), 'Merges that were undone, oldest first'),
  erasedAt: described(z.nullable(iso), 'They were erased then: nothing else is known of them'),
})
export type ContactView = z.output<typeof contactView>

export const messageStatus = z.enum([
  'queued',
  'cancelled',
  'sending',
  'unknown',
  'refused',
  'accepted',
  'sent',
  'delivered',
  'read',
  'played',
  'failed',
])

/** Why a message did not arrive: what the platform said, and what it means, in the language of the request. */
export const failureView = z.object({
  code: described(z.string(), 'Meta’s error code, or one of our refusals; stable', '131047'),
  title: described(z.string(), 'As Meta wrote it'),
  details: described(z.nullable(z.string()), 'As Meta wrote them'),
  cause: described(z.string(), 'In plain words, in the language of `Accept-Language`'),
  advice: described(z.string(), 'What helps, in the same language'),
  fault: described(z.enum(FAULTS), 'Who has to do something: `us` is Hilo, `company` its account at Meta'),
  scope: described(z.enum(SCOPES), 'What it stops: this message, or all with the same contact, template, line …'),
  nextStep: z.enum(NEXT_STEP_NAMES),
  again: described(
    z.enum(['now', 'later', 'once-mended', 'never']),
    'When the very same message may be sent once more',
  ),
})

export const messageView = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  lineId: z.uuid(),
  direction: z.enum(['in', 'out']),
  author,
  writerId: described(
    z.nullable(z.uuid()),
    'Who of a group wrote it, a contact; null: the contact of the conversation, or we',
  ),
  content: described(
    z.looseObject({ kind: z.string() }),
    'By `kind`: text, image, video, audio, document, sticker, location, contacts, reaction, buttons, list, link, location-request, contact-request, call-request, call-button, address-request, product, products, catalogue, carousel, form, order-details, order-status, template, template-reply, button-reply, list-reply, form-reply, call-answer, call, payment, welcome, handover, group-event, order, edit, revoke, system, placeholder (a file of the app’s history that has not come), unsupported, unknown',
  ),
  at: iso,
  wireId: described(z.nullable(z.string()), 'The platform’s id: wamid'),
  replyTo: z.nullable(z.object({ wireId: z.string(), messageId: z.nullable(z.uuid()) })),
  reactions: z.array(
    z.object({ by: z.enum(['contact', 'us']), writerId: z.optional(z.uuid()), emoji: z.string(), at: iso }),
  ),
  forwarded: z.boolean(),
  referral: z.nullable(z.looseObject({})),
  circumstances: described(
    z.optional(z.looseObject({})),
    'What a message came with: `group`, `forwardedOften`, `standby` (another answers), `product`',
  ),
  editedAt: z.nullable(iso),
  original: described(z.optional(z.looseObject({})), 'What an edited message said first'),
  revokedAt: z.nullable(iso),
  history: described(z.boolean(), 'Said in the app before the number came here, as its history tells'),
  status: described(z.nullable(messageStatus), 'Of our messages; null for the contact’s'),
  times: described(z.record(z.string(), iso), 'When each state was reached'),
  receipts: described(
    z.array(z.object({ contactId: z.uuid(), status: messageStatus, at: iso, code: z.optional(z.string()) })),
    'How far a message to a group has come with each of them; `code`: why it failed',
  ),
  problem: z.nullable(failureView),
  pricing: z.nullable(z.object({ category: z.string(), type: z.string(), model: z.string() })),
  right: described(z.nullable(rightView), 'The right to send, as it was judged last; null: a contact’s'),
  supersededBy: described(z.nullable(z.uuid()), 'The message that took its place when it was sent once more'),
  rule: described(
    z.optional(z.literal('away')),
    'The rule of the house that said it: `away` tells that nobody is there; absent: somebody said it',
  ),
  clientKey: described(z.nullable(z.string()), 'The idempotency key it was sent with'),
})
export type MessageView = z.output<typeof messageView>

export const conversationView = z.object({
  id: z.uuid(),
  contact: contactView,
  lineId: z.uuid(),
  of: described(z.nullable(z.uuid()), 'The part of the contact that writes and is answered here; null: their own'),
  continuedBy: described(z.nullable(z.uuid()), 'The conversation that goes on from this one, which stays resolved'),
  state: z.enum(['open', 'resolved']),
  control: described(
    z.nullable(z.object({ owner: z.enum(['us', 'assistant', 'other']), at: iso })),
    'Who answers it on the platform, as was told last, at `at`: we, its own assistant, another system; null: nobody but us was ever heard of',
  ),
  assigneeId: z.nullable(z.uuid()),
  openedAt: iso,
  resolvedAt: z.nullable(iso),
  customerWroteAt: z.nullable(iso),
  freeEntryAt: z.nullable(iso),
  freeEntryUntil: z.nullable(iso),
  windowClosesAt: described(
    z.nullable(iso),
    'End of the 24-hour window, past or future; null if the contact never wrote',
  ),
  waitingSince: z.nullable(iso),
  unread: z.int(),
  failedSends: z.int(),
  lastFailure: described(
    z.nullable(z.object({ messageId: z.uuid(), code: z.string() })),
    'The failed send heard of last; `code` as in the `problem` of the message',
  ),
  lastMessage: z.nullable(
    z.object({
      messageId: z.uuid(),
      direction: z.enum(['in', 'out']),
      kind: z.string(),
      writer: described(
        z.optional(z.object({ id: z.uuid(), name: z.nullable(z.string()) })),
        'Who of a group wrote it; `name` is null where only the contact tells it. Absent: outside of groups',
      ),
      preview: z.string(),
      outcome: described(
        z.optional(z.enum(['missed', 'unanswered', 'allowed', 'denied'])),
        'Of a call nobody took: theirs, or ours; of an answer to being asked for calls: what it was. Absent: of all else',
      ),
      at: iso,
      status: z.nullable(messageStatus),
    }),
  ),
  lastAnswer: described(z.nullable(z.object({ messageId: z.uuid(), author })), 'Our newest message and who wrote it'),
  sortAt: iso,
})
export type ConversationView = z.output<typeof conversationView>

export const lineView = z.object({
  id: z.uuid(),
  channel: z.literal('whatsapp'),
  name: z.string(),
  address: z.string(),
  country: z.string(),
  phoneNumberId: z.string(),
  wabaId: z.string(),
  account: described(
    z.nullable(z.object({ name: z.string(), portfolioId: z.string(), portfolioName: z.string() })),
    'What Meta calls its WhatsApp account, and who owns it; null: not read yet',
  ),
  state: z.enum(['connected', 'disconnected']),
  reason: z.nullable(z.string()),
  pausedAt: described(z.nullable(iso), 'Since when nothing leaves; null: messages may leave'),
  pausedBy: described(z.nullable(actor), 'Who paused it, where known'),
  messagesPerSecond: z.int(),
  opening: described(
    z.object({ isDefault: z.boolean(), countries: z.array(z.string()) }),
    'When it begins a conversation that names no number',
  ),
})
export type LineView = z.output<typeof lineView>

export const agentView = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(['agent', 'supervisor', 'admin', 'integration']),
})
export type AgentView = z.output<typeof agentView>

export const templateView = z.object({
  id: z.uuid(),
  platformId: described(z.nullable(z.string()), 'Meta’s id; null until Meta has it'),
  name: z.string(),
  language: z.string(),
  wabaId: z.string(),
  category: z.enum(CATEGORIES),
  purpose: described(z.nullable(z.enum(PURPOSES)), 'What it is for, said by us; null: nobody said'),
  status: described(z.enum(TEMPLATE_STATUSES), 'How it stands with Meta; DRAFT: Meta has never seen it'),
  statusReason: z.nullable(z.string()),
  quality: z.enum(QUALITIES),
  header: z.nullable(z.looseObject({ kind: z.string() })),
  body: z.string(),
  footer: z.nullable(z.string()),
  buttons: z.array(z.object({ kind: z.string(), text: z.string(), url: z.nullable(z.string()) })),
  fields: z.array(
    z.object({
      part: z.enum(['header', 'body', 'button']),
      buttonIndex: z.nullable(z.int()),
      name: z.string(),
      key: described(z.string(), 'The key of this field in `values`', 'header.1'),
      example: z.nullable(z.string()),
    }),
  ),
  slots: described(
    z.array(
      z.object({
        key: described(z.string(), 'The key of this slot in `values`', 'card.0.header'),
        kind: z.enum(SLOT_KINDS),
        isNeeded: z.boolean(),
        card: z.nullable(z.int()),
        part: z.enum(['header', 'body', 'button', 'offer']),
        buttonIndex: z.nullable(z.int()),
        name: z.nullable(z.string()),
      }),
    ),
    'What is given besides the fields: a file, a place, products, an end; and anything in a card',
  ),
  offer: z.nullable(z.object({ text: z.string(), expires: z.boolean() })),
  cards: z.array(
    z.object({
      header: z.nullable(z.looseObject({ kind: z.string() })),
      body: z.string(),
      buttons: z.array(z.object({ kind: z.string(), text: z.string(), url: z.nullable(z.string()) })),
    }),
  ),
  sendable: z.boolean(),
  unsupported: z.array(z.string()),
})
export type TemplateView = z.output<typeof templateView>

export const mediaImport = z.strictObject({
  link: described(z.url().check(z.maxLength(2000)), 'http or https', 'https://example.com/contrato.pdf'),
  filename: z.optional(z.nullable(z.string().check(z.maxLength(240)))),
})
export const mediaView = z.object({
  id: z.uuid(),
  mime: described(z.string(), 'By the content, whatever was claimed'),
  sizeBytes: z.int(),
  filename: z.nullable(z.string()),
  sha256: z.string(),
  pixels: described(
    z.nullable(z.object({ width: z.int(), height: z.int() })),
    'Of a picture, as its header says; null for everything else',
  ),
})
export type MediaView = z.output<typeof mediaView>

export const meView = z.object({
  agent: z.nullable(agentView),
  role: z.enum(['agent', 'supervisor', 'admin', 'integration']),
  account: z.object({ id: z.uuid(), name: z.string(), country: z.string() }),
  agents: z.array(agentView),
  lines: z.array(lineView),
  permissions: z.array(z.string()),
  /** The server's clock, so that windows are judged by one clock. */
  now: iso,
  demo: z.nullable(z.object({ emulatorUrl: z.string() })),
})
export type MeView = z.output<typeof meView>

export const problemView = z.object({
  type: described(z.string(), 'Stable URI of the kind of problem', 'https://hilo.dev/problems/window-closed'),
  title: z.string(),
  status: z.int(),
  code: described(z.string(), 'One of the refusal codes', 'window-closed'),
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(
    z.object({
      code: z.string(),
      field: z.nullable(z.string()),
      found: z.nullable(z.string()),
      expected: z.nullable(z.string()),
      message: z.string(),
    }),
  ),
})
export type ProblemView = z.output<typeof problemView>
