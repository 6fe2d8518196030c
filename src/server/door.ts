import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '#base/time.ts'
import type { Loop } from '#app/loop.ts'
import type { Platform, PlatformKeys } from '#channels/platform.ts'
import { type Refusal, refusal } from '#core/refusal/refusal.ts'
import type { Ledger } from '#store/ledger.ts'
import type { Directory, OpenApp } from './directory.ts'
import { createGroupCommit, type GroupCommit, type GroupCommitLimits, QueueFull } from './group-commit.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { sendProblem } from './problem.ts'

/** Meta sends at most 3 MB (cloud-api §2.1); the rest is slack. */
export const LARGEST_WEBHOOK_BYTES = 3.5 * 1024 * 1024
export const WEBHOOK_PATH = '/webhooks/whatsapp'

export type DoorParts = {
  readonly platform: Platform
  readonly directory: Directory
  readonly ledger: Pick<Ledger, 'deliveries'>
  readonly loop: Pick<Loop, 'wake'>
  readonly clock: Clock
  readonly metrics: Metrics
  readonly log: Log
  readonly limits?: GroupCommitLimits
}

/**
 * Where webhooks come in. 200 means: the very bytes, signed by an app of ours, are on disk. Nothing else happens in the
 * platform's time; whatever cannot be made durable is answered 503, and the platform sends it again.
 */
export function addDoor(app: FastifyInstance, parts: DoorParts): GroupCommit {
  const { platform, directory, ledger, loop, clock, metrics, log } = parts
  const trouble = quietly((error, silenced) => log.error({ err: error, silenced }, 'Webhooks cannot be written'))
  const commits = createGroupCommit((deliveries) => ledger.deliveries.append(deliveries), metrics, parts.limits)

  /** Counts and refuses; nothing of the body is repeated or logged. */
  const refuse = (request: FastifyRequest, reply: FastifyReply, reason: Refusal, retryAfter: number | null = null) => {
    metrics.webhooks.inc({ outcome: reason.code })
    return sendProblem(request, reply, [reason], retryAfter)
  }

  async function receive(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const body = request.body
    if (!Buffer.isBuffer(body)) {
      return refuse(request, reply, refusal('type-not-supported', { expected: 'application/json' }))
    }
    const signature = request.headers[platform.signatureHeader]
    const signer = signerOf(platform, directory.apps(), body, signature)
    if (!signer) return refuse(request, reply, refusal('signature-invalid', { field: platform.signatureHeader }))
    const keys = platform.keysOf(body)
    if (!keys.ok) return refuse(request, reply, refusal('malformed', { found: keys.error }))
    if (!isKnown(signer, keys.value)) return refuse(request, reply, refusal('not-ours'))
    try {
      await commits.append({ channel: platform.channel, appId: signer.appId, body, receivedAt: clock.now() })
    } catch (error) {
      if (!(error instanceof QueueFull)) trouble.tell(error)
      return refuse(request, reply, refusal('unavailable'), 5)
    }
    metrics.webhooks.inc({ outcome: 'accepted' })
    loop.wake()
    return reply.code(200).send()
  }

  app.register(async (door) => {
    door.removeAllContentTypeParsers()
    door.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    door.setErrorHandler((error: { statusCode?: number; message: string }, request, reply) => {
      const status = error.statusCode ?? 500
      if (status === 413) {
        return refuse(request, reply, refusal('too-large', { expected: `≤ ${LARGEST_WEBHOOK_BYTES} bytes` }))
      }
      if (status === 415) return refuse(request, reply, refusal('type-not-supported', { expected: 'application/json' }))
      if (status < 500) return refuse(request, reply, refusal('malformed'))
      log.error({ error, requestId: request.id }, 'A fault of ours at the door')
      return refuse(request, reply, refusal('unavailable'), 5)
    })
    door.post(WEBHOOK_PATH, { bodyLimit: LARGEST_WEBHOOK_BYTES }, receive)
    door.get(WEBHOOK_PATH, (request, reply) => {
      const tokens = directory.apps().map(({ verifyToken }) => verifyToken)
      const challenge = platform.handshake(request.query as Record<string, unknown>, tokens)
      if (challenge === null) return refuse(request, reply, refusal('not-allowed', { field: 'hub.verify_token' }))
      return reply.type('text/plain; charset=utf-8').header('x-content-type-options', 'nosniff').send(challenge)
    })
  })
  return commits
}

/** Passes on the first of a kind of trouble and then one in so long: a flood of webhooks must not become one of lines. */
function quietly(tell: (error: unknown, silenced: number) => void) {
  let toldAt = Number.NEGATIVE_INFINITY
  let silenced = 0
  return {
    tell: (error: unknown): void => {
      if (performance.now() - toldAt < QUIET_MS) return void silenced++
      tell(error, silenced)
      toldAt = performance.now()
      silenced = 0
    },
  }
}
const QUIET_MS = 5_000

/** The app whose secret signed these bytes; null when none did. Every app of the installation posts to one address. */
function signerOf(
  platform: Platform,
  apps: readonly OpenApp[],
  body: Buffer,
  header: string | string[] | undefined,
): OpenApp | null {
  const candidates = apps.flatMap((app) => app.secrets.map((secret) => ({ secret, app })))
  return platform.signerOf(body, header, candidates)?.app ?? null
}

/**
 * At least one number or business account of the body belongs to the signing app, or something in it is about a portfolio;
 * foreign parts are set aside later. What names nobody is nobody else's, and an empty body is none of Meta's to repeat.
 */
const isKnown = (signer: OpenApp, { lines, groups, isOfPortfolio }: PlatformKeys): boolean =>
  lines.some((key) => signer.keys.has(key)) ||
  groups.some((key) => signer.keys.has(key)) ||
  isOfPortfolio ||
  lines.length + groups.length === 0
