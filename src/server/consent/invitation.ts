import { createHmac, hkdfSync, randomInt } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Clock, days, type Duration, hours, type Instant, instant, minutes } from '#base/time.ts'
import type { Account } from '#store/registry.ts'
import type { Invitation } from '#core/consent/settings.ts'
import { CODE_LENGTH, CODE_LETTERS, isCode, MOST_SIGN_UPS_A_DAY, SIGN_UP_LIFE } from '#core/consent/sign-up.ts'
import type { Line } from '#core/line/line.ts'
import { type Language, languageOf, LANGUAGES } from '#base/language.ts'
import type { SignUps } from '#store/sign-ups.ts'
import type { Directory } from '../directory.ts'
import { PAGE_HEADERS, pageIn } from '../public-page.ts'
import { createThrottle, networkOf } from '../throttle.ts'
import { type Filled, readForm } from './invitation-form.ts'
import { confirmPage, formPage, gonePage, type Shown } from './invitation-page.ts'

type Parts = {
  readonly directory: Directory
  readonly signUps: SignUps
  /** Domain time, as messages are dated by. */
  readonly clock: Clock
  readonly machineClock: Clock
  readonly publicUrl: string
  readonly secret: string
}

/** Pages one network may open a minute: people one or two; whoever guesses tokens, many more. */
const PAGES_A_MINUTE = 30
/** Forms one network may send an hour. At a stand in a fair all visitors share one network. */
const FORMS_AN_HOUR = 60
const LARGEST_FORM_BYTES = 8_192
const LONGEST_USER_AGENT = 300

/**
 * The public page of an invitation, `/alta/<token>`: what one agrees to, a form, and the way to WhatsApp. The form sends
 * nobody anything: it answers with a code, and consent is what the person sends from that number, so nobody can agree for
 * somebody else or learn who is known here. It works without scripts and cookies.
 */
export async function addInvitations(app: FastifyInstance, parts: Parts): Promise<void> {
  const { directory, signUps, clock, machineClock } = parts
  const pages = createThrottle(machineClock, PAGES_A_MINUTE, minutes(1))
  const forms = createThrottle(machineClock, FORMS_AN_HOUR, hours(1))
  const hashOf = hashWith(parts.secret)

  await app.register(async (scope) => {
    const options = { parseAs: 'string' as const, bodyLimit: LARGEST_FORM_BYTES }
    scope.addContentTypeParser('application/x-www-form-urlencoded', options, (_request, body, done) =>
      done(null, new URLSearchParams(body.toString())),
    )

    scope.get<Asked>('/alta/:token', async (request, reply) => {
      const network = networkOf(request.ip)
      const wait = pages.waitSeconds(network)
      if (wait > 0) return reply.code(429).header('retry-after', wait).type('text/plain').send('')
      pages.count(network)
      const found = foundAt(directory, request)
      if (!found) return pageIn(reply, 404).send(gonePage(languageIn(request, 'es')))
      const { code } = request.query
      if (typeof code === 'string' && isCode(code)) return pageIn(reply).send(confirmPage(found, code))
      await signUps.seen(found.account.accountId, found.invitation.token)
      return pageIn(reply).send(formPage(found, blank(found)))
    })

    scope.post<Asked>('/alta/:token', async (request, reply) => {
      const found = foundAt(directory, request)
      if (!found) return pageIn(reply, 404).send(gonePage(languageIn(request, 'es')))
      const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
      const { typed, errors, filled } = readForm(form, found.invitation)
      if (!filled) return pageIn(reply, 422).send(formPage(found, typed, errors))
      const network = networkOf(request.ip)
      const wait = forms.waitSeconds(network)
      if (wait > 0)
        return pageIn(reply, 429)
          .header('retry-after', wait)
          .send(formPage(found, typed, ['often']))
      forms.count(network)
      const code = await keep(found, filled, request)
      return reply.code(303).header('location', `?lang=${found.language}&code=${code}`).headers(PAGE_HEADERS).send('')
    })
  })

  async function keep(found: Found, filled: Filled, request: FastifyRequest): Promise<string> {
    const { invitation, account, language } = found
    const { token, scope, wording } = invitation
    const at = clock.now()
    await signUps.forget(account.accountId, ago(at, SIGN_UP_LIFE))
    const userAgent = request.headers['user-agent']?.slice(0, LONGEST_USER_AGENT) ?? null
    const about = { url: `${parts.publicUrl}/alta/${token}`, ipHash: hashOf(request.ip), userAgent }
    const limit = { most: MOST_SIGN_UPS_A_DAY, since: ago(at, days(1)) }
    for (;;) {
      const signUp = { ...filled, ...about, code: newCode(), token, scope, wording, language, at }
      const code = await signUps.add(account.accountId, signUp, limit)
      if (code !== null) return code
    }
  }
}

type Asked = { readonly Params: { token: string }; readonly Querystring: { lang?: unknown; code?: unknown } }
type Found = Shown & { readonly account: Account; readonly invitation: Invitation; readonly line: Line }

function foundAt(directory: Directory, request: FastifyRequest<Asked>): Found | null {
  for (const accountId of directory.accounts()) {
    const invitation = directory.consent(accountId).invitations.find(({ token }) => token === request.params.token)
    const line = invitation && directory.byId(accountId, invitation.lineId)
    const account = directory.account(accountId)
    if (!invitation || !line || !account) continue
    const language = languageIn(request, invitation.language)
    return { invitation, line, account, company: account.name, address: line.address, language }
  }
  return null
}

/** What the link says, else what the browser prefers, else the invitation's. */
function languageIn(request: FastifyRequest<Asked>, otherwise: Language): Language {
  const asked = LANGUAGES.find((language) => language === request.query.lang)
  return asked ?? languageOf(request.headers['accept-language'], otherwise)
}

const blank = ({ account }: Found) => ({ country: account.country, phone: '', name: '', purposes: [] })

function newCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('')
  return isCode(letters) ? letters : newCode()
}

/** Of a network address, under a key of its own: nobody can go through all addresses to find which one it was. */
function hashWith(secret: string): (address: string) => string {
  const key = Buffer.from(hkdfSync('sha256', secret, 'hilo', 'addresses of sign-ups v1', 32))
  return (address) => createHmac('sha256', key).update(networkOf(address)).digest('hex')
}

const ago = (now: Instant, duration: Duration): Instant => instant(now - duration)
