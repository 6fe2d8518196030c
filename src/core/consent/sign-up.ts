import { days, type Duration, type Instant } from '#base/time.ts'
import type { EffectId, MessageId } from '../account/account.ts'
import { type Contact, presentAddresses } from '../contact/contact.ts'
import { variantsOf } from '../contact/phone-variants.ts'
import type { ChannelId, Line } from '../line/line.ts'
import type { Language } from '#base/language.ts'
import type { Purpose, Scope } from './consent.ts'
import type { Wording } from './entry.ts'
import { plainOf } from './recognise.ts'
import type { Invitation } from './settings.ts'

/**
 * What somebody filled in on the page of an invitation. It is worth nothing until its code comes from the WhatsApp number
 * it names, for anybody may write down anybody's number.
 */
export type SignUp = {
  /** `CODE_LENGTH` of `CODE_LETTERS`, a digit among them. */
  readonly code: string
  /** The invitation. */
  readonly token: string
  /** Digits, international. */
  readonly phone: string
  /** As they wrote it; null: left empty. */
  readonly name: string | null
  /** Those they ticked. */
  readonly purposes: readonly Purpose[]
  readonly scope: Scope
  /** As it was on the page. */
  readonly wording: Wording
  /** The page's. */
  readonly language: Language
  readonly at: Instant
  readonly url: string
  /** Of the network address, keyed, hex: shows that two came from one place, and not from which. */
  readonly ipHash: string
  readonly userAgent: string | null
}

/** A code is good for this long; then all of the sign-up is forgotten. */
export const SIGN_UP_LIFE: Duration = days(7)
/** So often within a day is a number signed up to one invitation; after that the code of the last time is shown again. */
export const MOST_SIGN_UPS_A_DAY = 5

/** Without those that are taken for one another, and without U, so that no word comes of them. */
export const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
export const CODE_LENGTH = 6
const CODED = new RegExp(`^(.+?)[^\\p{L}\\p{N}]+(?=[A-Z]*\\d)([${CODE_LETTERS}]{${CODE_LENGTH}})\\s*$`, 'iu')
export const isCode = (text: string): boolean =>
  text.length === CODE_LENGTH && /\d/.test(text) && [...text].every((letter) => CODE_LETTERS.includes(letter))

/** What is sent from WhatsApp to confirm. */
export const confirmationText = (keyword: string, code: string): string => `${keyword} ${code}`

/** The code in a text that confirms a sign-up to one of these invitations, in capitals; null in every other text. */
export function codeIn(
  text: string,
  invitations: readonly Invitation[],
): { readonly invitation: Invitation; readonly code: string } | null {
  const [, words, code] = CODED.exec(text.slice(0, LONGEST)) ?? []
  if (words === undefined || code === undefined) return null
  const said = plainOf(words)
  const invitation = invitations.find(({ keyword }) => plainOf(keyword) === said)
  return invitation ? { invitation, code: code.toUpperCase() } : null
}
/** A keyword has 60 letters at most. */
const LONGEST = 100

/** Whether the contact has the number that was signed up, in whatever spelling (Mexico 52/521, Brazil's ninth digit …). */
export function isTheirs({ phone }: SignUp, contact: Contact, channel: ChannelId): boolean {
  const spellings = variantsOf(phone)
  return presentAddresses(contact, channel).some(({ kind, value }) => kind === 'phone' && spellings.includes(value))
}

/** A contact sent the code of a form. `signUp`: what the form kept; null: there is none with this code any more. */
export type ConfirmSignUp = {
  readonly kind: 'confirm-sign-up'
  readonly effectId: EffectId
  readonly messageId: MessageId
  readonly line: Line
  readonly token: string
  readonly text: string
  readonly signUp: SignUp | null
}

/** The key of what is said to whoever sends a code that is not theirs; once for each message. */
export const denialKey = (messageId: MessageId): string => `sign-up:${messageId}`
