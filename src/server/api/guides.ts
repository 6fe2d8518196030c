import { failed, ok, type Result } from '#base/result.ts'
import type { GuideView } from '#contract/guide.ts'
import type { AccountId, AgentId, LineId } from '#core/account/account.ts'
import { POLICY_SOURCE, topicOf } from '#core/guide/activities.ts'
import { type Answers, type Guide, type GuideId, newGuide, type StepName } from '#core/guide/guide.ts'
import { TOPIC_NAMES } from '#core/guide/topic.ts'
import { inLanguage } from '#core/problem/problem.ts'
import { type Line, MESSAGES_PER_SECOND } from '#core/line/line.ts'
import { type Refusal, refusal } from '#core/refusal/refusal.ts'
import type { Language } from '#base/language.ts'
import type { Caller } from '../auth.ts'
import { askCode, askName, register, verify } from '../guide/activate.ts'
import { type Asked, type Doing, note } from '../guide/ask.ts'
import { type Access, connect, tokenFor } from '../guide/connect.ts'
import { look, sendTest } from '../guide/prove.ts'
import { createSiteReader } from '../guide/site.ts'
import { mayFill, toGuideView } from '../guide/view.ts'
import { type ApiParts, type Call, type Handlers, no } from './call.ts'

type Names =
  | 'listGuides'
  | 'beginGuide'
  | 'listTopics'
  | 'getGuide'
  | 'removeGuide'
  | 'answerGuide'
  | 'ownGuideStep'
  | 'readGuideSite'
  | 'connectGuide'
  | 'askGuideName'
  | 'reconnectLine'
  | 'askGuideCode'
  | 'verifyGuideCode'
  | 'registerGuide'
  | 'testGuide'
  | 'lookAtGuide'

/** More begun guides than this are somebody's mistake. */
const MOST_GUIDES = 50

/** The guides to numbers. */
export function guideHandlers(parts: ApiParts): Handlers<Names> {
  const { guides, directory, ids, clock } = parts
  const site = createSiteReader()
  const shown = async (guide: Guide, caller: Caller, language: Language) =>
    ok(await toGuideView(parts, guide, caller, language))

  /** Does something to a guide the caller may act on, and answers it as it is then. */
  const doing =
    (step: StepName, act: (doing: Doing) => Asked<Guide>) =>
    async ({ caller, params, language }: Pick<Call<'getGuide'>, 'caller' | 'params' | 'language'>): Answered => {
      const kept = await guides.get(caller.accountId, params.id as GuideId)
      if (kept === null) return missing(params.id)
      const done = await act({ caller, guide: kept.guide, step, language })
      return done.ok ? shown(done.value, caller, language) : done
    }

  return {
    listGuides: async ({ caller, language }) => {
      const data = await guides.list(caller.accountId)
      return ok({
        data: await Promise.all(data.map((guide) => toGuideView(parts, guide, caller, language))),
        next: null,
      })
    },
    beginGuide: async ({ caller, language }) => {
      const { accountId } = caller
      const before = await guides.list(accountId)
      if (before.length >= MOST_GUIDES) return no('too-large', { expected: `at most ${MOST_GUIDES} guides` })
      const guide: Guide = {
        ...newGuide(accountId, ids.next(clock.now()) as GuideId, clock.now()),
        answers: ofTheCompany(before.at(-1)?.answers ?? {}),
      }
      await guides.add(guide)
      return shown(guide, caller, language)
    },
    reconnectLine: async ({ caller, params, language }) => {
      const { accountId } = caller
      const line = directory.byId(accountId, params.id as LineId)
      if (!line) return no('line-missing', { field: 'id', found: params.id })
      const before = await guides.list(accountId)
      const own = before.findLast(({ lineId }) => lineId === line.lineId)
      if (own) return shown(own, caller, language)
      const guide: Guide = {
        // By the line's own id, so that two who press at once have the same.
        ...newGuide(accountId, params.id as GuideId, clock.now()),
        answers: { ...ofTheCompany(before.at(-1)?.answers ?? {}), ...ofTheLine(line) },
        lineId: line.lineId,
      }
      await guides.add(guide)
      const kept = await guides.get(accountId, guide.guideId)
      return kept === null ? missing(params.id) : shown(kept.guide, caller, language)
    },
    listTopics: async ({ language }) =>
      ok({
        data: TOPIC_NAMES.map(topicOf).map(({ name, level, title, not, but }) => ({
          ...{ name, level, title: inLanguage(title, language) },
          ...{ not: inLanguage(not, language), but: inLanguage(but, language) },
        })),
        source: POLICY_SOURCE.address,
        readOn: POLICY_SOURCE.readOn,
      }),
    getGuide: doing('fit', async ({ guide }) => ok(guide)),
    removeGuide: async ({ caller, params }) =>
      (await guides.remove(caller.accountId, params.id as GuideId)) ? ok(undefined) : missing(params.id),
    answerGuide: ({ body, ...call }) =>
      doing('fit', async ({ guide }) => {
        const steps = Object.keys(body) as StepName[]
        const barred = steps.find((step) => !mayFill(call.caller, guide, step))
        if (barred !== undefined) return failed([refusal('not-allowed', { field: barred })])
        const answers = body as Answers
        return changed(guide.accountId, guide.guideId, (now) => ({ ...now, answers: { ...now.answers, ...answers } }))
      })(call),
    ownGuideStep: ({ body, ...call }) =>
      doing(body.step, async ({ guide: { accountId, guideId } }) => {
        const { step, owner } = body
        if (owner?.agentId && !directory.agent(accountId, owner.agentId as AgentId)) {
          return failed([refusal('agent-missing', { field: 'owner.agentId', found: owner.agentId })])
        }
        return changed(accountId, guideId, (now) => {
          const { [step]: _before, ...others } = now.owners
          const owners =
            owner === null ? others : { ...others, [step]: owner as { agentId: AgentId | null; name: string } }
          return { ...now, owners }
        })
      })(call),
    readGuideSite: ({ body, ...call }) =>
      doing('name', async ({ guide }) => {
        const read = await site.read(body.url)
        if (!read.ok)
          return failed([refusal('site-unreachable', { field: 'url', found: body.url, expected: read.error })])
        const { accountId, guideId } = guide
        return changed(accountId, guideId, (now) => {
          const name = {
            displayName: now.answers.name?.displayName ?? '',
            siteText: read.value,
            siteFrom: 'fetched',
          } as const
          return { ...now, answers: { ...now.answers, name } }
        })
      })(call),
    connectGuide: ({ body, ...call }) =>
      doing('connect', async (what) => {
        if (body.how === 'left') {
          const words = body.words ? { words: body.words } : {}
          return ok(await note(parts, what, { kind: 'left-dialog', step: body.step, ...words }))
        }
        const access = await accessOf(parts, what, body)
        return access.ok ? connect(parts, what, access.value) : access
      })(call),
    askGuideName: doing('name', (what) => askName(parts, what)),
    askGuideCode: ({ body, ...call }) => doing('activate', (what) => askCode(parts, what, body.method))(call),
    verifyGuideCode: ({ body, ...call }) => doing('activate', (what) => verify(parts, what, body.code))(call),
    registerGuide: async ({ body, caller, params, language }) => {
      const kept = await guides.get(caller.accountId, params.id as GuideId)
      if (kept === null) return missing(params.id)
      const done = await register(parts, { caller, guide: kept.guide, step: 'activate', language }, body.pin)
      if (!done.ok) return done
      return ok({ pin: done.value.pin, guide: await toGuideView(parts, done.value.guide, caller, language) })
    },
    testGuide: ({ body, ...call }) => doing('prove', (what) => sendTest(parts, what, body.phone))(call),
    lookAtGuide: doing('connect', (what) => look(parts, what)),
  }

  async function changed(accountId: AccountId, guideId: GuideId, change: (guide: Guide) => Guide): Asked<Guide> {
    const guide = await guides.change(accountId, guideId, change)
    return guide === null ? missing(guideId) : ok(guide)
  }
}

