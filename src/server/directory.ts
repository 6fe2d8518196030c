import type { AccountId, AgentId, Author, LineId } from '#core/account/account.ts'
import type { Lines, Settings } from '#app/ports.ts'
import { type ConsentSettings, DEFAULT_CONSENT_SETTINGS } from '#core/consent/settings.ts'
import type { Line } from '#core/line/line.ts'
import type { BudgetStop } from '#core/cost/budget.ts'
import type { Rights } from '#core/policy/rights.ts'
import type { Erasures } from '#store/erasures.ts'
import type { OpeningHoursStore, ScopedHours } from '#store/opening-hours.ts'
import type { Policies } from '#store/policies.ts'
import type { Account, Agent, PlatformApp, Registry, SealedLine } from '#store/registry.ts'
import { formerlyOf } from './formerly.ts'
import { createReach, type Reach } from './reach.ts'
import { NO_COMPANY, rightsOf } from './rights.ts'
import type { SealedAs, Vault } from './secrets.ts'

/** A Meta app with its secrets open: what the door needs. */
export type OpenApp = {
  readonly appId: string
  /** The current secret, and the one before during a rotation. */
  readonly secrets: readonly string[]
  readonly verifyToken: string
  /** Line keys (phone-number ids), group keys (WABA ids) and portfolio keys whose webhooks this app signs. */
  readonly keys: ReadonlySet<string>
}

/** Accounts, people, lines, apps and settings, all few, held in memory and read again when somebody announces a change. */
export type Directory = Lines &
  Settings & {
    readonly reload: () => Promise<void>
    /** Whom companies began with; what is committed is noted there. */
    readonly reach: Reach
    /** Called after each reload that follows the first. */
    readonly onChange: (listener: () => void) => void
    readonly account: (accountId: AccountId) => Account | null
    readonly accounts: () => readonly AccountId[]
    /** What the company's budgets let leave no more, from now on. */
    readonly stop: (accountId: AccountId, budgetStops: readonly BudgetStop[]) => void
    /** Of the company, and of lines that have their own. */
    readonly openingHours: (accountId: AccountId) => readonly ScopedHours[]
    readonly agents: (accountId: AccountId) => readonly Agent[]
    readonly agent: (accountId: AccountId, agentId: AgentId) => Agent | null
    /** Every line of the installation, in a stable order. */
    readonly allLines: () => readonly Line[]
    readonly lines: (accountId: AccountId) => readonly Line[]
    /** Null when the line is gone. */
    readonly accessToken: (accountId: AccountId, lineId: LineId) => string | null
    readonly apps: () => readonly OpenApp[]
    /** The name of whoever acts; null for contacts and for whom we do not know. */
    readonly nameOf: (accountId: AccountId) => (author: Author) => string | null
  }

export const lineSecret = (line: Pick<Line, 'accountId' | 'lineId'>): SealedAs => ({
  accountId: line.accountId,
  kind: 'line-access-token',
  rowId: line.lineId,
})
export const appSecret = (appId: string, kind: 'secret' | 'previous-secret' | 'verify-token'): SealedAs => ({
  accountId: null,
  kind: `app-${kind}`,
  rowId: appId,
})

/** Notices about a whole business account, or a portfolio, come under this key; its first line stands for it. */
const GROUP_PREFIX = 'waba:'

