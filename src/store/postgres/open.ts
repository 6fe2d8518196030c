import type { Instant } from '#base/time.ts'
import type { Alerts } from '../alerts.ts'
import type { Costs } from '../costs.ts'
import type { Duplicates } from '../duplicates.ts'
import type { Erasures } from '../erasures.ts'
import type { ConsentImports, ConsentLedger, ConsentViews } from '../consents.ts'
import type { Forms } from '../forms.ts'
import type { AppSyncs } from '../app-syncs.ts'
import type { GuideShares } from '../guide-shares.ts'
import type { Guides } from '../guides.ts'
import type { Ledger } from '../ledger.ts'
import type { Policies } from '../policies.ts'
import type { Privacy } from '../privacy.ts'
import type { Notices } from '../notices.ts'
import type { Numbers } from '../numbers.ts'
import type { OpeningHoursStore } from '../opening-hours.ts'
import type { OwnWords } from '../own-words.ts'
import type { Registry } from '../registry.ts'
import type { Reprocessing } from '../reprocess.ts'
import type { SearchIndex } from '../search-index.ts'
import type { SetAsides } from '../set-asides.ts'
import type { SignUps } from '../sign-ups.ts'
import type { Templates } from '../templates.ts'
import type { Upkeep } from '../upkeep.ts'
import type { Views } from '../views/views.ts'
import { postgresAlerts } from './alerts.ts'
import { postgresCosts } from './costs/costs.ts'
import { postgresDuplicates } from './duplicates/duplicates.ts'
import { postgresErasures } from './erasures/erasures.ts'
import { postgresConsents } from './consents.ts'
import { postgresForms } from './forms.ts'
import { postgresAppSyncs } from './app-syncs.ts'
import { postgresGuideShares } from './guide-shares.ts'
import { postgresGuides } from './guides.ts'
import { postgresLedger } from './ledger.ts'
import { type Health, health } from './health.ts'
import { listen, type Listening, type Notice } from './listen.ts'
import { migrate } from './migrate.ts'
import { ensurePartitions } from './partitions.ts'
import { postgresPolicies } from './policies.ts'
import { postgresPrivacy } from './privacy.ts'
import { recentRows } from './recent.ts'
import { postgresNotices } from './notices.ts'
import { postgresNumbers } from './numbers.ts'
import { postgresOpeningHours } from './opening-hours.ts'
import { postgresOwnWords } from './own-words.ts'
import { openPool } from './pool.ts'
import { postgresRegistry } from './registry/registry.ts'
import { postgresReprocessing } from './reprocess.ts'
import { postgresSearchIndex } from './search-index.ts'
import { postgresSetAsides } from './set-asides.ts'
import { postgresSignUps } from './sign-ups.ts'
import { postgresTemplates } from './templates.ts'
import { alone, statement } from './transaction.ts'
import { postgresUpkeep } from './upkeep.ts'
import { postgresViews } from './views.ts'

/** Everything Hilo keeps, in one PostgreSQL database. */
export type Store = {
  readonly ledger: Ledger
  readonly views: Views
  readonly consents: ConsentLedger & ConsentViews & ConsentImports
  readonly signUps: SignUps
  readonly registry: Registry
  readonly templates: Templates
  readonly setAsides: SetAsides
  readonly notices: Notices
  readonly alerts: Alerts
  readonly openingHours: OpeningHoursStore
  readonly ownWords: OwnWords
  readonly guides: Guides
  readonly guideShares: GuideShares
  readonly forms: Forms
  readonly numbers: Numbers
  readonly appSyncs: AppSyncs
  readonly costs: Costs
  readonly duplicates: Duplicates
  readonly policies: Policies
  readonly privacy: Privacy
  readonly erasures: Erasures
  readonly reprocessing: Reprocessing
  readonly upkeep: Upkeep
  readonly searchIndex: SearchIndex
  /** To be called before anything else; several processes may at once. Answers the files applied now. */
  readonly migrate: () => Promise<{ readonly applied: readonly string[] }>
  /** At the start, before rows come; `upkeep` goes on with it. Without it rows gather in the default partitions. */
  readonly ensurePartitions: (now: Instant) => Promise<void>
  /** Calls the handler with what any process commits or announces, until the store is closed. */
  readonly listen: (handler: (notice: Notice) => void) => void
  /** Rejects with `LedgerUnavailable` unless the database answers. */
  readonly ping: () => Promise<void>
  /** Rejects like `ping`. `now` is the clock that deliveries are dated by. */
  readonly health: (now: Instant) => Promise<Health>
  /** Lets running statements end. */
  readonly close: () => Promise<void>
}

export type StoreOptions = {
  readonly databaseUrl: string
  readonly log?: (line: string) => void
}

/** For the loop and the workers; batches are few and large. */
const LOOP_CONNECTIONS = 6
/** For screens and API. */
const READ_CONNECTIONS = 10
/** Two, so that a new batch is on its way while the last one's answer travels back. */
const DOOR_CONNECTIONS = 2

/** Opens the store. Connects only when used, and again by itself whenever the database went away. */
export function openStore({ databaseUrl, log = () => {} }: StoreOptions): Store {
  const loop = openPool({ databaseUrl, log, name: 'loop', connections: LOOP_CONNECTIONS })
  const read = openPool({ databaseUrl, log, name: 'read', connections: READ_CONNECTIONS, plans: 'generic' })
  const door = openPool({ databaseUrl, log, name: 'door', connections: DOOR_CONNECTIONS, plans: 'generic' })
  const deliveries = openPool({ databaseUrl, log, name: 'deliveries', connections: 1, plans: 'generic' })
  const listenings: Listening[] = []
  const recent = recentRows()
  return {
    ledger: postgresLedger({ pool: loop, door, log: deliveries }, recent),
    views: postgresViews(read),
    consents: postgresConsents(read),
    signUps: postgresSignUps(read),
    registry: postgresRegistry(read),
    templates: postgresTemplates(read),
    setAsides: postgresSetAsides(read),
    notices: postgresNotices(read),
    openingHours: postgresOpeningHours(read),
    ownWords: postgresOwnWords(read),
    guides: postgresGuides(read),
    guideShares: postgresGuideShares(read),
    forms: postgresForms(read),
    numbers: postgresNumbers(read),
    appSyncs: postgresAppSyncs(read),
    alerts: postgresAlerts(read),
    costs: postgresCosts(read),
    duplicates: postgresDuplicates(read),
    policies: postgresPolicies(read),
    privacy: postgresPrivacy(read),
    erasures: postgresErasures(loop, recent),
    reprocessing: postgresReprocessing(loop),
    upkeep: postgresUpkeep(databaseUrl, read),
    searchIndex: postgresSearchIndex(read),
    migrate: () => migrate(databaseUrl),
    ensurePartitions: (now) => ensurePartitions(databaseUrl, now),
    listen: (handler) => {
      listenings.push(listen(databaseUrl, handler, log))
    },
    async ping() {
      await alone(read, [], PING)
    },
    health: (now) => health(read, now),
    async close() {
      await Promise.all([...listenings.map(({ stop }) => stop()), loop.end(), read.end(), door.end(), deliveries.end()])
    },
  }
}

const PING = statement('ping', 'select 1')