type Answered = Promise<Result<GuideView, readonly Refusal[]>>
const missing = (id: string) => no('not-found', { field: 'id', found: id })

/** What does not change from one number of a company to the next. */
const ofTheCompany = ({ activity, company }: Answers): Answers => ({
  ...(activity === undefined ? {} : { activity }),
  ...(company === undefined ? {} : { company }),
})

/** What is known of a number that works already. */
const ofTheLine = ({ address, name, country, messagesPerSecond }: Line): Answers => ({
  number: {
    ...{ phone: address, country, use: 'none', hasVoiceMenu: false, moreReason: null },
    keepsApp: messagesPerSecond === MESSAGES_PER_SECOND.COEXISTENCE,
  },
  name: { displayName: name, siteText: '', siteFrom: null },
})

type Connecting = Exclude<Call<'connectGuide'>['body'], { how: 'left' }>

/** Where the token comes from. */
async function accessOf(parts: ApiParts, doing: Doing, body: Connecting): Asked<Access> {
  if (body.how === 'token') {
    const { accessToken: token, appSecret, wabaId } = body
    return ok({ how: 'token', token, appSecret, appId: null, groupKey: wabaId ?? null, key: null })
  }
  if (body.how === 'dialog') {
    const token = await tokenFor(parts, doing, body.code)
    if (!token.ok) return token
    const { onboarding } = parts.config
    return ok({
      how: 'dialog',
      token: token.value,
      appSecret: onboarding?.appSecret ?? null,
      appId: onboarding?.appId ?? null,
      groupKey: body.wabaId ?? null,
      key: body.phoneNumberId ?? null,
    })
  }
  const { accountId } = doing.guide
  const lineId = body.lineId as LineId
  const line = parts.directory.byId(accountId, lineId)
  const token = parts.directory.accessToken(accountId, lineId)
  if (!line || token === null) return no('line-missing', { field: 'lineId', found: lineId })
  const appId = parts.directory.appOf(accountId, lineId)
  return ok({ how: 'token', token, appSecret: null, appId, groupKey: line.groupKey, key: null })
}
