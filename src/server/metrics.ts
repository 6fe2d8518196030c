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
    effectsDue: new Gauge({ name: 'hilo_effects_due', help: 'Effects whose time has come', registers }),
  }
}
