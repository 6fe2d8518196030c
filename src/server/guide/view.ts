import { toIso } from '#base/time.ts'
import type { GuideView, StepView } from '#contract/guide.ts'
import type { AccountId, LineId } from '#core/account/account.ts'
import { opinionOn } from '#core/guide/activities.ts'
import { codeOnItsWay, triesOf } from '#core/guide/attempts.ts'
import { supportFor } from '#core/guide/display-name.ts'
import { findingWords } from '#core/guide/finding.ts'
import { type Fit, fitOf } from '#core/guide/fit.ts'
import type { Guide, GuideEvent, StepName } from '#core/guide/guide.ts'
import { nextOf, type Seen, type Step, stepsOf } from '#core/guide/steps.ts'
import { digitsOf } from '#core/contact/phone-variants.ts'
import { noticeWords } from '#core/notice/words.ts'
import { may } from '#core/permission/permission.ts'
import { explainProblem } from '#core/problem/explain.ts'
import type { Language } from '#base/language.ts'
import { priceBook, usualBilling, withDemonstration } from '#core/cost/billing.ts'
import type { PriceBook } from '#core/cost/price.ts'
import { monthIn } from '#base/zone.ts'
import type { Caller } from '../auth.ts'
import type { ApiParts } from '../api/call.ts'
import { readPhone } from './phone.ts'
import { webhookUrl } from './webhook.ts'

type Parts = Pick<ApiParts, 'directory' | 'clock' | 'config' | 'costs' | 'notices'>

/** Steps whose owner may fill them in; the others touch Meta and are for administrators. */
const SHARED: readonly StepName[] = ['fit', 'activity', 'company', 'number', 'name']

export const mayFill = ({ role, agent }: Caller, guide: Guide, step: StepName): boolean =>
  may(role, 'line:manage') || (SHARED.includes(step) && agent !== null && guide.owners[step]?.agentId === agent.agentId)

/** The steps of a guide, with what else the company has. */
export function stepsIn(parts: Pick<Parts, 'directory' | 'config'>, guide: Guide): readonly Step[] {
  const { number } = guide.answers
  const seen: Seen = {
    phone: number === undefined ? null : readPhone(number.phone, number.country),
    ownNumbers: parts.directory
      .lines(guide.accountId)
      .filter(({ lineId }) => lineId !== guide.lineId)
      .map(({ address }) => digitsOf(address)),
    isPublic: isPublic(parts),
  }
  return stepsOf(guide, seen)
}

/** A demonstration's platform is on this machine and calls what Meta could not. */
const isPublic = ({ config }: Pick<Parts, 'config'>): boolean =>
  config.demo !== null || config.publicUrl.startsWith('https:')

/** A guide as the caller sees it, in their language. */
export async function toGuideView(parts: Parts, guide: Guide, caller: Caller, language: Language): Promise<GuideView> {
  const { directory, clock, config } = parts
  const { accountId, answers, number, events } = guide
  const now = clock.now()
  const steps = stepsIn(parts, guide)
  const phone = answers.number === undefined ? null : readPhone(answers.number.phone, answers.number.country)
  const code = codeOnItsWay(events, now)
  const tries = (what: Parameters<typeof triesOf>[1]) => {
    const { left, notBefore } = triesOf(events, what, now)
    return { left, notBefore: notBefore && toIso(notBefore) }
  }
  return {
    id: guide.guideId,
    createdAt: toIso(guide.createdAt),
    answers: withLists(answers),
    steps: steps.map((step) => toStepView(step, guide, caller, directory.nameOf(accountId), language)),
    next: nextOf(steps),
    fit: answers.fit === undefined ? null : toFitView(fitOf(answers.fit, await bookOf(parts, accountId), now)),
    outlook: answers.activity === undefined ? null : opinionOn(answers.activity.topics).outlook,
    support: supportView(guide),
    phone: phone?.isValid ? { shown: phone.shown, country: phone.country, kind: phone.kind } : null,
    number: number && {
      address: number.address,
      phoneNumberId: number.key,
      wabaId: number.groupKey,
      isOnApp: number.isOnApp,
    },
    nameStatus: guide.nameStatus,
    nameAdvice: await nameAdvice(parts, guide, language),
    lineId: guide.lineId,
    code: code && { method: code.method, until: toIso(code.until) },
    tries: { code: tries('code'), wrongCode: tries('wrong-code'), registration: tries('registration') },
    hasPin: events.some(({ kind }) => kind === 'registering'),
    webhook: { url: webhookUrl(parts), isPublic: isPublic(parts) },
    known: knownLines(parts, accountId),
    onboarding: config.onboarding && {
      appId: config.onboarding.appId,
      configId: config.onboarding.configId,
      sdkUrl: config.onboarding.sdkUrl,
      graphVersion: config.graphVersion,
    },
  }
}

