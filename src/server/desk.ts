import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HSTS } from './http.ts'
import type { Log } from './log.ts'

export type DeskOptions = {
  /** The folder of the built client: `dist/web`. */
  readonly folder: string
  /** The demo's phones are shown in a frame beside the desk; null without the demo. */
  readonly emulatorUrl: string | null
  /** Where Meta's SDK is, whose window numbers are connected in; null: there is no such window. */
  readonly sdkUrl: string | null
  readonly isHttps: boolean
  readonly log: Log
}

/** Serves the built client; answers the fallback that gives every page of the desk its `index.html`. */
export async function addDesk(
  app: FastifyInstance,
  options: DeskOptions,
): Promise<(request: FastifyRequest, reply: FastifyReply) => FastifyReply | null> {
  const { folder, log } = options
  const index = path.join(folder, 'index.html')
  if (!existsSync(index)) {
    log.warn({ folder }, 'The desk is not built; only the API is served')
    return () => null
  }
  const headersOf = pageHeaders(options, scriptHashes(readFileSync(index, 'utf8')))
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: true,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply: FastifyReply, file: string) => {
      const isHashed = file.startsWith(path.join(folder, 'assets'))
      reply.headers(headersOf(reply.request.host))
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  } as Parameters<typeof fastifyStatic>[1])
  return (request, reply) => {
    const isPage = request.method === 'GET' || request.method === 'HEAD'
    const isOurs = /^\/(?:api|webhooks|demo|metrics|livez|readyz|assets)(?:\/|\?|$)/.test(request.url)
    const isFile = /\.[a-z0-9]{1,8}(?:\?|$)/i.test(request.url)
    if (!isPage || isOurs || isFile) return null
    return reply.code(200).sendFile('index.html')
  }
}

/** Scripts written into the page itself are allowed by what they are, not by where they are. */
const scriptHashes = (html: string): string[] =>
  [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )

/** Where Meta's SDK asks and what it shows beside the emulator's, which does without [K]. */
const METAS = 'https://www.facebook.com https://web.facebook.com https://graph.facebook.com'

function pageHeaders({ emulatorUrl, sdkUrl, isHttps }: DeskOptions, hashes: readonly string[]) {
  const sdk = sdkUrl === null ? [] : [new URL(sdkUrl).origin]
  const metas = sdkUrl !== null && emulatorUrl === null ? [METAS] : []
  const frames = ["'self'", ...(emulatorUrl === null ? [] : [emulatorUrl]), ...metas].join(' ')
  const scripts = ["'self'", ...hashes, ...sdk].join(' ')
  return (host: string): Record<string, string> => {
    const socket = /^[\w.:[\]-]+$/.test(host) ? ` ${isHttps ? 'wss' : 'ws'}://${host}` : ''
    return {
      'content-security-policy': [
        "default-src 'self'",
        `script-src ${scripts}`,
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "font-src 'self' data:",
        "worker-src 'self' blob:",
        [`connect-src 'self'${socket}`, ...metas].join(' '),
        `frame-src ${frames}`,
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ].join('; '),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'permissions-policy': 'microphone=(self), camera=(), geolocation=(), payment=(), usb=()',
      // Meta's window answers to the page that opened it.
      'cross-origin-opener-policy': sdkUrl === null ? 'same-origin' : 'same-origin-allow-popups',
      ...(isHttps ? HSTS : {}),
    }
  }
}
