import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Language, languageOf } from '#base/language.ts'
import { hours, minutes } from '#base/time.ts'
import { codeOnItsWay } from '#core/guide/attempts.ts'
import type { Guide } from '#core/guide/guide.ts'
import { filesBy, MOST_FILES, type Share, standingOf } from '#core/guide/share.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import { explain } from '#core/refusal/words.ts'
import type { ApiParts } from '../api/call.ts'
import { type FileLimits, takeFile } from '../api/media.ts'
import { boundaryOf, firstFile } from '../media/multipart.ts'
import { PAGE_HEADERS, pageIn } from '../public-page.ts'
import { hashToken } from '../secrets.ts'
import { createThrottle, networkOf } from '../throttle.ts'
import { type Doing, type GuideParts, note } from './ask.ts'
import { verify } from './activate.ts'
import { type Answered, readAnswer, takeAnswer, tellOwner } from './shared-answer.ts'
import {
  goneStepPage,
  NOTHING_WRONG,
  type SharedStepShown,
  stepPage,
  thanksPage,
  type Wrong,
} from './shared-step-page.ts'
import { shareWords } from './shared-step-words.ts'
import { stepsIn } from './view.ts'

export type SharedStepParts = GuideParts &
  Pick<ApiParts, 'guideShares' | 'media' | 'notices'> & {
    readonly machineClock: ApiParts['clock'] | { readonly now: ApiParts['clock']['now'] }
  }

/** Pages one network may open a minute: people a few; whoever guesses links, many more. */
const PAGES_A_MINUTE = 30
/** Answers, files and codes one network may hand in an hour. */
const DEEDS_AN_HOUR = 40
const LARGEST_FORM_BYTES = 16_384
/** Papers of a company: scans and photographs. */
const EVIDENCE: FileLimits = {
  mostBytes: 16 * 1024 * 1024,
  types: new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']),
}

/**
 * The page of one step for somebody without an account, `/paso/<token>`. Whoever has the link may see what this step asks
 * and do it once; nothing else of the company can be read or done with it. It works without scripts and cookies, so that no
 * other site can do anything in somebody's name: only the link itself opens it.
 */
export async function addSharedSteps(app: FastifyInstance, parts: SharedStepParts): Promise<void> {
  const pages = createThrottle(parts.machineClock, PAGES_A_MINUTE, minutes(1))
  const deeds = createThrottle(parts.machineClock, DEEDS_AN_HOUR, hours(1))

  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    const options = { parseAs: 'string' as const, bodyLimit: LARGEST_FORM_BYTES }
    scope.addContentTypeParser('application/x-www-form-urlencoded', options, (_request, body, done) =>
      done(null, new URLSearchParams(body.toString())),
    )
    scope.addContentTypeParser('multipart/form-data', (_request, payload, done) => done(null, payload))

    scope.get<Asked>('/paso/:token', async (request, reply) => {
      const language = languageOf(request.headers['accept-language'])
      const network = networkOf(request.ip)
      const wait = pages.waitSeconds(network)
      if (wait > 0) return tooOften(reply, wait, language)
      pages.count(network)
      const found = await foundAt(parts, request)
      if (found === null) return pageIn(reply, 404).send(goneStepPage(language))
      await parts.guideShares.opened(found.share.accountId, found.share.shareId, parts.clock.now())
      return pageIn(reply).send(stepPage(shownOf(parts, found, language)))
    })

    scope.post<Asked>('/paso/:token', async (request, reply) => {
      const language = languageOf(request.headers['accept-language'])
      const network = networkOf(request.ip)
      const wait = deeds.waitSeconds(network)
      if (wait > 0) return tooOften(reply, wait, language)
      deeds.count(network)
      const found = isFromElsewhere(request, parts.config.publicUrl) ? null : await foundAt(parts, request)
      if (found === null) return pageIn(reply, 404).send(goneStepPage(language))
      const done = await deedOf(parts, found, request, language)
      switch (done.kind) {
        case 'done':
          return pageIn(reply).send(thanksPage(companyOf(parts, found), language))
        case 'file':
          return reply.code(303).header('location', '?').headers(PAGE_HEADERS).send('')
        case 'gone':
          return pageIn(reply, 404).send(goneStepPage(language))
        case 'wrong':
          return pageIn(reply, 422).send(stepPage(shownOf(parts, found, language), done.typed, done.wrong))
      }
    })
  })
}

type Asked = { readonly Params: { token: string }; readonly Querystring: { do?: unknown } }
type Found = { readonly share: Share; readonly guide: Guide }

