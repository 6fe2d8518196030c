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
  /** Parts this version of Hilo cannot fill (media headers without file, carousel …); empty when it can be sent. */
  readonly unsupported: readonly string[]
}

/** What a template says, read from Meta's body. */
export type TemplateText = Pick<Template, 'header' | 'body' | 'footer' | 'buttons' | 'fields' | 'unsupported'>

/** Names one template of an account. */
export type TemplateRef = Pick<Template, 'groupKey' | 'name' | 'language'>

export type TemplateHeader =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'image' | 'video' | 'document' | 'location' }

export type TemplateButton = {
  /** Meta's word: QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE … */
  readonly kind: string
  readonly text: string
  readonly url: string | null
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
  /** Whether Meta wants names with the values (`NAMED`), or only their order. */
  readonly named: boolean
  readonly rendered: {
    readonly header: string | null
    readonly body: string
    readonly footer: string | null
    readonly buttons: readonly TemplateButton[]
  }
}
export type TemplateValue = Pick<TemplateField, 'part' | 'buttonIndex' | 'name'> & { readonly value: string }
