import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What Hilo counts about itself, for Prometheus. No label holds personal data; all have few values. */
export type Metrics = ReturnType<typeof createMetrics>

export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    /** Seconds per request, by route pattern. */
    http: new Histogram({
      name: 'hilo_http_request_seconds',
      help: 'Time to answer a request of the API, by route and status',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    webhooks: new Counter({
      name: 'hilo_webhooks_total',
      help: 'Webhook requests by outcome: accepted, or the code of the refusal',
      labelNames: ['outcome'],
      registers,
    }),
    webhookBatch: new Histogram({
      name: 'hilo_webhook_commit_size',
      help: 'Webhook bodies per commit',
      buckets: [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000],
      registers,
    }),
    webhookQueue: new Gauge({ name: 'hilo_webhook_queue', help: 'Webhook bodies waiting for a commit', registers }),
    facts: new Counter({ name: 'hilo_facts_total', help: 'Facts by kind', labelNames: ['kind'], registers }),
    sends: new Counter({
      name: 'hilo_sends_total',
      help: 'Attempts to send by outcome: accepted, again, refused, unknown',
      labelNames: ['outcome'],
      registers,
    }),
    graph: new Counter({
      name: 'hilo_graph_calls_total',
      help: 'Calls to the Graph API by purpose and HTTP status, or not-sent, or lost',
      labelNames: ['purpose', 'code'],
      registers,
    }),
    effects: new Counter({
      name: 'hilo_effects_total',
      help: 'Effects worked on, by kind and outcome: done, again, given-up',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    feedClients: new Gauge({ name: 'hilo_feed_clients', help: 'Open desks and other listeners', registers }),
    feedDropped: new Counter({
      name: 'hilo_feed_dropped_total',
      help: 'Listeners let go, by reason: slow, signed-out, silent',
      labelNames: ['reason'],
      registers,
    }),
    deliveriesWaiting: new Gauge({
      name: 'hilo_delivery_lag_seconds',
      help: 'Age of the oldest webhook body that the loop has not read yet',
      registers,
    }),
    setAsideWaiting: new Gauge({
      name: 'hilo_set_aside_waiting',
      help: 'Parts of webhooks that wait for a person, by who can see them: account, installation; counted to 1000',
      labelNames: ['owner'],
      registers,
    }),
    oldestDelivery: new Gauge({
      name: 'hilo_delivery_oldest_seconds',
      help: 'Age of the oldest webhook body that is kept',
      registers,
    }),
    partitions: new Gauge({ name: 'hilo_partitions', help: 'Partitions by table', labelNames: ['table'], registers }),
    partitionsAhead: new Gauge({
      name: 'hilo_partitions_ahead_seconds',
      help: 'How far ahead there are partitions for webhook bodies; below a day somebody should look',
      registers,
    }),
    strays: new Gauge({
      name: 'hilo_partition_strays',
      help: 'Rows outside of all partitions by table, estimated',
      labelNames: ['table'],
      registers,
    }),
    partitionsPostponed: new Gauge({
      name: 'hilo_partitions_postponed',
      help: 'Expired partitions that could not be dropped in the last round of this process',
      registers,
    }),
    upkeep: new Counter({
      name: 'hilo_upkeep_total',
      help: 'Rounds of upkeep of this process by outcome: done, postponed, busy (another process is at it), failed',
      labelNames: ['outcome'],
      registers,
    }),
    removed: new Counter({
      name: 'hilo_removed_total',
      help: 'What had its time: rows by table, and partitions of deliveries as delivery_partition',
      labelNames: ['what'],
      registers,
    }),
    reprocessing: new Gauge({
      name: 'hilo_reprocess_running',
      help: 'Ranges of webhook bodies that are being put through the loop again',
      registers,
    }),
    replayed: new Counter({
      name: 'hilo_replayed_total',
      help: 'Webhook bodies this process put through the loop again, by reason: reprocess, released',
      labelNames: ['reason'],
      registers,
    }),
    unindexed: new Gauge({
      name: 'hilo_contacts_unindexed',
      help: 'Contacts that cannot yet be found by what they are called now; counted to 10000',
      registers,
    }),
    effectsDue: new Gauge({ name: 'hilo_effects_due', help: 'Effects whose time has come', registers }),
  }
}
