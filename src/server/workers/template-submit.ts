import { between, type Instant, milliseconds, plus } from '#base/time.ts'
import type { Platform, TemplateAnswer } from '#channels/platform.ts'
import { ok } from '#base/result.ts'
import type { Line } from '#core/line/line.ts'
import type { SendProblem } from '#core/message/status.ts'
import type { KeptTemplate, Submission, TemplateChange } from '#core/template/kept.ts'
import type { PlatformTemplate } from '#core/template/life/heard.ts'
import { saysTheSame } from '#core/template/life/same.ts'
import { type Acceptance, leaving, notTaken, taken } from '#core/template/life/submit.ts'
import type { Templates } from '#store/templates.ts'
import { ASK_TIMEOUT } from '../graph.ts'
import { type ListParts, syncGroup } from './template-list.ts'
import { backOff, createWorker, type Done, type EffectOf, type Worker, type WorkerParts } from './worker.ts'

export type SubmitParts = WorkerParts &
  Omit<ListParts, 'templates'> & { readonly templates: Pick<Templates, 'get' | 'change' | 'reconcile'> }

type Submit = EffectOf<'submit-template'>

/** A request that left this long ago has ended, one way or the other. */
const ENDED_AFTER = milliseconds(ASK_TIMEOUT + 5_000)

/**
 * Carries submissions to Meta. That a request leaves is written down before it does; when its answer never came to be
 * written, Meta is asked what it has before anything is sent once more, so that nothing is created or edited twice.
 */
export function createTemplateSubmit(parts: SubmitParts): Worker {
  const { templates, directory, clock, loop } = parts

  async function settle(
    { template }: KeptTemplate,
    decide: (kept: KeptTemplate) => TemplateChange | null,
  ): Promise<Done> {
    const { accountId, templateId, groupKey } = template
    await templates.change(accountId, templateId, (kept) => ok(decide(kept)))
    await loop.submit({ kind: 'note-templates', accountId, groupKey })
    return { kind: 'done' }
  }

  const refuse = (kept: KeptTemplate, { code, title, details }: SendProblem): Promise<Done> =>
    settle(kept, (now) => notTaken(now, { code, title, details, at: clock.now() }))

  /** What came of it is read at once: Meta may have decided already. */
  async function accept(kept: KeptTemplate, line: Line, acceptance: Acceptance, askedAt: Instant): Promise<Done> {
    const done = await settle(kept, (now) => taken(now, acceptance, askedAt))
    await syncGroup(parts, line)
    return done
  }

  async function run(effect: Submit): Promise<Done> {
    const { accountId, templateId } = effect
    const kept = await templates.get(accountId, templateId)
    if (!kept?.submission) return { kind: 'done' }
    const line = directory.byId(accountId, effect.lineId)
    const token = line && directory.accessToken(accountId, line.lineId)
    if (!line || !token) return refuse(kept, ourProblem('line-missing'))
    const { leftAt } = kept.submission
    if (leftAt !== null) {
      const ended = plus(leftAt, ENDED_AFTER)
      if (between(ended, clock.now()) < 0) return { kind: 'again', dueAt: ended, isFailure: false }
      return resume(effect, kept, line, token)
    }
    return post(effect, kept, line, token)
  }

  /** A request may have arrived before: Meta is asked first. */
  async function resume(effect: Submit, kept: KeptTemplate, line: Line, token: string): Promise<Done> {
    const there = await lookUp(parts, kept, line, token)
    if (there === undefined) return again(effect)
    if (there !== null && kept.submission && isTaken(kept.submission, there)) {
      return accept(kept, line, there, kept.submission.leftAt ?? kept.submission.at)
    }
    return post(effect, kept, line, token)
  }

  async function post(effect: Submit, kept: KeptTemplate, line: Line, token: string): Promise<Done> {
    const { accountId, templateId } = effect
    const request = kept.submission && requestFor(parts.platform, kept, kept.submission)
    if (!request) return refuse(kept, ourProblem('template-missing'))
    const leftAt = clock.now()
    const marked = await templates.change(accountId, templateId, (now) => ok(leaving(now, leftAt)))
    if (!marked?.ok || marked.value.submission === null) return { kind: 'done' }
    const answer = await parts.graph.ask(token, request, 'templates')
    parts.watchAccess(line, answer)
    return conclude(effect, kept, line, token, parts.platform.templates.interpret(answer), leftAt)
  }

  async function conclude(
    effect: Submit,
    kept: KeptTemplate,
    line: Line,
    token: string,
    answer: TemplateAnswer,
    leftAt: Instant,
  ): Promise<Done> {
    switch (answer.kind) {
      case 'taken':
        return accept(kept, line, answer.acceptance, leftAt)
      case 'refused':
        return refuse(kept, answer.problem)
      case 'exists': {
        const there = await lookUp(parts, kept, line, token)
        if (there === undefined) return again(effect)
        const isOurs = there !== null && kept.submission !== null && isTaken(kept.submission, there)
        return isOurs ? accept(kept, line, there, leftAt) : refuse(kept, ourProblem('template-exists'))
      }
      case 'again':
        await templates.change(effect.accountId, effect.templateId, (now) => ok(leaving(now, null)))
        return again(effect)
      case 'unknown':
        return again(effect)
    }
  }

  const again = ({ attempts }: Submit): Done => ({
    kind: 'again',
    dueAt: plus(clock.now(), backOff(attempts)),
    isFailure: true,
  })

  return createWorker(parts, {
    kind: 'submit-template',
    capacity: 4,
    run,
    giveUp: async ({ accountId, templateId }) => {
      const kept = await templates.get(accountId, templateId)
      if (kept) await refuse(kept, ourProblem('unavailable'))
    },
  })
}

/** Meta's template of that name and language; null: there is none; undefined: Meta did not say. */
async function lookUp(
  { graph, platform }: Pick<SubmitParts, 'graph' | 'platform'>,
  { template }: KeptTemplate,
  line: Line,
  token: string,
): Promise<PlatformTemplate | null | undefined> {
  const answer = await graph.ask(token, platform.templates.search(line.groupKey, template.name), 'templates')
  const page = answer.kind === 'answered' && answer.status === 200 ? platform.templates.read(answer.body) : null
  if (!page) return undefined
  return page.templates.find(({ name, language }) => name === template.name && language === template.language) ?? null
}

const isTaken = ({ body }: Submission, there: PlatformTemplate): boolean => saysTheSame(body, there.body)

function requestFor({ templates }: Platform, { template }: KeptTemplate, { kind, body }: Submission) {
  if (kind === 'create') return templates.create(template.groupKey, body)
  if (template.platformId === null) return null
  return templates.edit(template.platformId, body, body['category'] !== template.category)
}

const ourProblem = (code: string): SendProblem => ({ code, title: code, details: null })
