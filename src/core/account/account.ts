declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

/** A company using Hilo: the wall around everything else. UUID. */
export type AccountId = Id<'account'>
/** A person who works at the desk. UUID. */
export type AgentId = Id<'agent'>
/** One of our addresses on a channel: a WhatsApp number. UUID. */
export type LineId = Id<'line'>
export type ContactId = Id<'contact'>
export type ConversationId = Id<'conversation'>
/** UUIDv7: sorts by the time the message reached or left us. */
export type MessageId = Id<'message'>
/** A stored file. UUID. */
export type MediaId = Id<'media'>
/** A template in our care, for as long as we know of it. UUID. */
export type TemplateId = Id<'template'>
export type EffectId = Id<'effect'>
export type ApiKeyId = Id<'api-key'>
/** One entry of the consent ledger. UUIDv7. */
export type ConsentEntryId = Id<'consent-entry'>

/** Somebody asked for their data, or for an end to it. UUIDv7. */
export type PrivacyRequestId = Id<'privacy-request'>
/** A hold on erasing somebody. UUIDv7. */
export type HoldId = Id<'hold'>

/** Who asked for something. */
export type Actor =
  | { readonly kind: 'agent'; readonly agentId: AgentId }
  | { readonly kind: 'api'; readonly apiKeyId: ApiKeyId }
  | { readonly kind: 'contact' }
  | { readonly kind: 'system' }

/** Who wrote a message. `app`: one of ours in the app on a telephone; `assistant`: the platform's own. */
export type Author = Actor | { readonly kind: 'app' | 'assistant' }
