import type { Instant } from '#base/time.ts'
import type { Media } from '../message/media.ts'
import type { AccountId, TemplateId } from '../account/account.ts'
import type { Purpose } from './purpose.ts'

/** How a template stands with Meta (cloud-api §3.3). `DRAFT`: Meta has never seen it. `OTHER`: a word we do not know. */
export const TEMPLATE_STATUSES = [
  'DRAFT',
  'PENDING',
  'APPROVED',
  'REJECTED',
  'FLAGGED',
  'PAUSED',
  'DISABLED',
  'IN_APPEAL',
  'LIMIT_EXCEEDED',
  'LOCKED',
  'ARCHIVED',
  'PENDING_DELETION',
  'DELETED',
  'OTHER',
] as const
export type TemplateStatus = (typeof TEMPLATE_STATUSES)[number]

/** A flagged template is an approved one that Meta watches; it still goes [K]. */
export const isSendable = (status: TemplateStatus): boolean => status === 'APPROVED' || status === 'FLAGGED'

export const CATEGORIES = ['MARKETING', 'UTILITY', 'AUTHENTICATION'] as const
export type Category = (typeof CATEGORIES)[number]
export const QUALITIES = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'] as const
export type Quality = (typeof QUALITIES)[number]

/**
 * A message form of a WhatsApp business account, one per name and language: what a send needs of it, as it stands at Meta.
 * One that Meta has never seen is as its draft reads.
 */
export type Template = {
  readonly accountId: AccountId
  readonly templateId: TemplateId
  /** Meta's id, digits; null until Meta has it. */
  readonly platformId: string | null
  /** The line group (WABA) it belongs to. */
  readonly groupKey: string
  readonly name: string
  /** Meta's code: `es_MX`, `pt_BR`, `en`. */
  readonly language: string
  readonly category: Category
  /** What it is for, said by us; null: nobody said. */
  readonly purpose: Purpose | null
  readonly status: TemplateStatus
  readonly statusReason: string | null
  readonly quality: Quality
  readonly header: TemplateHeader | null
  readonly body: string
  readonly footer: string | null
  readonly buttons: readonly TemplateButton[]
  /** Fields of header, body and URL buttons in order of appearance. */
  readonly fields: readonly TemplateField[]
  /** What a send gives besides texts, in order; this and the next two are not in rows of before 2026-12. */
  readonly slots?: readonly TemplateSlot[]
  readonly offer?: { readonly text: string; readonly expires: boolean } | null
  readonly cards?: readonly TemplateCard[]
  /** Parts that Hilo cannot fill (payments, what is newer than Hilo …); empty when it can be sent. */
  readonly unsupported: readonly string[]
}

/** What a template says, read from Meta's body. */
export type TemplateText = Pick<
  Template,
  'header' | 'body' | 'footer' | 'buttons' | 'fields' | 'unsupported' | 'slots' | 'offer' | 'cards'
>

/** Names one template of an account. */
export type TemplateRef = Pick<Template, 'groupKey' | 'name' | 'language'>

export type TemplateHeader =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'image' | 'video' | 'gif' | 'document' | 'location' | 'product' }

export type TemplateButton = {
  /** Meta's word: QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE … */
  readonly kind: string
  readonly text: string
  readonly url: string | null
}

/** One of the cards that a person moves through. */
export type TemplateCard = {
  readonly header: TemplateHeader | null
  readonly body: string
  readonly buttons: readonly TemplateButton[]
}

/** A place for something other than a text, or for anything in a card. */
export type TemplateSlot = {
  /** From 0; null: not in a card. */
  readonly card: number | null
  readonly part: 'header' | 'body' | 'button' | 'offer'
  readonly buttonIndex: number | null
  /** Of a text; null otherwise. */
  readonly name: string | null
  readonly kind: SlotKind
  /** False: Meta takes the template without it. */
  readonly isNeeded: boolean
}
/** `expiry`: when the offer ends; `form`: what it is opened with; `thumbnail`: the product that stands for the catalogue. */
export const SLOT_KINDS = [
  ...(['text', 'image', 'video', 'gif', 'document', 'location', 'product'] as const),
  ...(['expiry', 'form', 'thumbnail', 'products'] as const),
] as const
export type SlotKind = (typeof SLOT_KINDS)[number]

export type SlotValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly media: Media }
  /** A file that Meta fetches itself; https. `filename`: what a document is called on the telephone. */
  | { readonly kind: 'link'; readonly url: string; readonly filename?: string | null }
  | {
      readonly kind: 'location'
      readonly latitude: number
      readonly longitude: number
      readonly name: string | null
      readonly address: string | null
    }
  | { readonly kind: 'product'; readonly productId: string; readonly catalogId: string }
  | { readonly kind: 'expiry'; readonly at: Instant }
  /** `data` is handed to the form's first screen. */
  | { readonly kind: 'form'; readonly token: string; readonly data: Readonly<Record<string, unknown>> | null }
  | { readonly kind: 'thumbnail'; readonly productId: string }
  | {
      readonly kind: 'products'
      readonly thumbnail: string
      readonly sections: readonly { readonly title: string; readonly productIds: readonly string[] }[]
    }

/** A place to fill in. `name` is "1", "2" … or the given name. */
export type TemplateField = {
  readonly part: 'header' | 'body' | 'button'
  /** Which button, from 0; null outside buttons. */
  readonly buttonIndex: number | null
  readonly name: string
  readonly example: string | null
}

/** A template with the values of one send, and the text as the contact will read it. */
export type FilledTemplate = {
  readonly name: string
  readonly language: string
  readonly category: Template['category']
  /** One per field of the template, same order. */
  readonly values: readonly TemplateValue[]
  /** What fills the slots; left out where there are none. */
  readonly slots?: readonly FilledSlot[]
  /** How many cards Meta has of it; left out without a carousel. */
  readonly cardCount?: number
  /** Whether Meta wants names with the values (`NAMED`), or only their order. */
  readonly named: boolean
  readonly rendered: {
    readonly header: string | null
    readonly body: string
    readonly footer: string | null
    readonly buttons: readonly TemplateButton[]
    /** What an offer that ends is called; left out where there is none. */
    readonly offer?: string
    readonly cards?: readonly { readonly body: string; readonly buttons: readonly TemplateButton[] }[]
  }
}
export type FilledSlot = TemplateSlot & { readonly value: SlotValue }
export type TemplateValue = Pick<TemplateField, 'part' | 'buttonIndex' | 'name'> & { readonly value: string }