export function createDirectory(
  registry: Registry,
  vault: Vault,
  policies: Pick<Policies, 'all' | 'reachedSince'>,
  erasures: Pick<Erasures, 'addresses'>,
  openingHours: Pick<OpeningHoursStore, 'all'>,
): Directory {
  let held = emptyState()
  const reach = createReach(policies, (accountId, lineId) => {
    const line = lineId === null ? undefined : sealedLine(accountId, lineId)?.line
    return line?.group?.portfolioKey ?? null
  })
  let reading: Promise<void> | null = null
  let again = false
  const stops = new Map<AccountId, readonly BudgetStop[]>()
  const listeners: (() => void)[] = []

  async function read(): Promise<void> {
    const [accounts, lines, apps, consents, kept, erased, scoped] = await Promise.all([
      registry.accounts.list(),
      registry.lines.list(),
      registry.apps.list(),
      registry.consentSettings.list(),
      policies.all(),
      erasures.addresses(),
      openingHours.all(),
    ])
    const agents = await Promise.all(accounts.map((account) => registry.agents.list(account.accountId)))
    if (portfoliosIn(lines) !== portfoliosIn(held.lines)) reach.regroup()
    const gone = Map.groupBy(erased, ({ accountId }) => accountId)
    const hours = Map.groupBy(scoped, ({ accountId }) => accountId)
    const formerly = (accountId: AccountId) => formerlyOf(vault, accountId, gone.get(accountId) ?? [])
    held = {
      accounts: new Map(accounts.map((account) => [account.accountId, account])),
      agents: new Map(accounts.map((account, index) => [account.accountId, agents[index] ?? []])),
      lines,
      consents,
      tokens: new Map(),
      apps: apps.map((app) => openApp(app, lines, vault)),
      hours,
      rights: rightsOf(accounts, { ...kept, hours, lines: lines.map(({ line }) => line) }, reach, formerly),
    }
    for (const listener of listeners) listener()
  }

  /** One reading at a time; a change announced meanwhile is read after it. */
  async function reload(): Promise<void> {
    if (reading) {
      again = true
      return reading
    }
    reading = (async () => {
      do {
        again = false
        await read()
      } while (again)
    })()
    try {
      await reading
    } finally {
      reading = null
    }
  }

  const sealedLine = (accountId: AccountId, lineId: LineId): SealedLine | undefined =>
    held.lines.find(({ line }) => line.lineId === lineId && line.accountId === accountId)

  return {
    reload,
    reach,
    onChange: (listener) => void listeners.push(listener),
    account: (accountId) => held.accounts.get(accountId) ?? null,
    accounts: () => [...held.accounts.keys()],
    openingHours: (accountId) => held.hours.get(accountId) ?? [],
    agents: (accountId) => held.agents.get(accountId) ?? [],
    agent: (accountId, agentId) =>
      held.agents.get(accountId)?.find((candidate) => candidate.agentId === agentId) ?? null,
    allLines: () => held.lines.map(({ line }) => line),
    lines: (accountId) => held.lines.filter(({ line }) => line.accountId === accountId).map(({ line }) => line),
    byId: (accountId, lineId) => sealedLine(accountId, lineId)?.line ?? null,
    byKey: ({ channel, key }) =>
      held.lines.find(
        ({ line }) => line.channel === channel && (line.key === key || `${GROUP_PREFIX}${line.groupKey}` === key),
      )?.line ??
      held.lines.find(({ line }) => line.channel === channel && line.formerKeys?.includes(key))?.line ??
      held.lines.find(({ line }) => line.channel === channel && `${GROUP_PREFIX}${line.group?.portfolioKey}` === key)
        ?.line ??
      null,
    consent: (accountId) => held.consents.get(accountId) ?? DEFAULT_CONSENT_SETTINGS,
    appOf: (accountId, lineId) => sealedLine(accountId, lineId)?.appId ?? null,
    rights: (accountId) => {
      const rights = held.rights.get(accountId) ?? NO_COMPANY
      const budgetStops = stops.get(accountId)
      return budgetStops === undefined ? rights : { ...rights, budgetStops }
    },
    stop: (accountId, budgetStops) => {
      if (budgetStops.length === 0) stops.delete(accountId)
      else stops.set(accountId, budgetStops)
    },
    ownerOf: (appId) => {
      const owners = new Set(held.lines.flatMap((sealed) => (sealed.appId === appId ? [sealed.line.accountId] : [])))
      return owners.size === 1 ? ([...owners][0] ?? null) : null
    },
    accessToken: (accountId, lineId) => {
      const sealed = sealedLine(accountId, lineId)
      if (!sealed) return null
      const token = held.tokens.get(lineId) ?? vault.open(sealed.accessToken, lineSecret(sealed.line))
      held.tokens.set(lineId, token)
      return token
    },
    apps: () => held.apps,
    nameOf: (accountId) => (actor) =>
      actor.kind === 'agent'
        ? (held.agents.get(accountId)?.find((candidate) => candidate.agentId === actor.agentId)?.name ?? null)
        : null,
  }
}

/** Which line belongs to which portfolio. */
const portfoliosIn = (lines: readonly SealedLine[]): string =>
  lines.map(({ line }) => `${line.lineId} ${line.group?.portfolioKey ?? ''}`).join()

type State = {
  readonly accounts: ReadonlyMap<AccountId, Account>
  readonly agents: ReadonlyMap<AccountId, readonly Agent[]>
  readonly lines: readonly SealedLine[]
  readonly consents: ReadonlyMap<AccountId, ConsentSettings>
  /** Those opened since the last reading. */
  readonly tokens: Map<LineId, string>
  readonly apps: readonly OpenApp[]
  readonly hours: ReadonlyMap<AccountId, readonly ScopedHours[]>
  readonly rights: ReadonlyMap<AccountId, Rights>
}
const emptyState = (): State => ({
  accounts: new Map(),
  agents: new Map(),
  lines: [],
  consents: new Map(),
  tokens: new Map(),
  apps: [],
  hours: new Map(),
  rights: new Map(),
})

function openApp(app: PlatformApp, lines: readonly SealedLine[], vault: Vault): OpenApp {
  const secrets = [vault.open(app.secret, appSecret(app.appId, 'secret'))]
  if (app.previousSecret) secrets.push(vault.open(app.previousSecret, appSecret(app.appId, 'previous-secret')))
  const own = lines.filter(({ appId }) => appId === app.appId)
  return {
    appId: app.appId,
    secrets,
    verifyToken: vault.open(app.verifyToken, appSecret(app.appId, 'verify-token')),
    keys: new Set(
      own.flatMap(({ line: { key, groupKey, group, formerKeys = [] } }) => [
        key,
        groupKey,
        ...(group == null ? [] : [group.portfolioKey]),
        ...formerKeys,
      ]),
    ),
  }
}
