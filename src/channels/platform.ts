import type { Result } from '#base/result.ts'
import type { AskedState } from '#core/alert/signs.ts'
import type { LineGroup } from '#core/line/group.ts'
import type { ChannelId } from '#core/line/line.ts'
import type { PlatformTemplate } from '#core/template/life/heard.ts'
import type { CodeMethod } from '#core/guide/guide.ts'
import type { SendProblem } from '#core/message/status.ts'
import type { TemplateBody } from '#core/template/body.ts'
import type { LibraryTemplate } from '#core/template/library.ts'
import type { PlatformAction } from '#core/template/life/act.ts'
import type { TemplateNews } from '#core/template/life/news.ts'
import type { Acceptance } from '#core/template/life/submit.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import type { WireAnswer, WireRequest } from './channel.ts'

/**
 * What a platform with signed webhooks and templates knows besides sending and receiving: how its door is kept, and how
 * its template list reads. Pure, like a channel.
 */
export type Platform = {
  readonly channel: ChannelId
  /** The header that carries the signature, lower case. */
  readonly signatureHeader: string
  /** The candidate whose secret signed exactly these bytes; null when none did, or nothing was signed. */
  readonly signerOf: <Candidate extends { readonly secret: string }>(
    body: Uint8Array,
    signature: string | readonly string[] | undefined,
    candidates: readonly Candidate[],
  ) => Candidate | null
  /** The text to answer a subscription's handshake with; null: the token is not ours, or it is no handshake. */
  readonly handshake: (query: Readonly<Record<string, unknown>>, verifyTokens: readonly string[]) => string | null
  /** What a body speaks of, or why it is none of this platform's. */
  readonly keysOf: (body: Uint8Array) => Result<PlatformKeys, string>
  readonly onboarding: Onboarding
  readonly presence: Presence
  readonly blocking: Blocking
  readonly control: ThreadControl
  readonly uploads: ExampleUploads
  readonly forms: {
    /**
     * What a form on the telephone asks, sealed for this private key (PEM), and how its answer is sealed. `another-key`:
     * the telephone believes us to have another one, or the bytes were changed.
     */
    readonly open: (body: Uint8Array, privateKey: string) => Result<OpenedForm, 'another-key' | 'malformed'>
    /** Gives the platform the public key (PEM) of a line's forms. */
    readonly publish: (lineKey: string, publicKey: string) => WireRequest
    /** The forms a group has, newest first. */
    readonly list: (groupKey: string) => WireRequest
    /** Null: it is no list of forms. */
    readonly readAll: (answer: unknown) => readonly KnownForm[] | null
  }
  readonly library: {
    readonly ask: (question: LibraryQuestion) => WireRequest
    /** Null: it is no page of the library. */
    readonly read: (answer: unknown) => LibraryPage | null
  }
  readonly templates: {
    /** Asks for one page of a group's templates; `after` continues an earlier page. */
    readonly ask: (groupKey: string, after: string | null) => WireRequest
    /** Asks for those of exactly or nearly this name. */
    readonly search: (groupKey: string, name: string) => WireRequest
    readonly create: (groupKey: string, body: TemplateBody) => WireRequest
    readonly edit: (platformId: string, body: TemplateBody, isNewCategory: boolean) => WireRequest
    readonly act: (action: PlatformAction, groupKey: string, name: string, platformId: string) => WireRequest
    /** What an answer to `create`, `edit` or `act` means. */
    readonly interpret: (answer: WireAnswer) => TemplateAnswer
    /** What a notice's field says of one template; null: nothing that changes what we know of it. */
    readonly news: (field: string, value: unknown) => TemplateNews | null
    /** Reads the answer to `ask` or `search`; null: it is no page of templates, and nothing may be concluded from what is absent. */
    readonly read: (answer: unknown) => TemplatePage | null
  }
}

/** Having the platform hold back what somebody writes to a line. */
export type Blocking = {
  /** `address`: as the platform knows them, a phone in digits or a user id. */
  readonly put: (lineKey: string, address: string, isBlocked: boolean) => WireRequest
  readonly interpret: (answer: WireAnswer) => BlockAnswer
}
export type BlockAnswer =
  | { readonly kind: 'done' }
  /** Somebody else is changing the list, or nobody answered: the same may be asked again. */
  | { readonly kind: 'again'; readonly reason: string }
  | { readonly kind: 'refused'; readonly because: Refusal }

