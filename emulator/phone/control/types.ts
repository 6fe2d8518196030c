/** The control API's shapes, as docs/guide/emulator.md writes them. */

export type BusinessNumber = {
  id: string
  displayPhoneNumber: string
  verifiedName: string
  wabaId: string
  /** As Graph says it. */
  status: string
}

/** The call that goes on in a chat. */
export type Call = { id: string; by: 'customer' | 'business'; isTaken: boolean }
export type CallAct = 'call' | 'take' | 'refuse' | 'hang-up'
export type CallAnswer = 'temporary' | 'permanent' | 'no'

/** One customer's WhatsApp. */
export type Phone = {
  id: string
  waId: string
  userId: string
  name: string
  username: string | null
  online: boolean
  receipts: boolean
  hidden: boolean
  blocked: string[]
  capped: boolean
  experiment: boolean
  chats: { number: string; unread: number; last: Bubble | null; stoppedMarketing: boolean }[]
  groups: PhoneGroup[]
}

/** How a phone stands to a group; `none`: it only has the link. */
export type Standing = 'in' | 'asked' | 'out' | 'none'
export type Member = { id: string; name: string; waId: string | null }
type GroupFacts = {
  id: string
  number: string
  subject: string
  description: string
  isSuspended: boolean
  standing: Standing
  /** Without the business; empty while the phone has only asked. */
  members: Member[]
}
export type PhoneGroup = GroupFacts & { unread: number; last: Bubble | null }
/** What a link of a group tells. `asks`: the business decides who comes in. */
export type Invitation = GroupFacts & { asks: boolean; isFull: boolean }
/** A group as whoever runs the emulator sees it. */
export type Group = {
  id: string
  number: string
  subject: string
  joinApproval: string
  inviteLink: string
  participants: string[]
  isSuspended: boolean
}

export type PhoneChange = Partial<
  Pick<Phone, 'name' | 'username' | 'online' | 'receipts' | 'hidden' | 'waId' | 'capped' | 'experiment'>
>
export type NewPhone = { name: string; waId?: string; username?: string; hidden?: boolean; country?: string }

export type Side = 'customer' | 'business' | 'member'
export type BubbleStatus = 'waiting' | 'sent' | 'delivered' | 'read' | 'played' | 'failed'

/** A message as the chat shows it; `message` is Meta's own object and is read through `content.ts` only. */
export type Bubble = {
  wamid: string
  /** In a group, `member` is another of the people in it. */
  from: Side
  /** Of a group: who wrote it; null or nothing: the business, or nobody. */
  writer?: { id: string; name: string } | null
  at: number
  kind: string
  message: object
  replyTo: string | null
  reactions: { from: Side; emoji: string }[]
  edited: boolean
  revoked: boolean
  status: BubbleStatus
  error: { code: number; title: string } | null
}

export type MediaKind = 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker'

export type Compose =
  | { kind: 'text'; text: string; replyTo?: string; forwarded?: boolean; referral?: object }
  | {
      kind: MediaKind
      mediaId?: string
      sample?: true
      animated?: true
      caption?: string
      filename?: string
      replyTo?: string
    }
  | { kind: 'location'; latitude: number; longitude: number; name?: string; address?: string }
  | { kind: 'contacts'; contacts: object[] }
  | { kind: 'reaction'; target: string; emoji: string | null }
  | { kind: 'press'; target: string; buttonId: string }
  | { kind: 'choose'; target: string; rowId: string }
  | { kind: 'order'; items: object[]; text?: string; catalogId?: string }
  | { kind: 'edit'; target: string; text: string }
  | { kind: 'revoke'; target: string }
  | { kind: 'raw'; message: object }

export type GraphMode = 'ok' | 'error-500' | 'reset-after-accept' | 'hang' | 'malformed' | 'unavailable-503'

export type Faults = {
  duplicate: number
  reorder: boolean
  delayMs: number
  drop: number
  statusDelayMs: number
  nextSend: { code: number; mode: 'sync' | 'async' }[]
  graph: { latencyMs: number; mode: GraphMode }
  rates: boolean
}

export type Outcome = { outcome: 'APPROVED' | 'REJECTED'; reason?: string }
/** How Meta's reviewer decides on templates, by the emulator's clock. */
export type Review = { delayMs: number; next: Outcome[] }
export type MessagingLimit = 'TIER_250' | 'TIER_2K' | 'TIER_10K' | 'TIER_100K' | 'TIER_UNLIMITED'
export type Account = {
  messagingLimit: MessagingLimit
  pacing: { sample: number; decideMs: number; outcome: 'own' | 'release' | 'drop' } | null
}
/** A template as the emulator keeps it; the newest is last. */
export type Template = { id: string; name: string; language: string; status: string; quality: string }

/** `now` is milliseconds since 1970 on the emulator's clock, `offsetMs` how far it runs ahead of the wall clock. */
export type EmulatorClock = { now: number; offsetMs: number }

export type WebhookDelivery = { id: string; at: number; status: number; attempts: number; body: unknown }
export type GraphCall = { at: number; method: string; path: string; status: number; body: unknown; response: unknown }

export type Change =
  | { kind: 'chat'; phone: string; number: string }
  | { kind: 'phone'; phone: string }
  | { kind: 'group'; group: string; phones: string[] }
  | { kind: 'clock' }
  | { kind: 'faults' }
  | { kind: 'meta' }

export type FormField = {
  kind: 'field'
  name: string
  label: string
  input: 'text' | 'number' | 'email' | 'tel' | 'area' | 'date' | 'menu' | 'one' | 'several' | 'yes'
  isRequired: boolean
  options: readonly { id: string; title: string }[]
}
export type FormEnd = {
  label: string
  does: 'complete' | 'navigate' | 'data_exchange'
  next: string
  payload: Readonly<Record<string, unknown>>
}
export type FormScreen = {
  id: string
  title: string
  parts: readonly ({ kind: 'text'; text: string; isHeading: boolean } | FormField)[]
  end: FormEnd | null
}
/** `unknown`: Meta has no such form, so there are no screens of it. */
export type FormTurn =
  | { kind: 'unknown' }
  | { kind: 'screen'; screen: FormScreen }
  | { kind: 'complete'; answer: object }
  | { kind: 'failed'; reason: string }
export type FormStep = { action: 'open' | 'navigate' | 'data_exchange' | 'BACK'; screen?: string; data?: object }
