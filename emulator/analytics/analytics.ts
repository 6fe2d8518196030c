import type { Fields } from '../json.ts'
import { readSelection } from '../graph/selection.ts'
import type { Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { callAnalytics } from './calls.ts'
import { conversationAnalytics } from './conversations.ts'
import { messageAnalytics } from './messages.ts'
import { pricingAnalytics } from './pricing.ts'
import { templateAnalytics } from './templates.ts'

type Metric = (world: World, waba: Waba, args: Readonly<Record<string, string>>) => Fields

/** What Meta adds up for an account, all of it from what happened here (cloud-api §1.10). */
const METRICS: Readonly<Record<string, Metric>> = {
  analytics: messageAnalytics,
  conversation_analytics: conversationAnalytics,
  pricing_analytics: pricingAnalytics,
  template_analytics: templateAnalytics,
  call_analytics: callAnalytics,
}

/** The metrics among the fields asked for: `fields=analytics.start(…).end(…).granularity(DAY)`. */
export function analyticsAmong(world: World, waba: Waba, fields: string | undefined): Fields {
  const asked = readSelection(fields ?? '').filter(({ name }) => Object.hasOwn(METRICS, name))
  return Object.fromEntries(asked.map(({ name, args }) => [name, METRICS[name]?.(world, waba, args)]))
}

/** A metric as an edge: `GET /{waba}/template_analytics?start=…`; nothing when there is none of that name. */
export const analyticsEdge = (
  world: World,
  waba: Waba,
  edge: string,
  query: Readonly<Record<string, string>>,
): Fields | undefined => (Object.hasOwn(METRICS, edge) ? METRICS[edge]?.(world, waba, query) : undefined)
