import { hours, minutes } from '#base/time.ts'
import type { BusinessNumber } from '../world/model.ts'
import type { Registration } from '../world/registration.ts'

/** "A maximum of 10 registrations in a 72-hour moving window" (Cloud API, Registration, 2025-11; cloud-api §1.1). */
export const TURNS_MAX = 10
export const TURNS_WITHIN_MS = hours(72)
/** Meta's pages give no figures for the rest: made up, near to what is told in forums. */
export const CODE_LIVES_MS = minutes(10)
export const CODES_MAX = 5
export const CODES_WITHIN_MS = hours(1)
export const WRONG_CODES_MAX = 5
export const WRONG_PINS_MAX = 5
export const WRONG_PINS_WITHIN_MS = hours(12)
export const PIN_PAUSE_MS = 3_000

/** What was there when the emulator began has come all the way. */
const complete: Registration = {
  verification: 'VERIFIED',
  isRegistered: true,
  nameStatus: 'APPROVED',
  newName: null,
  code: null,
  codesAt: [],
  wrongPinsAt: [],
  turnsAt: [],
  isOnApp: false,
  onboardedAt: null,
  synced: [],
  sharesChats: true,
}

/** A number somebody has just added. */
export const fresh: Registration = {
  ...complete,
  verification: 'NOT_VERIFIED',
  isRegistered: false,
  nameStatus: 'PENDING_REVIEW',
}

export const registrationOf = (number: BusinessNumber): Registration => number.registration ?? complete

/** Of these instants, those no longer ago. */
export const within = (instants: readonly number[], now: number, ms: number): number[] =>
  instants.filter((at) => now - at < ms)

/** The digits of the number, as Meta writes them. */
export const digitsIn = (written: string): string => written.replace(/\D/g, '')
