import type { FastifyReply } from 'fastify'
import type { Language } from '#base/language.ts'

/** A page for people without an account: whole in one answer, without scripts. `body` is HTML, `title` is not. */
export const documentOf = (language: Language, title: string, body: string, style: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${style}</style></head><body>${body}</body></html>`

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)

export const pageIn = (reply: FastifyReply, status = 200): FastifyReply =>
  reply.code(status).headers(PAGE_HEADERS).type('text/html; charset=utf-8')

/** Nothing of it runs, nothing is fetched from elsewhere, forms go nowhere but here, and nobody is told its address. */
export const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  'cache-control': 'no-store',
  vary: 'accept-language',
}
