import type { Changes, DeliveryLog, Lease } from '../ledger.ts'
import type { MemoryRows } from './rows.ts'

/** Every append is a transaction of its own number, like PostgreSQL's. */
export function deliveryLog(rows: MemoryRows): DeliveryLog {
  return {
    append: async (deliveries) => {
      const xid = String(Number(rows.deliveries.at(-1)?.position.xid ?? 0) + 1)
      for (const delivery of deliveries) {
        const id = String(rows.deliveries.length + 1)
        rows.deliveries.push({ ...delivery, deliveryId: id, position: { xid, id } })
      }
    },
    lease: async (shard, holder, now, until) => {
      const held = rows.leases.get(shard) ?? { holder: '', fence: 0, until: now, position: { xid: '0', id: '0' } }
      if (held.holder !== holder && held.until > now) return null
      const fence = held.holder === holder ? held.fence : held.fence + 1
      rows.leases.set(shard, { holder, fence, until, position: held.position })
      return { shard, holder, fence, position: held.position }
    },
    release: async (lease) => {
      const held = holding(rows, lease)
      if (held) rows.leases.set(lease.shard, { ...held, holder: '', until: -Infinity as typeof held.until })
    },
    read: async (lease, after, limit) => {
      // Ids count deliveries from 1 in the order of their transactions.
      const read = Number((after ?? lease.position).id)
      return rows.deliveries.slice(read, read + limit)
    },
  }
}

/** What moves the reader's position, or null when it may not: the lease is lost, or the position is elsewhere. */
export function moveTo(
  rows: MemoryRows,
  { lease, from, after }: NonNullable<Changes['position']>,
): (() => void) | null {
  const held = holding(rows, lease)
  if (held?.position.xid !== from.xid || held.position.id !== from.id) return null
  return () => rows.leases.set(lease.shard, { ...held, position: after })
}

function holding(rows: MemoryRows, { shard, holder, fence }: Lease) {
  const held = rows.leases.get(shard)
  return held?.holder === holder && held.fence === fence ? held : null
}
