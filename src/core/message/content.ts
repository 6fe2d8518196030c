import type { Instant } from '#base/time.ts'
import type { ContactId } from '../account/account.ts'
import type { GroupEvent } from '../group/group.ts'
import type { FilledTemplate } from '../template/template.ts'
import { filesOfInteractive, type InteractiveContent } from './interactive.ts'
import type { Media } from './media.ts'

export type { Frame, Header } from './frame.ts'
export type { InteractiveContent } from './interactive.ts'
export type { Media } from './media.ts'

export type ContactCard = {
  readonly name: string
  readonly phones: readonly { readonly phone: string; readonly type: string | null; readonly waId: string | null }[]
  readonly emails: readonly string[]
  readonly organisation: string | null
}

type MediaContent =
  | { readonly kind: 'image'; readonly media: Media; readonly caption: string | null }
  | { readonly kind: 'video'; readonly media: Media; readonly caption: string | null }
  | { readonly kind: 'audio'; readonly media: Media; readonly voice: boolean }
  | { readonly kind: 'document'; readonly media: Media; readonly caption: string | null }
  | { readonly kind: 'sticker'; readonly media: Media; readonly animated: boolean }

/** What either side may say. */
type SharedContent =
  | { readonly kind: 'text'; readonly text: string }
  | MediaContent
  | {
      readonly kind: 'location'
      readonly latitude: number
      readonly longitude: number
      readonly name: string | null
      readonly address: string | null
    }
  /** `own`: the contact's own card, given because we asked for it. */
  | { readonly kind: 'contacts'; readonly contacts: readonly ContactCard[]; readonly own?: boolean }
  /** `emoji` null takes the reaction back. */
  | { readonly kind: 'reaction'; readonly targetWireId: string; readonly emoji: string | null }

/** What we may send besides. */
type OurContent = InteractiveContent | { readonly kind: 'template'; readonly template: FilledTemplate }

/** What only a contact sends. */
type TheirContent =
  /** A quick reply under one of our templates. */
  | { readonly kind: 'template-reply'; readonly payload: string; readonly text: string }
  | { readonly kind: 'button-reply'; readonly id: string; readonly title: string }
  | { readonly kind: 'list-reply'; readonly id: string; readonly title: string; readonly description: string | null }
  /** `response` is what the form holds, as JSON text, exactly as received. */
  | { readonly kind: 'form-reply'; readonly name: string; readonly body: string; readonly response: string }
  | {
      readonly kind: 'order'
      readonly catalogId: string
      readonly text: string | null
      readonly items: readonly OrderItem[]
    }
  /** Whether we may call; `until` null: for good, or not at all. */
  | {
      readonly kind: 'call-answer'
      readonly allowed: boolean
      readonly until: Instant | null
      /** WhatsApp answered for them: by a setting, or because calls went unanswered. */
      readonly automatic: boolean
    }
  | Call
  /** What the platform heard of a payment we asked for. `state` is its own word. */
  | {
      readonly kind: 'payment'
      readonly reference: string
      readonly state: string
      readonly amountMicros: number | null
      readonly currency: string | null
    }
  /** Somebody opened the chat for the first time, and has said nothing yet. */
  | { readonly kind: 'welcome' }
  /** What happened in a group; `who` of them it is about, and its new name or description. */
  | {
      readonly kind: 'group-event'
      readonly event: GroupEvent
      readonly who: readonly ContactId[]
      readonly text: string | null
    }
  /** Who answers the conversation from here on: the platform's own assistant, we, or another system. */
  | { readonly kind: 'handover'; readonly to: 'assistant' | 'us' | 'other'; readonly note: string | null }
  | { readonly kind: 'edit'; readonly targetWireId: string; readonly content: Content }
  | { readonly kind: 'revoke'; readonly targetWireId: string }
  /** The contact changed number or id, or the platform tells us something: `change` is the platform's own word. */
  | { readonly kind: 'system'; readonly change: string; readonly text: string }
  /** Some file of the app's history that has not come; one older than 14 days never does (cloud-api §2.5). */
  | { readonly kind: 'placeholder' }
  /** The platform says it cannot show us this. */
  | { readonly kind: 'unsupported'; readonly what: string | null; readonly details: string | null }
  /** A type nobody has told us of: kept whole. */
  | { readonly kind: 'unknown'; readonly type: string; readonly raw: unknown }

/** A call, as far as it has come; later news of it are edits of the first. */
export type Call = {
  readonly kind: 'call'
  readonly by: 'contact' | 'us'
  /** `missed`: it ended and nobody had spoken. */
  readonly state: 'ringing' | 'accepted' | 'rejected' | 'ended' | 'missed'
  readonly seconds: number | null
}

/** What is told apart in lists: we did not take their call, they not ours; they allow calls, or do not. */
export type CallOutcome = 'missed' | 'unanswered' | 'allowed' | 'denied'

export type Content = SharedContent | OurContent | TheirContent
export type ContentKind = Content['kind']
export type OutboundContent = SharedContent | OurContent
export type OrderItem = {
  readonly productId: string
  readonly quantity: number
  readonly price: number
  readonly currency: string
}

/** An ad or post that brought the contact. */
export type Referral = {
  readonly sourceType: string
  readonly sourceId: string | null
  readonly sourceUrl: string | null
  readonly headline: string | null
  readonly body: string | null
  readonly imageUrl: string | null
  readonly videoUrl: string | null
  /** What the ad had the contact read before they wrote. */
  readonly greeting: string | null
  /** Meta's click id (`ctwa_clid`), for attribution. */
  readonly clickId: string | null
}

/** What a message came with besides its words. */
export type Circumstances = {
  /** The platform's id of the group it was written in. */
  readonly group?: string
  /** Forwarded so often that WhatsApp says so. */
  readonly forwardedOften?: true
  /** The platform's own assistant answers this conversation; we only listen. */
  readonly standby?: true
  /** The product of a catalogue it asks about. */
  readonly product?: { readonly catalogId: string | null; readonly productId: string }
}

/** `emoji` null: taken back at that instant, remembered so that an older reaction arriving late stays without effect. */
export type Reaction = {
  readonly by: 'contact' | 'us'
  /** Who of a group; absent: the contact of the conversation, or we. */
  readonly writerId?: ContactId
  readonly emoji: string | null
  readonly at: Instant
}

/** Every file that a content is sent with; those of a template, a header or a carousel included. */
export function filesIn(content: Content): readonly Media[] {
  if (content.kind === 'template')
    return (content.template.slots ?? []).flatMap(({ value }) => (value.kind === 'file' ? [value.media] : []))
  if ('media' in content) return [content.media]
  return 'header' in content || content.kind === 'carousel' ? filesOfInteractive(content) : []
}

export const mediaOf = (content: Content): Media | null => ('media' in content ? content.media : null)
