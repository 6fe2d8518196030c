import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '#base/time.ts'
import { endUnanswered } from './call/life.ts'
import type { Flow } from './flow/flows.ts'
import { graphLog } from './graph/log.ts'
import type { Sender } from './send/accept.ts'
import { makeLinkFetcher } from './send/fetch-link.ts'
import { makeLimits } from './send/limits.ts'
import { openCharges } from './pricing/charges.ts'
import { openPortfolios } from './send/portfolio.ts'
import { makeProgress } from './send/progress.ts'
import { addRoutes, makeServer } from './server.ts'
import { lookDaily } from './template/archive.ts'
import { decideOnHeld } from './template/pacing.ts'
import { endPauses } from './template/quality.ts'
import { reviewTemplates } from './template/review.ts'
import { tellsHistory } from './signup/app-history.ts'
import { reviewNames } from './signup/name-review.ts'
import { makeDispatcher } from './webhook/dispatcher.ts'
import type { KeptCallback } from './webhook/tell.ts'
import { makePost } from './webhook/post.ts'
import { accountBox } from './world/account.ts'
import { openAgenda } from './world/agenda.ts'
import { makeChanges } from './world/changes.ts'
import { openChats } from './world/chats.ts'
import { systemClock, worldClock } from './world/clock.ts'
import { faultBox } from './world/faults.ts'
import { openMedia } from './world/media-library.ts'
import type { App, BusinessNumber, Message, Template, Waba } from './world/model.ts'
import { openPhones } from './world/phones.ts'
import { type NumberSeed, type PhoneSeed, seedWorld, type TemplateSeed } from './world/seed.ts'
import { openStore } from './world/store.ts'
import { openUploads } from './world/uploads.ts'
import { openWabas } from './world/wabas.ts'
import type { World } from './world/world.ts'

export type EmulatorOptions = {
  /** 0 takes a free port. */
  readonly port: number
  /** The loopback address unless said otherwise. */
  readonly host?: string
  /** Where the journal and the media live; `null` keeps everything in memory. */
  readonly dataDir: string | null
  readonly app: App
  /** The first account; others are made in the sign-up dialog or by the control API. */
  readonly waba: Waba
  readonly numbers: readonly NumberSeed[]
  readonly phones: readonly PhoneSeed[]
  readonly templates: readonly TemplateSeed[]
  readonly flows?: readonly Flow[]
  /** The clock that is moved by the emulator's offset; the system's unless said otherwise. */
  readonly clock?: Clock
  readonly log?: FastifyBaseLogger
  /** `Host` headers answered beside those of this machine. "0.0.0.0": any address, but no names. */
  readonly allowedHosts?: readonly string[]
}

export type Emulator = {
  /** "http://127.0.0.1:4001" */
  readonly url: string
  readonly world: World
  readonly close: () => Promise<void>
}

/** Starts Meta's side of WhatsApp. What the seeds name and the journal knows already is left as it is. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { dataDir, host = '127.0.0.1' } = options
  const store = openStore(dataDir)
  const changes = makeChanges()
  const clock = worldClock(options.clock ?? systemClock, store)
  const faults = faultBox(store, changes)
  const account = accountBox(store, changes)
  const wabas = openWabas(store, options.waba)
  const numbers = store.table<BusinessNumber>('numbers')
  const phones = openPhones(store)
  const messages = store.table<Message>('messages')
  const media = openMedia(store, dataDir === null ? null : join(dataDir, 'media'), clock)
  const agenda = openAgenda(store, clock)
  const { post, close: closePost } = makePost()
  const server = makeServer({ logger: options.log, allowedHosts: options.allowedHosts ?? [] })
  const webhooks = makeDispatcher({ store, clock, faults, secret: options.app.secret, post })
  clock.onJump(webhooks.clockJumped)
  let url = ''
  const world: World = {
    app: { ...options.app, callbackUrl: options.app.callbackUrl ?? callbackKept(store, options.app.id) },
    wabas,
    clock,
    store,
    faults,
    account,
    changes,
    numbers,
    phones,
    chats: openChats(store, changes),
    messages,
    templates: store.table<Template>('templates'),
    media,
    uploads: openUploads(store, media, clock),
    charges: openCharges({ store, account, wabas, numbers, messages, phones }),
    agenda,
    webhooks,
    publicUrl: () => url,
    log: server.log,
  }
  seedWorld(world, options)
  const progress = makeProgress(world)
  const portfolios = openPortfolios(world)
  const sender: Sender = { limits: makeLimits(world), portfolios, progress, fetchLink: makeLinkFetcher() }
  addRoutes(server, { world, sender, graphLog: graphLog(), post })
  url = await server.listen({ port: options.port, host })
  reviewTemplates(world)
  reviewNames(world)
  tellsHistory(world)
  endPauses(world)
  lookDaily(world)
  endUnanswered(world)
  decideOnHeld(world, progress.release)
  agenda.start()

  const close = async () => {
    agenda.close()
    progress.close()
    webhooks.close()
    await server.close()
    await closePost()
    store.close()
  }
  return { url, world, close }
}

const callbackKept = (store: World['store'], appId: string): string | null =>
  store.table<KeptCallback>('callback').get(appId)?.url ?? null
