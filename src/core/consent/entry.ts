import type { Instant } from '#base/time.ts'
import type { Actor, ContactId, LineId, MessageId } from '../account/account.ts'
import type { Sender } from '../contact/contact.ts'
import type { ChannelId } from '../line/line.ts'
import type { ConsentStanding, Means } from './consent.ts'

/** The exact words somebody agreed to, and which edition of them. */
export type Wording = { readonly text: string; readonly version: string }

/** What shows that a word was said, by how it reached us. */
export type Evidence =
  /** A message of theirs; `text` word for word, null where that they wrote at all is what counts. */
  | {
      readonly kind: 'message'
      readonly messageId: MessageId
      readonly wireId: string
      readonly lineId: LineId
      readonly text: string | null
    }
  /** An ad or post that brought them. `messageId`: what they wrote then. */
  | {
      readonly kind: 'ad'
      readonly messageId: MessageId
      readonly sourceId: string | null
      readonly url: string | null
    }
  | {
      readonly kind: 'form'
      readonly url: string | null
      readonly ip: string | null
      readonly userAgent: string | null
    }
  /** A form of our own, and the message by which the number it names confirmed it; the rest as in `SignUp`. */
  | {
      readonly kind: 'sign-up'
      readonly url: string
      readonly ipHash: string
      readonly userAgent: string | null
      readonly name: string | null
      readonly signedUpAt: Instant
      readonly messageId: MessageId
      readonly wireId: string
      readonly text: string
    }
  /** A row of a file: `row` counts the lines of the file from 1; `source` says where the company has it from. */
  | { readonly kind: 'file'; readonly sha256: string; readonly row: number; readonly source: string }
  | { readonly kind: 'call'; readonly reference: string; readonly recordingUrl: string | null }
  /** The platform told us: in a webhook field of its own, or with the code of a failed message. */
  | { readonly kind: 'report'; readonly what: string; readonly messageId: MessageId | null }
  /** Somebody who works here says so, in their own words. */
  | { readonly kind: 'statement'; readonly text: string }

/** A line of the consent ledger: what was said, the words it was said to, what shows it, and who wrote it down. */
export type ConsentEntry = ConsentStanding & {
  readonly wording: Wording | null
  readonly evidence: Evidence
  readonly by: Actor
}

/** What is said about one purpose. */
export type Word = Pick<ConsentStanding, 'purpose' | 'scope' | 'change' | 'until'>

/** Words said together, in one way, at one instant. */
export type Saying = {
  readonly words: readonly Word[]
  readonly at: Instant
  readonly means: Means
  readonly isExpress: boolean
  readonly wording: Wording | null
  readonly evidence: Evidence
  readonly by: Actor
}

/** Write down what somebody said, whom we know or who is added. */
export type RecordConsent = {
  readonly kind: 'record-consent'
  readonly of:
    | { readonly kind: 'contact'; readonly contactId: ContactId; readonly channel: ChannelId }
    | { readonly kind: 'person'; readonly sender: Sender; readonly channel: ChannelId }
  readonly saying: Saying
}
