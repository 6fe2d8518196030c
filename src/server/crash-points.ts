import type { Ledger } from '#store/ledger.ts'
import type { Graph } from './graph.ts'

/** Around what the process may be told to end: every write to the ledger, and every call to the outside by its purpose. */
export const CRASH_PLACES = [
  ...(['append', 'lease', 'release', 'commit', 'take', 'finish', 'postpone'] as const),
  ...(['send', 'seen', 'templates', 'media', 'connect', 'upload', 'download'] as const),
] as const
export const CRASH_MOMENTS = ['before', 'done', 'after'] as const

/**
 * Ends the process at the `count`th visit. `before`: nothing has left. `done`: it has happened out there, and its answer
 * is lost with us. `after`: whoever waited for the answer has heard it, and no more.
 */
export type CrashPoint = {
  readonly place: (typeof CRASH_PLACES)[number]
  readonly moment: (typeof CRASH_MOMENTS)[number]
  readonly count: number
}

/** `<place>-<moment>[:<count>]`, as in `commit-done:3`; null when it is nothing of the kind. */
export function crashPointOf(text: string): CrashPoint | null {
  const [, wantedPlace, wantedMoment, count = '1'] = /^([a-z]+)-([a-z]+)(?::([1-9]\d{0,6}))?$/.exec(text) ?? []
  const place = CRASH_PLACES.find((one) => one === wantedPlace)
  const moment = CRASH_MOMENTS.find((one) => one === wantedMoment)
  return place && moment ? { place, moment, count: Number(count) } : null
}

/** Ledger and Graph as they are; with a point, both end the process there. For crash tests (`crash/`), in the demo only. */
export function withCrashPoint<Parts extends { readonly ledger: Ledger; readonly graph: Graph }>(
  parts: Parts,
  point: CrashPoint | null,
  end: () => void = () => process.kill(process.pid, 'SIGKILL'),
): Parts {
  if (point === null) return parts
  const { ledger, graph } = parts
  let visitsLeft = point.count

  const around =
    <Given extends readonly unknown[], Value>(
      call: (...given: Given) => Promise<Value>,
      placeOf: (...given: Given) => CrashPoint['place'],
    ) =>
    async (...given: Given): Promise<Value> => {
      if (placeOf(...given) !== point.place || --visitsLeft !== 0) return call(...given)
      if (point.moment === 'before') end()
      const value = await call(...given)
      if (point.moment === 'done') end()
      if (point.moment === 'after') setImmediate(end)
      return value
    }

  const { deliveries, effects } = ledger
  return {
    ...parts,
    ledger: {
      ...ledger,
      commit: around(ledger.commit, () => 'commit'),
      deliveries: {
        ...deliveries,
        append: around(deliveries.append, () => 'append'),
        lease: around(deliveries.lease, () => 'lease'),
        release: around(deliveries.release, () => 'release'),
      },
      effects: {
        ...effects,
        take: around(effects.take, () => 'take'),
        finish: around(effects.finish, () => 'finish'),
        postpone: around(effects.postpone, () => 'postpone'),
      },
    },
    graph: {
      ...graph,
      ask: around(graph.ask, (_token, _wire, purpose) => purpose),
      upload: around(graph.upload, () => 'upload'),
      download: around(graph.download, () => 'download'),
    },
  }
}
