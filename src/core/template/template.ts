import type { AccountId } from '../account/account.ts'

export type TemplateStatus =
  'APPROVED' | 'PENDING' | 'REJECTED' | 'PAUSED' | 'DISABLED' | 'IN_APPEAL' | 'ARCHIVED' | 'DELETED' | 'OTHER'

/** A message form that Meta approved for a WhatsApp business account, one row per name and language. */
export type Template = {
  readonly accountId: AccountId
  /** The line group (WABA) it belongs to. */
  readonly groupKey: string
  readonly name: string
  /** Meta's code: `es_MX`, `pt_BR`, `en`. */
  readonly language: string
  readonly category: 'MARKETING' | 'UTILITY' | 'AUTHENTICATION'
  readonly status: TemplateStatus
  readonly statusReason: string | null
  readonly quality: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'
  readonly header: TemplateHeader | null
  readonly body: string
  readonly footer: string | null
  readonly buttons: readonly TemplateButton[]
  /** Fields of header, body and URL buttons in order of appearance. */
  readonly fields: readonly TemplateField[]
  /** Parts this version of Hilo cannot fill (media headers without file, carousel …); empty when it can be sent. */
  readonly unsupported: readonly string[]
}

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
