import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import v8 from 'node:v8'
import { createLoop } from '#app/loop.ts'
import { uuidv7 } from '#base/ids.ts'
import { instant } from '#base/time.ts'
import { whatsapp } from '#channels/whatsapp/index.ts'
import { whatsappPlatform } from '#channels/whatsapp/platform.ts'
import { createClock } from '#server/clock.ts'
import { type Config, printProblems, readConfig } from '#server/config.ts'
import { withCrashPoint } from '#server/crash-points.ts'
import { seedDemo, seedFirstAdmin } from '#server/demo.ts'
import { createDirectory } from '#server/directory.ts'
import { createGraph } from '#server/graph.ts'
import { createLog } from '#server/log.ts'
import { createMetrics } from '#server/metrics.ts'
import { heedingReach } from '#server/reach.ts'
import { createVault, cryptoRandom } from '#server/secrets.ts'
import { createServer } from '#server/server.ts'
import { LedgerUnavailable } from '#store/ledger.ts'
import { openStore } from '#store/postgres/open.ts'

/** Tells the launcher that starting again would not help (sysexits.h, EX_CONFIG). */
const WRONG_SETTINGS = 78
const ROOT = path.resolve(import.meta.dirname, '..')

/** A new channel is a line here. */
const CHANNELS = new Map([['whatsapp', whatsapp]] as const)

/** Where there are no more processors than these, PostgreSQL needs them all. */
const FEW_PROCESSORS = 2
/** Threads that help to clear away short-lived objects would wait for a processor, and whoever is answered for them. */
if (os.availableParallelism() <= FEW_PROCESSORS) v8.setFlagsFromString('--no-parallel-scavenge')

const DATABASE_PATIENCE_MS = 5_000
const DATABASE_TRIED_EVERY_MS = 20

/** The one place that knows every room: reads the settings, wires, starts, and ends in order. */
async function main(config: Config): Promise<void> {
  const log = createLog(config.logLevel)
  const clock = createClock()
  const machineClock = { now: () => instant(Date.now()) }
  const ids = uuidv7(cryptoRandom)
  const vault = createVault(config.secret)
  const metrics = createMetrics()
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })

  const store = openStore({ databaseUrl: config.databaseUrl, log: (line) => log.warn({ store: line }, 'Store') })
  const { views, registry } = store
  const outside = { ledger: store.ledger, graph: createGraph({ ...config, metrics }) }
  const { ledger, graph } = withCrashPoint(outside, config.crashAt)
  await untilAvailable(store.migrate)
  await store.ensurePartitions(machineClock.now())

  if (config.demo) await seedDemo({ registry, vault, clock }, config.demo)
  if (config.firstAdmin) {
    await seedFirstAdmin({ registry, vault, clock }, config.firstAdmin, () => ids.next(machineClock.now()))
  }
  const directory = createDirectory(registry, vault, store.policies, store.erasures, store.openingHours)
  await directory.reload()

  const loop = createLoop({
    ledger: heedingReach(ledger, directory, clock),
    channels: CHANNELS,
    lines: directory,
    settings: directory,
    clock,
    machineClock,
    ids,
    timer: (after, callback) => {
      const timer = setTimeout(callback, after)
      return () => clearTimeout(timer)
    },
    log,
    holder: randomUUID(),
  })
  const server = await createServer({
    ...{ config, clock, machineClock, ids, ledger, views, registry, directory, loop, graph, vault, metrics, log },
    channels: CHANNELS,
    platform: whatsappPlatform,
    listen: store.listen,
    setAsides: store.setAsides,
    templates: store.templates,
    notices: store.notices,
    alerts: store.alerts,
    openingHours: store.openingHours,
    ownWords: store.ownWords,
    guides: store.guides,
    guideShares: store.guideShares,
    forms: store.forms,
    numbers: store.numbers,
    appSyncs: store.appSyncs,
    consents: store.consents,
    signUps: store.signUps,
    costs: store.costs,
    duplicates: store.duplicates,
    policies: store.policies,
    privacy: store.privacy,
    erasures: store.erasures,
    reprocessing: store.reprocessing,
    upkeep: store.upkeep,
    searchIndex: store.searchIndex,
    health: () => store.health(clock.now()),
    deskFolder: path.join(ROOT, 'dist/web'),
  })
  loop.start()
  log.info({ address: await server.listen() }, 'Hilo answers')

  let isEnding = false
  const end = async () => {
    if (isEnding) return
    isEnding = true
    await server.close()
    await loop.stop()
    await store.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end())
}

/** A database that is starting beside us is waited for. */
async function untilAvailable(work: () => Promise<unknown>): Promise<void> {
  for (const until = Date.now() + DATABASE_PATIENCE_MS; ;) {
    try {
      await work()
      return
    } catch (error) {
      if (!(error instanceof LedgerUnavailable) || Date.now() > until) throw error
      await pause(DATABASE_TRIED_EVERY_MS)
    }
  }
}

const settings = readConfig(process.env, (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
})
if (settings.ok) await main(settings.value).catch(sayWhatIsMissing)
else {
  process.stderr.write(`${printProblems(settings.error)}\n`)
  process.exitCode = WRONG_SETTINGS
}

/** Without its database Hilo cannot start; the launcher tries again, and a person reads a sentence, not a stack. */
function sayWhatIsMissing(error: unknown): void {
  if (!(error instanceof LedgerUnavailable)) throw error
  process.stderr.write(`${error.message}. DATABASE_URL says where it is.\n`)
  process.exit(1)
}
