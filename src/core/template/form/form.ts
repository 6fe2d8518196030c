import type { Json } from '../lint/json.ts'
import type { Category } from '../template.ts'

/**
 * All a template can say, as people fill it in: Meta's creation body (cloud-api §3.1) taken apart. Every node keeps under
 * `rest` what Meta wrote there and we do not know, so that nothing is lost on the way there and back.
 */
export type TemplateForm = {
  readonly name: string
  readonly language: string
  /** Null: none of Meta's three. */
  readonly category: Category | null
  /** Whether fields have names; else they are numbered. */
  readonly named: boolean
  /** How long Meta tries to deliver it, in seconds; -1: 30 days; null: Meta's usual time. */
  readonly ttlSeconds: number | null
  readonly header: FormHeader | null
  readonly body: FormBody | null
  readonly footer: FormFooter | null
  readonly buttons: readonly FormButton[]
  readonly offer: FormOffer | null
  /** Empty: no carousel. */
  readonly cards: readonly FormCard[]
  /** Components nobody has told us of, or that are not as they should be, each as Meta wrote it. */
  readonly others: readonly Json[]
  readonly rest: Json
}

/** Examples by the name of the field, "1", "2" … or the given names. */
export type Examples = Readonly<Record<string, string>>

export type FormHeader =
  | { readonly kind: 'text'; readonly text: string; readonly examples: Examples; readonly rest: Json }
  /** `handle`: of the example file, from a resumable upload, or an address of Meta's own; null: none given. */
  | { readonly kind: FileHeader; readonly handle: string | null; readonly rest: Json }
  | { readonly kind: 'location' | 'product'; readonly rest: Json }
export type FileHeader = 'image' | 'video' | 'gif' | 'document'
export const FILE_HEADERS: readonly FileHeader[] = ['image', 'video', 'gif', 'document']

export type FormBody = {
  /** Empty in an authentication template: Meta writes it. */
  readonly text: string
  readonly examples: Examples
  /** In an authentication template: "do not share this code". */
  readonly securityAdvice: boolean
  readonly rest: Json
}

export type FormFooter = {
  readonly text: string
  /** In an authentication template: how long the code is good, 1 to 90; null: not said. */
  readonly codeMinutes: number | null
  readonly rest: Json
}

export type FormOffer = { readonly text: string; readonly expires: boolean; readonly rest: Json }

export type FormCard = {
  readonly header: FormHeader | null
  readonly body: FormBody | null
  readonly buttons: readonly FormButton[]
  readonly others: readonly Json[]
  readonly rest: Json
}

/** `kind` is Meta's word. */
export type FormButton = { readonly text: string; readonly rest: Json } & (
  | { readonly kind: 'QUICK_REPLY' }
  /** `example`: a whole address, where the address has a field. */
  | { readonly kind: 'URL'; readonly url: string; readonly example: string | null }
  | { readonly kind: 'PHONE_NUMBER'; readonly phone: string }
  | { readonly kind: 'COPY_CODE'; readonly example: string | null }
  | {
      readonly kind: 'OTP'
      readonly way: 'COPY_CODE' | 'ONE_TAP' | 'ZERO_TAP'
      readonly autofillText: string | null
      /** The company signed Meta's terms for codes that are taken over without a tap. */
      readonly termsAccepted: boolean
      readonly apps: readonly { readonly packageName: string; readonly signatureHash: string }[]
    }
  /** `flow`: its id; null: named or given otherwise, under `rest`. */
  | {
      readonly kind: 'FLOW'
      readonly flow: string | null
      readonly action: 'navigate' | 'data_exchange' | null
      readonly screen: string | null
    }
  | { readonly kind: 'VOICE_CALL'; readonly ttlMinutes: number | null }
  /** Nothing but a label: CATALOG, MPM, SPM, ORDER_DETAILS, REQUEST_CONTACT_INFO … */
  | { readonly kind: 'PLAIN'; readonly type: string }
)
