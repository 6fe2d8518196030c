/** One body on its way to a callback. */
export type Delivery = {
  readonly id: string
  readonly at: number
  /** The HTTP status of the last attempt; 0 when no answer came, `null` while it is on its way. */
  status: number | null
  problem: string | null
  attempts: number
  readonly url: string
  readonly body: string
}

export type DeliveryLog = {
  /** Notes an attempt; a repetition of a body is counted on its first entry. */
  readonly attempt: (sent: Pick<Delivery, 'id' | 'at' | 'attempts' | 'url' | 'body'>) => Delivery
  /** Newest first. */
  readonly list: (limit: number) => Delivery[]
}

/** Kept in memory only, the oldest go first. */
const KEEP = 1_000

export function deliveryLog(): DeliveryLog {
  const byId = new Map<string, Delivery>()
  return {
    attempt: (sent) => {
      const known = byId.get(sent.id)
      if (known !== undefined && sent.attempts > 1) {
        known.attempts = sent.attempts
        return known
      }
      const delivery = { ...sent, status: null, problem: null }
      byId.set(sent.id, delivery)
      if (byId.size > KEEP) byId.delete(byId.keys().next().value ?? '')
      return delivery
    },
    list: (limit) => [...byId.values()].reverse().slice(0, limit),
  }
}
