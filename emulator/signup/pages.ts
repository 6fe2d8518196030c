import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'

/** Files beside this one, by the address they are served at. */
const PAGES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/dialog/oauth': ['dialog.html', 'text/html'],
  '/telephone': ['telephone.html', 'text/html'],
  '/sdk.js': ['sdk.js', 'text/javascript'],
  '/signup/dialog.js': ['dialog.js', 'text/javascript'],
  '/signup/telephone.js': ['telephone.js', 'text/javascript'],
  '/signup/style.css': ['style.css', 'text/css'],
}

/** Meta's sign-up dialog, the SDK that opens it, and the telephone the codes come to. */
export function addPages(server: FastifyInstance): void {
  for (const [address, [file, type]] of Object.entries(PAGES)) {
    server.get(address, (_request, reply) =>
      reply
        .type(`${type}; charset=utf-8`)
        .header('cache-control', 'no-cache')
        .send(readFileSync(new URL(`pages/${file}`, import.meta.url))),
    )
  }
}
