import path from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Ids } from '#base/ids.ts'
import { type Clock, days } from '#base/time.ts'
import type { Loop } from '#app/loop.ts'
import type { Channel } from '#channels/channel.ts'
import type { Platform } from '#channels/platform.ts'
import { openApiDocument } from '#contract/openapi.ts'
import type { AccountId } from '#core/account/account.ts'
import type { ChannelId } from '#core/line/line.ts'
import type { Ledger } from '#store/ledger.ts'
import type { Alerts } from '#store/alerts.ts'
import type { Costs } from '#store/costs.ts'
import type { ConsentImports, ConsentLedger, ConsentViews } from '#store/consents.ts'
import type { Duplicates } from '#store/duplicates.ts'
import type { Erasures } from '#store/erasures.ts'
import type { Notices } from '#store/notices.ts'
import type { Forms } from '#store/forms.ts'
import type { AppSyncs } from '#store/app-syncs.ts'
import type { GuideShares } from '#store/guide-shares.ts'
import type { Guides } from '#store/guides.ts'
import type { Numbers } from '#store/numbers.ts'
import type { OwnWords } from '#store/own-words.ts'
import type { OpeningHoursStore } from '#store/opening-hours.ts'
import type { Policies } from '#store/policies.ts'
import type { Privacy } from '#store/privacy.ts'
import type { Registry } from '#store/registry.ts'
import type { Reprocessing } from '#store/reprocess.ts'
import type { SearchIndex } from '#store/search-index.ts'
import type { SetAsides } from '#store/set-asides.ts'
import type { SignUps } from '#store/sign-ups.ts'
import type { Templates } from '#store/templates.ts'
import type { Upkeep } from '#store/upkeep.ts'
import type { Views } from '#store/views/views.ts'
import { allHandlers } from './api/handlers.ts'
import { addSharedSteps } from './guide/shared-step.ts'
import { addInvitations } from './consent/invitation.ts'
import { createAuth } from './auth.ts'
import { createBudgetStops } from './costs/stops.ts'
import { emulatorOffset, type ServerClock } from './clock.ts'
import type { Config } from './config.ts'
import { addDemoClock } from './demo.ts'
import { addDesk } from './desk.ts'
import type { Directory } from './directory.ts'
import { addDoor } from './door.ts'
import { addFeed } from './feed/feed.ts'
import type { Graph } from './graph.ts'
import { createFormAsker } from './forms/ask.ts'
import { addFormEndpoints } from './forms/endpoint.ts'
import { addApi, addErrorHandler, addNotFound, createHttp } from './http.ts'
import { createLineWatch } from './line-watch.ts'
import { webhookUrl } from './guide/webhook.ts'
import type { Log } from './log.ts'
import { createMediaStore } from './media/store.ts'
import type { Metrics } from './metrics.ts'
import type { Vault } from './secrets.ts'
import { createReprocess } from './reprocess.ts'
import { createSearchIndexer } from './search-index.ts'
import { createUpkeep } from './upkeep.ts'
import { addWatch, type StoreHealth } from './watch.ts'
import { createSpeller } from './spelling/speller.ts'
import { createAccessWatch } from './workers/access.ts'
import { startWorkers } from './workers/all.ts'

/** All the server is handed; `main.ts` makes it. */
export type ServerParts = {
  readonly config: Config
  /** Domain time, which the demo may turn. */
  readonly clock: ServerClock
  /** The machine's own time: sessions, tries to sign in. */
  readonly machineClock: Clock
  readonly ids: Ids
  readonly ledger: Ledger
  readonly views: Views
  readonly registry: Registry
  readonly setAsides: SetAsides
  readonly templates: Templates
  readonly notices: Notices
  readonly alerts: Alerts
  readonly ownWords: OwnWords
  readonly guides: Guides
  readonly guideShares: GuideShares
  readonly forms: Forms
  readonly numbers: Numbers
  readonly appSyncs: AppSyncs
  readonly consents: ConsentLedger & ConsentViews & ConsentImports
  readonly signUps: SignUps
  readonly costs: Costs
  readonly duplicates: Duplicates
  readonly policies: Policies
  readonly openingHours: OpeningHoursStore
  readonly privacy: Privacy
  readonly erasures: Erasures
  readonly reprocessing: Reprocessing
  readonly upkeep: Upkeep
  readonly searchIndex: SearchIndex
  /** Loaded once before. */
  readonly directory: Directory
  readonly loop: Loop
  /** Closed with the server. */
  readonly graph: Graph
  readonly channels: ReadonlyMap<ChannelId, Channel>
  readonly platform: Platform
  readonly vault: Vault
  readonly metrics: Metrics
  readonly log: Log
  /** What other processes call out; see `store/postgres/listen.ts`. */
  readonly listen: (handler: (notice: Notice) => void) => void
  readonly health: () => Promise<StoreHealth>
  /** The folder of the built desk. */
  readonly deskFolder: string
}
export type Notice = { readonly channel: 'hilo_fact' | 'hilo_registry' | 'missed'; readonly payload: string }

