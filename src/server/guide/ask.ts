import { failed, ok, type Result } from '#base/result.ts'
import type { WireRequest } from '#channels/channel.ts'
import type { OnboardingAnswer } from '#channels/platform.ts'
import type { Actor, AgentId } from '#core/account/account.ts'
import { type Guide, type GuideEvent, noted, type StepName } from '#core/guide/guide.ts'
import { explainProblem } from '#core/problem/explain.ts'
import { type Refusal, refusal } from '#core/refusal/refusal.ts'
import type { Language } from '#base/language.ts'
import type { SealedAs } from '../secrets.ts'
import type { ApiParts } from '../api/call.ts'

export type GuideParts = Pick<
  ApiParts,
  | 'guides'
  | 'notices'
  | 'graph'
  | 'platform'
  | 'vault'
  | 'registry'
  | 'directory'
  | 'loop'
  | 'views'
  | 'ids'
  | 'clock'
  | 'config'
  | 'log'
>
export type Asked<Value> = Promise<Result<Value, readonly Refusal[]>>

/** Who does something to a guide, and in which language they are answered. */
export type Doing = {
  /** Whoever acts; an outsider is nobody we know: `system`. */
  readonly caller: { readonly actor: Actor }
  readonly guide: Guide
  readonly step: StepName
  readonly language: Language
}

export const guideSecret = (guide: Pick<Guide, 'accountId' | 'guideId'>, kind: 'access-token' | 'pin'): SealedAs => ({
  accountId: guide.accountId,
  kind: `guide-${kind}`,
  rowId: guide.guideId,
})
export const linePin = (accountId: Guide['accountId'], lineId: string): SealedAs => ({
  accountId,
  kind: 'line-pin',
  rowId: lineId,
})

export const agentOf = ({ actor }: { readonly actor: Actor }): AgentId | null =>
  actor.kind === 'agent' ? actor.agentId : null

/** Asks the platform with a token. A no is noted in the guide and comes back explained. */
export async function ask(parts: GuideParts, doing: Doing, token: string, wire: WireRequest): Asked<unknown> {
  const answer = parts.platform.onboarding.answer(await parts.graph.ask(token, wire, 'connect'))
  if (answer.kind === 'taken') return ok(answer.body)
  if (answer.kind === 'refused') {
    const { code } = answer.problem
    await note(parts, doing, { kind: 'refused', step: doing.step, code, words: wordsOf(answer.problem) })
  }
  return failed([refusalOf(answer, doing.step, doing.language)])
}

type Refused = Extract<OnboardingAnswer, { kind: 'refused' }>
const wordsOf = ({ title, details }: Refused['problem']): string => (details ?? title).slice(0, 300)

/** Whatever was asked for, this speaks of the token (cloud-api §6: codes 0 and 190). */
const UNAUTHORISED = 401

/** What the platform said no to, or that it said nothing: our words for the code, Meta's own, and what helps. */
export function refusalOf(
  answer: Exclude<OnboardingAnswer, { kind: 'taken' }>,
  field: string,
  language: Language,
): Refusal {
  if (answer.kind === 'unreachable') return refusal('unavailable', { expected: 'an answer from Meta' })
  const { status, problem } = answer
  const { cause, advice, known } = explainProblem(problem.code, language)
  const found = `${known ? `${cause} ` : ''}Meta ${problem.code}: ${wordsOf(problem)}`
  return refusal('platform-refused', {
    field: status === UNAUTHORISED ? 'accessToken' : field,
    found,
    expected: advice,
  })
}

/** What nobody did: it turned out. */
const FOUND_OUT: readonly GuideEvent['kind'][] = ['handshake', 'test-delivered', 'answered', 'healthy']

/** Writes down what happened; the guide as it is then. */
export async function note(parts: GuideParts, { caller, guide }: Doing, event: Happening): Promise<Guide> {
  const by = FOUND_OUT.includes(event.kind) ? null : agentOf(caller)
  const whole = { ...event, at: parts.clock.now(), by } as GuideEvent
  const { accountId, guideId } = guide
  return (await parts.guides.change(accountId, guideId, (now) => noted(now, whole))) ?? guide
}
/** An event without what every event has. */
export type Happening = GuideEvent extends infer Each
  ? Each extends GuideEvent
    ? Omit<Each, 'at' | 'by'>
    : never
  : never

/** The token kept with the guide, or the one its line has. */
export async function tokenOf(parts: GuideParts, guide: Guide): Promise<string | null> {
  if (guide.lineId !== null) return parts.directory.accessToken(guide.accountId, guide.lineId)
  const kept = await parts.guides.get(guide.accountId, guide.guideId)
  return kept?.accessToken ? parts.vault.open(kept.accessToken, guideSecret(guide, 'access-token')) : null
}