/** The link's step, while it still opens; null: for whatever reason not, and nobody is told which. */
async function foundAt(parts: SharedStepParts, request: FastifyRequest<Asked>): Promise<Found | null> {
  const share = await parts.guideShares.find(hashToken(request.params.token))
  const kept = share && (await parts.guides.get(share.accountId, share.guideId))
  if (!share || !kept) return null
  const step = stepsIn(parts, kept.guide).find(({ name }) => name === share.step)
  return step && standingOf(share, step.state, parts.clock.now()) === 'open' ? { share, guide: kept.guide } : null
}

/** Browsers say where a form comes from: one on another site is none of ours. */
function isFromElsewhere({ headers }: FastifyRequest, publicUrl: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  // Our pages name no referrer, so that their own forms come from "null".
  const { origin } = headers
  return origin !== undefined && origin !== 'null' && origin !== new URL(publicUrl).origin && !isOwnHost(headers)
}
const isOwnHost = ({ origin, host }: FastifyRequest['headers']): boolean =>
  origin === `http://${host}` || origin === `https://${host}`

async function deedOf(
  parts: SharedStepParts,
  found: Found,
  request: FastifyRequest<Asked>,
  language: Language,
): Promise<Answered> {
  const { share } = found
  if (request.query.do === 'file' && share.step !== 'activate') return fileOf(parts, found, request, language)
  if (!(request.body instanceof URLSearchParams)) return wrongly({ fields: ['note'], words: [] })
  const read = readAnswer(share.step, request.body)
  if (read.wrong.fields.length > 0) return { kind: 'wrong', typed: read.typed, wrong: read.wrong }
  if (read.code !== null) {
    const verified = await verify(parts, doingOf(found, language), read.code)
    if (!verified.ok) return wrongly({ fields: [], words: wordsOf(verified.error, language) })
  }
  const isTaken = await takeAnswer(parts, share, read)
  if (!isTaken) return { kind: 'gone' }
  await tellOwner(parts, share, found.guide)
  return { kind: 'done' }
}

async function fileOf(
  parts: SharedStepParts,
  found: Found,
  request: FastifyRequest<Asked>,
  language: Language,
): Promise<Answered> {
  const { share, guide } = found
  const boundary = boundaryOf(request.headers['content-type'] ?? '')
  if (boundary === null || filesBy(guide, share.shareId) >= MOST_FILES) return wrongly(NOTHING_WRONG)
  const coming = await firstFile(request.body as Readable, boundary)
  if (coming === null) return wrongly(NOTHING_WRONG)
  const taken = await takeFile(parts, share.accountId, coming, 'file', EVIDENCE)
  if (!taken.ok) return wrongly({ fields: [], words: wordsOf(taken.error, language) })
  const { id: mediaId, filename } = taken.value
  const about = { step: share.step, name: share.name, shareId: share.shareId }
  await note(parts, doingOf(found, language), {
    ...{ kind: 'outside-file', ...about, mediaId, filename: filename ?? mediaId },
  })
  return { kind: 'file' }
}

const wrongly = (wrong: Wrong): Answered => ({ kind: 'wrong', typed: {}, wrong })
const wordsOf = (refusals: readonly Refusal[], language: Language): string[] =>
  refusals.map((one) => (one.code === 'platform-refused' && one.found ? one.found : explain(one, language)))

const doingOf = ({ share, guide }: Found, language: Language): Doing => ({
  ...{ caller: { actor: { kind: 'system' } }, guide, step: share.step, language },
})

const companyOf = ({ directory }: SharedStepParts, { share }: Found): string =>
  directory.account(share.accountId)?.name ?? ''

function shownOf(parts: SharedStepParts, found: Found, language: Language): SharedStepShown {
  const { share, guide } = found
  const code = codeOnItsWay(guide.events, parts.clock.now())
  return {
    ...{ company: companyOf(parts, found), step: share.step, name: share.name, expiresAt: share.expiresAt, language },
    owner: guide.owners[share.step]?.name ?? null,
    files: guide.events.flatMap((event) =>
      event.kind === 'outside-file' && event.shareId === share.shareId ? [event.filename] : [],
    ),
    codeTo: code === null ? null : (guide.number?.address ?? ''),
  }
}

const tooOften = (reply: FastifyReply, waitSeconds: number, language: Language): FastifyReply =>
  reply
    .code(429)
    .headers({ ...PAGE_HEADERS, 'retry-after': String(waitSeconds) })
    .type('text/plain; charset=utf-8')
    .send(shareWords(language).often)