export type Server = {
  /** Resolves with the address once requests are answered; then workers start. */
  readonly listen: () => Promise<string>
  /** Takes nothing new, lets what runs come to its end. */
  readonly close: () => Promise<void>
}

/** What other processes began with is known this much later at most. */
const REACH_LOOKED_AT_EVERY_MS = 10_000
const SESSIONS_SWEPT_EVERY_MS = 3_600_000
/** While closing. */
const IDLE_ENDED_EVERY_MS = 100

/** Door, API, feed, desk and workers around one loop. */
export async function createServer(parts: ServerParts): Promise<Server> {
  const { config, clock, registry, directory, loop, ledger, graph, metrics, log, platform } = parts
  const isHttps = config.publicUrl.startsWith('https:')
  let isOpen = true

  const media = createMediaStore(path.join(config.dataDir, 'media'))
  const speller = createSpeller()
  const auth = createAuth(registry, parts.machineClock, config.publicUrl)
  const app = createHttp(config.trustedProxies)
  addErrorHandler(app, log)
  const commits = addDoor(app, { platform, directory, ledger, loop, clock, metrics, log })
  const budgetStops = createBudgetStops(parts)
  const lineWatch = createLineWatch({ ...parts, watchAccess: createAccessWatch(parts), webhookUrl: webhookUrl(parts) })
  await addApi(app, {
    auth,
    handlers: allHandlers({ ...parts, auth, media, speller, budgetStops, lineWatch }),
    metrics,
    log,
    isHttps,
  })
  addWatch(app, { ...parts, metricsToken: config.metricsToken, isOpen: () => isOpen })
  if (config.demo) addDemoClock(app, config.demo, platform, clock)
  const asker = createFormAsker()
  addFormEndpoints(app, { ...parts, asker })
  await addInvitations(app, { ...parts, ...config })
  await addSharedSteps(app, { ...parts, media })
  app.get('/openapi.json', openApi(config.publicUrl))
  const emulatorUrl = config.demo?.emulatorUrl ?? null
  const sdkUrl = config.onboarding?.sdkUrl ?? null
  addNotFound(app, await addDesk(app, { folder: parts.deskFolder, emulatorUrl, sdkUrl, isHttps, log }))

  const feed = addFeed({
    server: app.server,
    auth,
    ledger,
    loop,
    clock,
    metrics,
    log,
    stillGood: (tokenHashes) => registry.sessions.stillGood(tokenHashes, parts.machineClock.now()),
  })
  loop.onCommit(({ facts }) => {
    for (const fact of facts) metrics.facts.inc({ kind: fact.kind })
    directory.reach.noted(facts)
  })
  const reload = () =>
    directory.reload().catch((error: unknown) => log.warn({ err: error }, 'Lines cannot be read now'))
  parts.listen(({ channel, payload }) => {
    if (channel === 'hilo_fact') {
      const [accountId = '', seq = ''] = payload.split(':')
      feed.hear(accountId as AccountId, Number(seq))
    } else {
      if (channel === 'missed') feed.lookAgain()
      void reload()
    }
  })
  const workers = startWorkers({ ...parts, media, budgetStops })
  const upkeep = createUpkeep({ ...parts, media, keep: days(config.keepDeliveriesDays) })
  const reprocess = createReprocess(parts)
  const indexer = createSearchIndexer(parts)
  const lookAtReach = () =>
    directory.reach
      .look(directory.accounts(), clock.now())
      .catch((error: unknown) => log.warn({ err: error }, 'Reach cannot be read now'))
  const reaching = setInterval(lookAtReach, REACH_LOOKED_AT_EVERY_MS)
  const sweep = setInterval(() => {
    registry.sessions.removeExpired(parts.machineClock.now()).catch(() => undefined)
  }, SESSIONS_SWEPT_EVERY_MS)

  return {
    listen: async () => {
      if (config.demo) clock.setOffset(await emulatorOffset(config.demo.emulatorUrl))
      const address = await app.listen({ port: config.port, host: config.host })
      await lookAtReach()
      workers.start()
      upkeep.start()
      reprocess.start()
      indexer.start()
      lineWatch.start()
      return address
    },
    close: async () => {
      isOpen = false
      clearInterval(sweep)
      clearInterval(reaching)
      feed.close()
      // A request that was under way leaves its connection open and idle; nobody else would end it for minutes.
      const idle = setInterval(() => app.server.closeIdleConnections(), IDLE_ENDED_EVERY_MS)
      await Promise.all([
        app.close().finally(() => clearInterval(idle)),
        workers.stop(),
        upkeep.stop(),
        reprocess.stop(),
        indexer.stop(),
        lineWatch.stop(),
        asker.close(),
      ])
      await commits.drain()
      await speller.close()
      await graph.close()
    },
  }
}

function openApi(publicUrl: string) {
  let document: string | null = null
  return async (_request: FastifyRequest, reply: FastifyReply) => {
    document ??= JSON.stringify(openApiDocument(publicUrl))
    return reply.type('application/json; charset=utf-8').header('access-control-allow-origin', '*').send(document)
  }
}
