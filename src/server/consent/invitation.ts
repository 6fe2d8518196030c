import type { FastifyInstance } from 'fastify'
import { type Clock, minutes } from '#base/time.ts'
import type { Invitation } from '#core/consent/settings.ts'
import type { Line } from '#core/line/line.ts'
import { LANGUAGES } from '#core/refusal/words.ts'
import type { Directory } from '../directory.ts'
import { createThrottle, networkOf } from '../throttle.ts'

/** Pages one network may open a minute: people one or two; whoever guesses tokens, many more. */
const PAGES_A_MINUTE = 30

/**
 * The public page of an invitation, `/alta/<token>`: what one agrees to, and the way to WhatsApp with the keyword written
 * already. Consent is what the person sends from there, so nobody can agree for somebody else.
 */
export function addInvitations(app: FastifyInstance, directory: Directory, clock: Clock): void {
  const throttle = createThrottle(clock, PAGES_A_MINUTE, minutes(1))
  app.get<{ Params: { token: string } }>('/alta/:token', async (request, reply) => {
    const network = networkOf(request.ip)
    const wait = throttle.waitSeconds(network)
    if (wait > 0) return reply.code(429).header('retry-after', wait).type('text/plain').send('')
    throttle.count(network)
    const found = invitationAt(directory, request.params.token)
    void reply.headers(HEADERS).type('text/html; charset=utf-8')
    if (!found) return reply.code(404).send(pageOf('es', '404', `<p>${escaped(NOWHERE)}</p>`))
    return reply.send(invitationPage(found))
  })
}

type Found = { readonly invitation: Invitation; readonly line: Line; readonly company: string }

function invitationAt(directory: Directory, token: string): Found | null {
  for (const accountId of directory.accounts()) {
    const invitation = directory.consent(accountId).invitations.find((one) => one.token === token)
    const line = invitation && directory.byId(accountId, invitation.lineId)
    if (invitation && line) return { invitation, line, company: directory.account(accountId)?.name ?? line.name }
  }
  return null
}

function invitationPage({ invitation, line, company }: Found): string {
  const { keyword, language, wording } = invitation
  const words = WORDS.map((all) => all[LANGUAGES.indexOf(language)] ?? all[0])
  const [open = '', how = ''] = words
  const link = `https://wa.me/${line.address.replace(/\D/g, '')}?text=${encodeURIComponent(keyword)}`
  return pageOf(
    language,
    company,
    `<h1>${escaped(company)}</h1><p class="wording">${escaped(wording.text)}</p>
<p><a class="open" href="${escaped(link)}" rel="noopener">${escaped(open)}</a></p>
<p class="how">${escaped(how.replace('%', keyword))}</p>`,
  )
}

const WORDS = [
  ['Aceptar en WhatsApp', 'Accept on WhatsApp', 'Aceitar no WhatsApp'],
  [
    'Al enviar «%» aceptas. Puedes dejarlo cuando quieras escribiendo BAJA.',
    'By sending “%” you agree. You can leave at any time by writing STOP.',
    'Ao enviar “%” você aceita. Você pode sair quando quiser escrevendo SAIR.',
  ],
] as const
const NOWHERE = 'Esta invitación ya no existe. · This invitation is gone. · Este convite não existe mais.'

/** Nothing of it runs, and nothing is fetched from elsewhere. */
const HEADERS = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

const STYLE = `:root{color-scheme:light dark}body{font:17px/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.25rem;
color:#14201c;background:#f6f8f7}h1{font-size:1.5rem}.wording{white-space:pre-line;background:#fff;border:1px solid #dfe6e3;
border-radius:10px;padding:1rem 1.25rem}.open{display:block;text-align:center;background:#0b6b57;color:#fff;border-radius:10px;
padding:.9rem 1rem;font-weight:600;text-decoration:none}.open:focus-visible{outline:3px solid #0a6fc2;outline-offset:3px}
.how{color:#5f6c67;font-size:.9rem}@media(prefers-color-scheme:dark){body{color:#e6f0ec;background:#111816}
.wording{background:#1f2926;border-color:#2a3531}.open{background:#4fc3a1;color:#06231b}.how{color:#9aa8a3}}`

const pageOf = (language: string, title: string, body: string): string =>
  `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>${escaped(title)}</title><style>${STYLE}</style><main>${body}</main></html>`

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
