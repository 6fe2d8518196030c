import type { Instant } from '#base/time.ts'
import type { AccountId, AgentId, ApiKeyId, LineId, MediaId } from '#core/account/account.ts'
import type { ConsentSettings } from '#core/consent/settings.ts'
import type { LineGroup } from '#core/line/group.ts'
import type { Line, LineState, OpeningRule } from '#core/line/line.ts'
import type { LineMove } from '#core/line/move.ts'
import type { Media } from '#core/message/content.ts'
import type { Role } from '#core/permission/permission.ts'

/**
 * What the contact centre is made of, changed by people and workers rather than by the loop: accounts, people, keys,
 * lines, files. Secrets arrive and leave encrypted (`Sealed`); the store never sees them open.
 */
export type Registry = {
  readonly accounts: {
    readonly create: (account: Account) => Promise<void>
    readonly get: (accountId: AccountId) => Promise<Account | null>
    readonly list: () => Promise<readonly Account[]>
  }
  readonly agents: {
    /**
     * Adds the agent, or replaces e-mail, name, role and password of the one with that id. Rejects with `Taken` when
     * another agent of the installation has the e-mail.
     */
    readonly put: (agent: Agent) => Promise<void>
    readonly byEmail: (email: string) => Promise<Agent | null>
    readonly list: (accountId: AccountId) => Promise<readonly Agent[]>
  }
  readonly sessions: {
    /** Adds, or moves the end of the session with that token. */
    readonly add: (session: Session) => Promise<void>
    /** By the SHA-256 of the token; with the agent as they are now. Null when unknown or past `expiresAt`. */
    readonly find: (
      tokenHash: string,
      now: Instant,
    ) => Promise<{ readonly session: Session; readonly agent: Agent } | null>
    /** Which of these are known and not past `expiresAt`. */
    readonly stillGood: (tokenHashes: readonly string[], now: Instant) => Promise<ReadonlySet<string>>
    readonly remove: (tokenHash: string) => Promise<void>
    readonly removeExpired: (now: Instant) => Promise<void>
  }
  readonly apiKeys: {
    readonly put: (key: ApiKey) => Promise<void>
    readonly find: (keyHash: string) => Promise<ApiKey | null>
  }
  readonly lines: {
    /** Adds or replaces. Rejects with `Taken` when another line of the installation has the key. */
    readonly put: (line: SealedLine) => Promise<void>
    /** Every line of the installation: few, read once and again after `changed`. */
    readonly list: () => Promise<readonly SealedLine[]>
    readonly setState: (accountId: AccountId, lineId: LineId, state: LineState) => Promise<void>
    readonly setOpening: (accountId: AccountId, lineId: LineId, opening: OpeningRule) => Promise<void>
    /** What the platform says of a group, kept with each of its lines. */
    readonly setGroup: (accountId: AccountId, groupKey: string, group: LineGroup) => Promise<void>
    /** Changes how far a move has come, while nobody else does; null: there is none. The move as it is then. */
    readonly changeMove: (
      accountId: AccountId,
      lineId: LineId,
      change: (move: LineMove | null) => LineMove | null,
    ) => Promise<LineMove | null>
    /** It arrived: from now on it is of that group, under another key and with that access. */
    readonly endMove: (accountId: AccountId, lineId: LineId, move: LineMove, access: LineAccess) => Promise<void>
    /** What agents call it. */
    readonly setName: (accountId: AccountId, lineId: LineId, name: string) => Promise<void>
    /** Messages per second that the platform grants. */
    readonly setRate: (accountId: AccountId, lineId: LineId, messagesPerSecond: number) => Promise<void>
    /** Both null: messages may leave again. */
    readonly setPause: (
      accountId: AccountId,
      lineId: LineId,
      pause: Pick<Line, 'pausedAt' | 'pausedBy'>,
    ) => Promise<void>
  }
  readonly apps: {
    readonly put: (app: PlatformApp) => Promise<void>
    readonly list: () => Promise<readonly PlatformApp[]>
  }
  readonly media: {
    readonly put: (file: StoredMedia) => Promise<void>
    readonly get: (accountId: AccountId, mediaId: MediaId) => Promise<StoredMedia | null>
    readonly remove: (accountId: AccountId, mediaId: MediaId) => Promise<void>
    /** The platform's id of a file we uploaded for a line before, while it is still valid at `now`. */
    readonly wireId: (accountId: AccountId, mediaId: MediaId, lineId: LineId, now: Instant) => Promise<string | null>
    readonly putWireId: (
      accountId: AccountId,
      mediaId: MediaId,
      lineId: LineId,
      wireMediaId: string,
      validUntil: Instant,
    ) => Promise<void>
  }
  readonly consentSettings: {
    readonly put: (accountId: AccountId, settings: ConsentSettings) => Promise<void>
    /** Of the companies that have set something. */
    readonly list: () => Promise<ReadonlyMap<AccountId, ConsentSettings>>
  }
  /** Tells every process, this one too, that lines, apps, people or settings changed. */
  readonly announce: (what: 'lines' | 'people' | 'costs' | 'settings') => Promise<void>
}

/** An e-mail, or a line's key on its channel, belongs to somebody else in the installation. */
export class Taken extends Error {}

/** AES-256-GCM, base64url, bound to its account and row; opened only by `server/secrets.ts`. */
export type Sealed = string & { readonly __sealed: true }

export type Account = {
  readonly accountId: AccountId
  readonly name: string
  /** ISO 3166 alpha-2. */
  readonly country: string
  readonly createdAt: Instant
}
export type Agent = {
  readonly accountId: AccountId
  readonly agentId: AgentId
  /** Lower case. */
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly passwordHash: string
}
export type Session = {
  readonly accountId: AccountId
  readonly agentId: AgentId
  readonly tokenHash: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
}
export type ApiKey = {
  readonly accountId: AccountId
  readonly apiKeyId: ApiKeyId
  readonly name: string
  /** SHA-256 of the whole key, hex. */
  readonly keyHash: string
}
/** What a line is reached with: the app that signs for it, and its token. */
export type LineAccess = { readonly appId: string; readonly accessToken: Sealed }

export type SealedLine = { readonly line: Line; readonly appId: string; readonly accessToken: Sealed }
/** A Meta app: it signs webhooks. During a rotation two secrets are valid. */
export type PlatformApp = {
  readonly appId: string
  readonly channel: 'whatsapp'
  readonly secret: Sealed
  readonly previousSecret: Sealed | null
  readonly verifyToken: Sealed
}
export type StoredMedia = {
  readonly accountId: AccountId
  readonly media: Media
  readonly createdAt: Instant
}
