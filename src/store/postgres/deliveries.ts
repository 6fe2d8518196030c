import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { Delivery, DeliveryLog, Lease, NewDelivery } from '../ledger.ts'
import { columns } from './columns.ts'
import { freshBodies } from './fresh-bodies.ts'
import { timestamp } from './rows.ts'
import { statement, unscoped } from './transaction.ts'

/** Deliveries in PostgreSQL. `door` appends and does nothing else, so that it never waits behind `log`, which reads. */
export const deliveryLog = (door: pg.Pool, log: pg.Pool, fresh = freshBodies()): DeliveryLog => ({
  async append(deliveries) {
    if (deliveries.length === 0) return
    const { rows } = await unscoped<{ id: string }>(door, APPEND, DELIVERY.values(deliveries.map(rowOf)))
    for (const [index, { body }] of deliveries.entries()) {
      const id = rows[index]?.id
      if (id !== undefined) fresh.keep(id, body)
    }
  },
  async lease(shard, holder, now, until) {
    const { rows } = await unscoped<LeaseRow>(log, LEASE, [shard, holder, timestamp(now), timestamp(until)])
    return rows[0] ? leaseFrom(rows[0]) : null
  },
  async release({ shard, holder, fence }) {
    await unscoped(log, RELEASE, [shard, holder, fence])
  },
  async read(lease, after, limit) {
    const { xid, id } = after ?? lease.position
    const { rows } = await unscoped<DeliveryRow>(log, READ, [xid, id, limit, fresh.since()])
    const found = rows.map(({ id, body }) => body ?? fresh.take(id))
    const others = rows.filter((_, index) => found[index] === undefined)
    const read = others.length === 0 ? [] : (await unscoped<BodyRow>(log, READ_BODIES, KEY.values(others))).rows
    const bodies = new Map(read.map(({ id, body }) => [id, body]))
    return rows.map((row, index) => deliveryFrom(row, found[index] ?? bodies.get(row.id)))
  },
})

const rowOf = ({ channel, appId, receivedAt, body }: NewDelivery) => ({
  channel,
  app_id: appId,
  received_at: receivedAt,
  body,
})

type LeaseRow = { shard: string; holder: string; fence: number; xid: string; id: string }
type DeliveryRow = {
  xid: string
  id: string
  delivery_id: string
  received_at: Instant
  channel: string
  app_id: string
  /** Null: kept here, or come in through another process. */
  body: Buffer | null
}
type BodyRow = { id: string; body: Buffer }

const leaseFrom = ({ shard, holder, fence, xid, id }: LeaseRow): Lease => ({
  shard,
  holder,
  fence,
  position: { xid, id },
})

const deliveryFrom = (
  { xid, id, delivery_id, received_at, channel, app_id }: DeliveryRow,
  body: Uint8Array | undefined,
): Delivery => ({
  deliveryId: delivery_id,
  position: { xid, id },
  channel,
  appId: app_id,
  body: body ?? missing(id),
  receivedAt: received_at,
})

function missing(id: string): never {
  throw new Error(`Delivery ${id} was there and is not any more.`)
}

const DELIVERY = columns({ channel: 'text', app_id: 'text', received_at: 'timestamptz', body: 'bytea' })
/** `unnest` keeps the order of its arrays, and ids are given and answered in that order. */
const APPEND = statement(
  'append-deliveries',
  `insert into delivery (${DELIVERY.names}) select * from ${DELIVERY.from()} returning id::text`,
)
const LEASE = statement(
  'lease-deliveries',
  `insert into delivery_lease (shard, holder, fence, held_until) values ($1, $2, 1, $4::timestamptz)
   on conflict (shard) do update set holder = excluded.holder, held_until = excluded.held_until,
     fence = delivery_lease.fence + (delivery_lease.holder <> excluded.holder)::integer
   where delivery_lease.holder = excluded.holder or delivery_lease.held_until <= $3::timestamptz
   returning shard, holder, fence, xid::text, id::text`,
)
/** Nobody is written as the empty holder, so that the next one has a higher fence, be it the same process again. */
const RELEASE = statement(
  'release-deliveries',
  `update delivery_lease set holder = '', held_until = '-infinity' where shard = $1 and holder = $2 and fence = $3::bigint`,
)
/**
 * Nothing of a transaction that still runs, nor of any that began after it: what commits late gets a place behind the
 * reader's position, never before it.
 */
const READ = statement(
  'read-deliveries',
  `select xid::text, id::text, coalesce(replay_of, id)::text as delivery_id, received_at, channel, app_id,
     case when $4::bigint is null or id < $4 then body end as body
   from delivery
   where (xid, id) > ($1::xid8, $2::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
   order by delivery.xid, delivery.id limit $3`,
)
const KEY = columns({ xid: 'text', id: 'text' })
const READ_BODIES = statement(
  'read-bodies',
  `select delivery.id::text, body
   from ${KEY.from()} join delivery on (delivery.xid, delivery.id) = (row.xid::xid8, row.id::bigint)`,
)