/** Giving a conversation back to the platform's own assistant. */
export type ThreadControl = {
  /** `address`: as the platform knows the person, a phone in digits or a user id. */
  readonly release: (lineKey: string, address: string) => WireRequest
  readonly interpret: (answer: WireAnswer) => ControlAnswer
}
export type ControlAnswer = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly because: Refusal }

/** How numbers come to us: tokens, webhooks, codes, PIN; each a request to be sent with a token, and how answers read. */
export type Onboarding = {
  readonly ask: {
    /** A token for the code of the sign-up dialog. */
    readonly exchange: (appId: string, appSecret: string, code: string) => WireRequest
    readonly token: (token: string) => WireRequest
    /** With a proof that the app's secret is the right one, or without. */
    readonly group: (groupKey: string, proof: string | null) => WireRequest
    readonly numbers: (groupKey: string) => WireRequest
    readonly number: (key: string) => WireRequest
    readonly add: (
      groupKey: string,
      number: { readonly callingCode: string; readonly national: string; readonly displayName: string },
    ) => WireRequest
    /** Takes a number over from another group; answers with its id there. */
    readonly take: (
      groupKey: string,
      number: { readonly callingCode: string; readonly national: string },
    ) => WireRequest
    /** Where an app's webhooks go; with the app's own token. */
    readonly callbacks: (appId: string) => WireRequest
    /** `sure` is what is told to every app; what else there may be is refused where it is not. */
    readonly callback: (appId: string, url: string, verifyToken: string, fields: 'sure' | 'all') => WireRequest
    /** Lets the token's app hear of a group; at another address than the app's, where one is given. */
    readonly hear: (
      groupKey: string,
      override: { readonly url: string; readonly verifyToken: string } | null,
    ) => WireRequest
    /** Has what is written to this number told at this address, whatever is set for its account or app. */
    readonly hearNumber: (key: string, url: string, verifyToken: string) => WireRequest
    readonly code: (key: string, method: CodeMethod, language: string) => WireRequest
    readonly verify: (key: string, code: string) => WireRequest
    readonly register: (key: string, pin: string) => WireRequest
    readonly deregister: (key: string) => WireRequest
    readonly setPin: (key: string, pin: string) => WireRequest
    readonly rename: (key: string, displayName: string) => WireRequest
    readonly synchronise: (key: string, what: 'contacts' | 'history') => WireRequest
  }
  readonly answer: (answer: WireAnswer) => OnboardingAnswer
  /** These read the body of what was taken; null or empty: it is not what was asked for. */
  readonly readToken: (body: unknown) => TokenSays | null
  readonly readNumber: (body: unknown) => FoundNumber | null
  readonly readNumbers: (body: unknown) => readonly FoundNumber[]
  readonly readId: (body: unknown) => string | null
  /** Who owns a group; null: the platform does not say. */
  readonly readGroup: (body: unknown) => LineGroup | null
  /** What the platform calls a group. */
  readonly readGroupName: (body: unknown) => string | null
  readonly readAccessToken: (body: unknown) => string | null
  readonly readCallbacks: (body: unknown) => readonly string[]
}

/** What a number shows to customers; how it is asked for, changed and read. */
export type Presence = {
  readonly profile: {
    readonly ask: (key: string) => WireRequest
    readonly put: (key: string, profile: Profile) => WireRequest
    readonly read: (body: unknown) => Profile
  }
  readonly greetings: {
    readonly ask: (key: string) => WireRequest
    readonly put: (key: string, greetings: Greetings) => WireRequest
    readonly read: (body: unknown) => Greetings
  }
  readonly links: {
    readonly ask: (key: string) => WireRequest
    readonly add: (key: string, text: string) => WireRequest
    readonly remove: (key: string, code: string) => WireRequest
    readonly readAll: (body: unknown) => readonly ShortLink[]
    /** Null: it is no link. */
    readonly read: (body: unknown) => ShortLink | null
  }
}
export type Profile = {
  readonly about: string
  readonly address: string
  readonly description: string
  readonly email: string
  readonly websites: readonly string[]
  /** The platform's name of the trade; null: none. */
  readonly vertical: string | null
}
export type Greetings = {
  readonly prompts: readonly string[]
  readonly commands: readonly { readonly name: string; readonly description: string }[]
}
export type ShortLink = { readonly code: string; readonly text: string; readonly url: string }

