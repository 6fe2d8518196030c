import { hours } from '#base/time.ts'
import type { Fields } from '../json.ts'
import type { Waba } from '../world/model.ts'
import type { World } from '../world/world.ts'
import { bucketOf, dimensionsOf, isWithin, money, passes, phonesIn, readAsked, summed } from './asked.ts'
import { type Billed, linesOfAccount } from './pricing.ts'

const GRANULARITIES = ['HALF_HOUR', 'DAILY', 'MONTHLY']
/** A conversation of a category lasts 24 hours from the first message delivered (Cloud API, Analytics, 2025-12). */
const LASTS = hours(24)

/** How the conversations call what the bill calls otherwise. */
const TYPES: Readonly<Record<string, string>> = {
  regular: 'REGULAR',
  free_customer_service: 'FREE_TIER',
  free_entry_point: 'FREE_ENTRY_POINT',
}

type Conversation = { readonly first: Billed; micros: number }

/** `conversation_analytics`: the bill by conversations, as it was reckoned until 2025-06 and is still told. */
export function conversationAnalytics(world: World, waba: Waba, args: Readonly<Record<string, string>>): Fields {
  const asked = readAsked(args, GRANULARITIES)
  const metrics = asked.list('metric_types')
  const bucket = bucketOf(world.account.of(waba).timeZone, asked.granularity)
  const rows = conversationsOf(world, waba).filter(
    ({ first }) =>
      isWithin(first.charge.at, asked) &&
      passes(phonesIn(asked), first.phone) &&
      passes(asked.list('conversation_categories'), first.charge.category.toUpperCase()) &&
      passes(asked.list('conversation_types'), typeOf(first)) &&
      passes(asked.list('conversation_directions'), directionOf(first)),
  )
  const nameOf = ({ first }: Conversation): Fields => ({
    ...bucket(first.charge.at),
    ...dimensionsOf(asked, {
      PHONE: { phone_number: first.phone },
      COUNTRY: { country: first.charge.country },
      CONVERSATION_TYPE: { conversation_type: typeOf(first) },
      CONVERSATION_DIRECTION: { conversation_direction: directionOf(first) },
      CONVERSATION_CATEGORY: { conversation_category: first.charge.category.toUpperCase() },
    }),
  })
  const points = summed(rows, nameOf, ({ micros }) => ({ conversation: 1, micros })).map(({ sums, ...point }) => ({
    ...point,
    ...(passes(metrics, 'CONVERSATION') ? { conversation: sums['conversation'] } : {}),
    ...(passes(metrics, 'COST') ? { cost: money(sums['micros']) } : {}),
  }))
  return { data: [{ data_points: points }] }
}

/** Lines of the bill to the same person in the same category, within a day, are one. */
function conversationsOf(world: World, waba: Waba): readonly Conversation[] {
  const all: Conversation[] = []
  const open = new Map<string, Conversation>()
  for (const line of linesOfAccount(world, waba).toSorted((a, b) => a.charge.at - b.charge.at)) {
    const { number, whom, charge } = line
    const key = `${number}|${whom}|${charge.category}`
    const running = open.get(key)
    if (running !== undefined && charge.at - running.first.charge.at < LASTS) {
      running.micros += charge.micros
      continue
    }
    const begun = { first: line, micros: charge.micros }
    open.set(key, begun)
    all.push(begun)
  }
  return all
}

const typeOf = ({ charge }: Billed): string => TYPES[charge.type] ?? 'UNKNOWN'
const directionOf = ({ charge }: Billed): string =>
  charge.category === 'service' ? 'USER_INITIATED' : 'BUSINESS_INITIATED'
