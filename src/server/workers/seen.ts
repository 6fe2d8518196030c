import { plus, seconds } from '#base/time.ts'
import type { Channel } from '#channels/channel.ts'
import type { ChannelId } from '#core/line/line.ts'
import type { Directory } from '../directory.ts'
import type { Graph } from '../graph.ts'
import { createWorker, type Worker, type WorkerParts } from './worker.ts'

/** Blue ticks and "typing" for the contact. A courtesy: tried twice, then forgotten. */
export function createSeen(
  parts: WorkerParts & {
    readonly directory: Directory
    readonly channels: ReadonlyMap<ChannelId, Channel>
    readonly graph: Graph
  },
): Worker {
  const { directory, channels, graph, clock } = parts
  return createWorker(parts, {
    kind: 'mark-read',
    capacity: 50,
    run: async ({ accountId, lineId, wireId, typing, attempts }) => {
      const line = directory.byId(accountId, lineId)
      const token = directory.accessToken(accountId, lineId)
      const request = line && channels.get(line.channel)?.renderSeen(line, wireId, typing)
      if (!request || token === null) return { kind: 'done' }
      const answer = await graph.ask(token, request, 'seen')
      const isPassing = answer.kind !== 'answered' || answer.status >= 500 || answer.status === 429
      return isPassing && attempts === 0
        ? { kind: 'again', dueAt: plus(clock.now(), seconds(2)), isFailure: false }
        : { kind: 'done' }
    },
  })
}
