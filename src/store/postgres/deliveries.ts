import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { Delivery, DeliveryLog, Lease, NewDelivery } from '../ledger.ts'
import { columns } from './columns.ts'
import { timestamp } from './rows.ts'
import { statement, unscoped } from './transaction.ts'

/** Deliveries in PostgreSQL. `door` appends and does nothing else, so that it never waits behind `log`, which reads. */
export const deliveryLog = (door: pg.Pool, log: pg.Pool): DeliveryLog => ({
  async append(deliveries) {
    if (deliveries.length > 0) await unscoped(door, APPEND, DELIVERY.values(deliveries.map(rowOf)))
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
    const { rows } = await unscoped<DeliveryRow>(log, READ, [xid, id, limit])
    return rows.map(deliveryFrom)
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
  body: Buffer
}

const leaseFrom = ({ shard, holder, fence, xid, id }: LeaseRow): Lease => ({
  shard,
  holder,
  fence,
  position: { xid, id },
})

const deliveryFrom = ({ xid, id, delivery_id, received_at, channel, app_id, body }: DeliveryRow): Delivery => ({
  deliveryId: delivery_id,
  position: { xid, id },
  channel,
  appId: app_id,
  body,
  receivedAt: received_at,
})

const DELIVERY = columns({ channel: 'text', app_id: 'text', received_at: 'timestamptz', body: 'bytea' })
/** `unnest` keeps the order of its arrays, and ids are given in that order. */
const APPEND = statement(
  'append-deliveries',
  `insert into delivery (${DELIVERY.names}) select * from ${DELIVERY.from()}`,
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
  `select xid::text, id::text, coalesce(replay_of, id)::text as delivery_id, received_at, channel, app_id, body from delivery
   where (xid, id) > ($1::xid8, $2::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
   order by delivery.xid, delivery.id limit $3`,
)
