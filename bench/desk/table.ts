import type { SizeFigures, Spread } from './figures.ts'

/** The figures for people: one block per size, then what ten times the data costs. */
export function tableOf(sizes: readonly SizeFigures[], requestsPerSecond: number): readonly string[] {
  return [...sizes.flatMap((size) => blockOf(size, requestsPerSecond)), ...growthOf(sizes)]
}

const ms = (value: number): string => value.toFixed(1).padStart(6)
const spread = ({ p50Ms, p95Ms, p99Ms }: Spread): string => [p50Ms, p95Ms, p99Ms].map(ms).join(' ')

function blockOf(size: SizeFigures, requestsPerSecond: number): string[] {
  const { messages, conversations, contacts, floorP50Ms, allP50Ms, allP99Ms, worstOperation, worstP99Ms } = size
  return [
    `${messages} messages, ${conversations} conversations, ${contacts} contacts, ${(size.databaseBytes / messages).toFixed(0)} bytes of database per message`,
    `floor: fifty rows by key ${floorP50Ms.toFixed(2)} ms · one agent p99 ${size.oneP99Ms.toFixed(1)} ms · 50 agents, ${requestsPerSecond.toFixed(0)} requests/s: ` +
      `p50 ${allP50Ms.toFixed(1)} ms, p99 ${allP99Ms.toFixed(1)} ms, slowest p99 ${worstP99Ms.toFixed(1)} ms (${worstOperation}) · CPU ms per request ${size.productCpuMsPerRequest.toFixed(2)} product, ${size.postgresCpuMsPerRequest.toFixed(2)} PostgreSQL · stolen CPU ${(size.stolenCpuShare * 100).toFixed(0)} %`,
    `${''.padEnd(36)} one agent, ms        50 agents, ms        store, ms            of floor  pages`,
    ...size.operations.map(
      ({ name, one, all, store, ratioToFloor, pages }) =>
        `${name.padEnd(36)}${spread(one)} ${spread(all)} ${spread(store)} ${ratioToFloor.toFixed(1).padStart(6)}× ${pages.toFixed(0).padStart(6)}`,
    ),
    '',
  ]
}

/** Medians of one agent's requests and of the store alone, each against the size before. */
function growthOf(sizes: readonly SizeFigures[]): string[] {
  return sizes.slice(1).flatMap((size, index) => {
    const before = sizes[index]
    if (!before) return []
    const lines = size.operations.map(({ name, one, store, pages }) => {
      const earlier = before.operations.find((operation) => operation.name === name)
      const times = (now: number, then = 0) => `${(now / Math.max(then, 0.001)).toFixed(2)}×`
      return `${name.padEnd(36)} ${times(one.p50Ms, earlier?.one.p50Ms).padStart(8)} ${times(store.p50Ms, earlier?.store.p50Ms).padStart(8)} ${times(pages, earlier?.pages).padStart(8)}`
    })
    return [
      `${before.messages} → ${size.messages} messages: median of one agent, of the store alone, pages looked at`,
      ...lines,
      '',
    ]
  })
}