export type OnboardingAnswer =
  | { readonly kind: 'taken'; readonly body: unknown }
  | { readonly kind: 'refused'; readonly status: number; readonly problem: SendProblem }
  | { readonly kind: 'unreachable'; readonly reason: string }

export type TokenSays = {
  readonly isValid: boolean
  readonly appId: string | null
  /** Permissions it lacks. */
  readonly missing: readonly string[]
  /** Groups it is limited to; empty: all of its business. */
  readonly groups: readonly string[]
  /** Null: never. */
  readonly expiresAtSeconds: number | null
}

/** A number as the platform shows it; words of its own are the platform's. */
export type FoundNumber = {
  readonly key: string
  readonly address: string
  readonly displayName: string
  readonly nameStatus: string | null
  readonly newName: string | null
  /** A display name that was asked for and refused: the newer one, or the only one; null: none was. */
  readonly refusedName: string | null
  readonly quality: string | null
  readonly state: string | null
  readonly standing: AskedState
  /** The address the platform calls for this number or its account in place of the app's; null: the app's. */
  readonly override: { readonly of: 'number' | 'group'; readonly url: string } | null
  readonly limit: string | null
  readonly isVerified: boolean
  readonly isRegistered: boolean
  readonly isOnApp: boolean
  readonly hasPin: boolean
  /** AVAILABLE, LIMITED, BLOCKED. */
  readonly canSend: string | null
  readonly healthProblems: readonly string[]
  readonly messagesPerSecond: number
}

export type LibraryQuestion = {
  readonly search: string | null
  readonly topic: string | null
  readonly useCase: string | null
  readonly industry: string | null
  readonly language: string | null
  readonly limit: number
  readonly after: string | null
}
export type LibraryPage = { readonly templates: readonly LibraryTemplate[]; readonly after: string | null }

/** How Meta gets the example files of templates. */
type ExampleUploads = {
  readonly begin: (
    appId: string,
    file: { readonly name: string; readonly mime: string; readonly sizeBytes: number },
  ) => WireRequest
  readonly read: (answer: WireAnswer) => UploadAnswer
}

/** `session` goes into the next address as it is; `handle` names the whole file. */
export type UploadAnswer =
  | { readonly kind: 'begun'; readonly session: string }
  | { readonly kind: 'reached'; readonly offset: number }
  | { readonly kind: 'done'; readonly handle: string }
  | { readonly kind: 'other' }

export type TemplateAnswer =
  | { readonly kind: 'taken'; readonly acceptance: Acceptance }
  /** The group has one of that name and language already. */
  | { readonly kind: 'exists' }
  /** Surely not taken; trying again may help. */
  | { readonly kind: 'again'; readonly problem: SendProblem }
  | { readonly kind: 'refused'; readonly problem: SendProblem }
  /** It may have been taken. */
  | { readonly kind: 'unknown' }

/** Lines (phone-number ids) and groups (WABA ids); or a portfolio, whose keys we need not know. */
export type PlatformKeys = {
  readonly lines: readonly string[]
  readonly groups: readonly string[]
  readonly isOfPortfolio: boolean
}
/** `after` is the cursor of the next page; null on the last. */
export type TemplatePage = {
  readonly templates: readonly PlatformTemplate[]
  readonly after: string | null
  /** Rows that could not be understood, kept whole for a person. */
  readonly setAside: readonly { readonly reason: string; readonly raw: unknown }[]
}
export type { PlatformTemplate }

/** A form as the platform lists it. */
export type KnownForm = {
  readonly id: string
  readonly name: string
  /** `draft`: only for trying out. `ended`: it cannot be sent any more. */
  readonly state: 'draft' | 'published' | 'ended'
  /** Its screens ask a server for their data. */
  readonly asksServer: boolean
}

export type OpenedForm = { readonly request: FormRequest; readonly seal: (answer: object) => string }

/** What a form asks our server. */
export type FormRequest =
  /** The platform looks whether we are there. */
  | { readonly kind: 'ping' }
  /** What we answered before could not be used. */
  | { readonly kind: 'fault'; readonly error: string }
  | {
      readonly kind: 'ask'
      /** `INIT` when it opens, `data_exchange` when it is sent, `BACK`. */
      readonly action: string
      readonly screen: string | null
      readonly data: Readonly<Record<string, unknown>>
      readonly token: string
    }