/** Only webhooks say why a name was refused; where none came, what helps always is said. */
async function nameAdvice({ notices }: Parts, guide: Guide, language: Language): Promise<string | null> {
  const { accountId, number, nameStatus } = guide
  if (number === null || nameStatus !== 'DECLINED') return null
  const told = await notices.nameRefusal(accountId, number.groupKey, digitsOf(number.address))
  const about = { kind: 'line', address: null } as const
  const notice = { code: 'name-rejected', about, from: null, to: null, details: told?.details ?? [] } as const
  return noticeWords(notice, null, language).advice
}

type NameOf = ReturnType<Parts['directory']['nameOf']>

function toStepView(step: Step, guide: Guide, caller: Caller, nameOf: NameOf, language: Language): StepView {
  const owner = guide.owners[step.name] ?? null
  return {
    name: step.name,
    state: step.state,
    who: step.who,
    minutes: [...step.minutes],
    owner,
    mine: mayFill(caller, guide, step.name),
    findings: step.findings.map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      field: finding.field,
      span: finding.span,
      mend: finding.mend,
      message: findingWords(finding, language),
    })),
    events: step.evidence.map(({ kind, at, by, ...details }) => ({
      kind,
      at: toIso(at),
      by: by && nameOf({ kind: 'agent', agentId: by }),
      details: detailsOf(kind, details, language),
    })),
  }
}

/** A refusal is explained; of the rest, all that is no date and no person. */
function detailsOf(kind: GuideEvent['kind'], details: object, language: Language): Record<string, string> {
  const texts = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)]))
  if (kind !== 'refused') return texts
  const { cause, advice, known } = explainProblem(texts['code'] ?? '', language)
  return { ...texts, cause: known ? cause : (texts['words'] ?? ''), advice }
}

const toFitView = ({ suits, reasons, agents, cost }: Fit): NonNullable<GuideView['fit']> => ({
  suits,
  reasons: [...reasons],
  agents,
  parts: cost.parts.map(({ category, messages, cost: money }) => ({ category, messages, cost: money })),
  freeAnswers: cost.freeAnswers,
  demonstration: cost.demonstration,
})

function supportView({ answers: { name } }: Guide): GuideView['support'] {
  if (name === undefined || name.siteText === '') return null
  const support = supportFor(name.displayName, name.siteText)
  return { kind: support.kind, excerpt: support.kind === 'name' ? support.excerpt : null }
}

/** Copies of what the contract lets be changed. */
const withLists = ({ activity, ...rest }: Guide['answers']): GuideView['answers'] => ({
  ...rest,
  ...(activity === undefined ? {} : { activity: { ...activity, topics: [...activity.topics] } }),
})

/** One line for each WhatsApp account the company has. */
function knownLines({ directory }: Pick<Parts, 'directory'>, accountId: AccountId): GuideView['known'] {
  const seen = new Set<string>()
  return directory.lines(accountId).flatMap(({ lineId, name, groupKey, state }) => {
    if (state.kind !== 'connected' || seen.has(groupKey)) return []
    seen.add(groupKey)
    return [{ lineId, name, wabaId: groupKey }]
  })
}

/** Prices of a number the company does not have yet: nothing used up. */
async function bookOf({ costs, directory, clock }: Parts, accountId: AccountId): Promise<PriceBook> {
  const billing = usualBilling('', directory.account(accountId)?.country ?? '')
  const cards = withDemonstration(await costs.cards(accountId))
  return priceBook(cards, billing, '' as LineId, monthIn(billing.timeZone, clock.now()), [])
}
