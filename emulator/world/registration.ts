/** What Meta thinks of a display name (Cloud API, Phone numbers, `name_status`, 2025-11). */
export type NameStatus = 'APPROVED' | 'PENDING_REVIEW' | 'DECLINED' | 'NONE'

/** A code on its way to whoever holds the telephone line. */
export type Code = {
  readonly value: string
  readonly method: 'SMS' | 'VOICE'
  readonly sentAt: number
  readonly wrong: number
}

/** How far a number has come with Meta. Instants are milliseconds by the emulator's clock. */
export type Registration = {
  readonly verification: 'NOT_VERIFIED' | 'VERIFIED' | 'EXPIRED'
  readonly isRegistered: boolean
  readonly nameStatus: NameStatus
  /** Asked for in place of the name it has. */
  readonly newName: { readonly name: string; readonly status: NameStatus } | null
  readonly code: Code | null
  readonly codesAt: readonly number[]
  readonly wrongPinsAt: readonly number[]
  /** Registrations and deregistrations, both count. */
  readonly turnsAt: readonly number[]
  /** It also lives in the WhatsApp Business app on somebody's telephone. */
  readonly isOnApp: boolean
  readonly onboardedAt: number | null
  /** What of the app has been synchronised: each once. */
  readonly synced: readonly string[]
  /** The owner of the telephone agreed to share the chats. */
  readonly sharesChats: boolean
}
