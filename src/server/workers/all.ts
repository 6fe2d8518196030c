import type { Ids } from '#base/ids.ts'
import type { Loop } from '#app/loop.ts'
import type { Channel } from '#channels/channel.ts'
import type { Platform } from '#channels/platform.ts'
import type { ChannelId } from '#core/line/line.ts'
import type { AppSyncs } from '#store/app-syncs.ts'
import type { Costs } from '#store/costs.ts'
import type { Duplicates } from '#store/duplicates.ts'
import type { Erasures } from '#store/erasures.ts'
import type { Notices } from '#store/notices.ts'
import type { Numbers } from '#store/numbers.ts'
import type { Privacy } from '#store/privacy.ts'
import type { Registry } from '#store/registry.ts'
import type { SignUps } from '#store/sign-ups.ts'
import type { Templates } from '#store/templates.ts'
import type { Views } from '#store/views/views.ts'
import type { BudgetStops } from '../costs/stops.ts'
import type { Directory } from '../directory.ts'
import type { Graph } from '../graph.ts'
import type { MediaStore } from '../media/store.ts'
import type { Metrics } from '../metrics.ts'
import type { Vault } from '../secrets.ts'
import type { StoreHealth } from '../watch.ts'
import { createAccessWatch } from './access.ts'
import { createAppSync } from './app-sync.ts'
import { createSettleBlock } from './block.ts'
import { createCostLedger, createDuplicateFinder, createSendCounter, createTemplateCounter } from './costs.ts'
import { createDeliver } from './deliver.ts'
import { createJoinMoved } from './moved.ts'
import { createNotices } from './notices.ts'
import { createEraser } from './erase.ts'
import { createFetchMedia } from './media.ts'
import { createSeen } from './seen.ts'
import { createSettle } from './settle.ts'
import { createConfirmSignUps } from './sign-ups.ts'
import { createTemplateSubmit } from './template-submit.ts'
import { createTemplateSync } from './templates.ts'
import { createUploads } from './uploads.ts'
import type { Worker, WorkerParts } from './worker.ts'

export type AllWorkerParts = WorkerParts & {
  readonly loop: Loop
  readonly ids: Ids
  readonly views: Views
  readonly registry: Registry
  readonly templates: Templates
  readonly notices: Notices
  readonly numbers: Numbers
  readonly appSyncs: AppSyncs
  readonly signUps: SignUps
  readonly costs: Costs
  readonly duplicates: Duplicates
  readonly privacy: Privacy
  readonly erasures: Erasures
  readonly vault: Vault
  readonly budgetStops: BudgetStops
  readonly health: () => Promise<StoreHealth>
  readonly directory: Directory
  readonly channels: ReadonlyMap<ChannelId, Channel>
  readonly platform: Platform
  readonly graph: Graph
  readonly media: MediaStore
  readonly metrics: Metrics
}

/** All that began at once would each open a connection to PostgreSQL, which takes it longer than what they look for. */
const APART_MS = 40

/** Every worker, as one. */
export function startWorkers(parts: AllWorkerParts): Worker {
  const watchAccess = createAccessWatch(parts)
  const workers = [
    createDeliver({
      ...parts,
      watchAccess,
      uploads: createUploads(parts),
      countSend: (outcome) => parts.metrics.sends.inc({ outcome }),
    }),
    createSettle(parts),
    createFetchMedia(parts),
    createSeen(parts),
    createNotices(parts),
    createAppSync(parts),
    createConfirmSignUps(parts),
    createSettleBlock(parts),
    createJoinMoved(parts),
    createCostLedger(parts),
    createTemplateCounter(parts),
    createSendCounter(parts),
    createDuplicateFinder(parts),
    createEraser(parts),
    createTemplateSync({ ...parts, watchAccess }),
    createTemplateSubmit({ ...parts, watchAccess }),
  ]
  let starting: readonly NodeJS.Timeout[] = []
  return {
    start: () => {
      starting = workers.map((worker, index) => setTimeout(worker.start, index * APART_MS))
    },
    stop: async () => {
      for (const start of starting) clearTimeout(start)
      await Promise.all(workers.map((worker) => worker.stop()))
    },
  }
}
