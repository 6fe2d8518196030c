import type { Ids } from '#base/ids.ts'
import type { Clock, Duration } from '#base/time.ts'
import type { Channel } from '#channels/channel.ts'
import type { AccountId, LineId } from '#core/account/account.ts'
import { type ConsentSettings, DEFAULT_CONSENT_SETTINGS } from '#core/consent/settings.ts'
import type { ChannelId, Line, LineKey } from '#core/line/line.ts'
import { lawsIn } from '#core/policy/policy.ts'
import { plainRights, type Rights } from '#core/policy/rights.ts'
import type { Ledger } from '#store/ledger.ts'

/** All the loop is handed. */
export type Ports = {
  readonly ledger: Ledger
  readonly channels: ReadonlyMap<ChannelId, Channel>
  readonly lines: Lines
  readonly settings: Settings
  /** Domain time: what messages, windows and facts are dated by. A demonstration may turn it. */
  readonly clock: Clock
  /** The machine's own time, for leases between processes. */
  readonly machineClock: Clock
  readonly ids: Ids
  readonly timer: Timer
  readonly log: Log
  /** Names this process among those that share the store. */
  readonly holder: string
}

/** What companies have set, known without asking the store. */
export type Settings = {
  readonly consent: (accountId: AccountId) => ConsentSettings
  /** What holds when it writes to people. */
  readonly rights: (accountId: AccountId) => Rights
}

/** Of companies that have set nothing. */
export const NOTHING_SET: Settings = { consent: () => DEFAULT_CONSENT_SETTINGS, rights: () => LAWS_ALONE }
const LAWS_ALONE = plainRights(lawsIn(''))

/** Our lines, known without asking the store. */
export type Lines = {
  /** Also answers group keys (`waba:<id>`) with the group's first line. */
  readonly byKey: (key: LineKey) => Line | null
  readonly byId: (accountId: AccountId, lineId: LineId) => Line | null
  /** The platform app whose secret signs what comes for this line; null for an unknown line. */
  readonly appOf: (accountId: AccountId, lineId: LineId) => string | null
  /** The one company whose lines this app signs for; null when it signs for several companies, or for none. */
  readonly ownerOf: (appId: string) => AccountId | null
}

/** Calls back once after the duration; the answer takes it back. */
export type Timer = (after: Duration, callback: () => void) => () => void

export type Log = {
  readonly warn: (about: object, message: string) => void
  readonly error: (about: object, message: string) => void
}
