import { opinionOn } from './activities.ts'
import { checkName } from './display-name.ts'
import { finding, type GuideFinding, hasErrors } from './finding.ts'
import { type EventKind, type Guide, type GuideEvent, happened, STEPS, type StepName } from './guide.ts'
import { checkNumber, type ReadPhone } from './number.ts'

/** `waiting`: for whoever `who` names; `stopped`: something must be put right first. */
export type StepState = 'todo' | 'waiting' | 'stopped' | 'done'

export type Step = {
  readonly name: StepName
  readonly state: StepState
  /** Whose turn it is, or whose it was; only Meta can do what is Meta's. */
  readonly who: 'you' | 'hilo' | 'meta'
  /** How long it mostly takes, in minutes, from and to: ours, from experience told by others (unverified). */
  readonly minutes: readonly [least: number, most: number]
  readonly findings: readonly GuideFinding[]
  /** What happened that belongs to it, oldest first. */
  readonly evidence: readonly GuideEvent[]
}

/** What is known besides the guide itself. */
export type Seen = {
  /** The number that was written, as the number plan reads it; null: there is none, or nobody can read it. */
  readonly phone: ReadPhone | null
  /** Digits of the company's lines, without the one of this guide. */
  readonly ownNumbers: readonly string[]
  /** Whether Meta could call us: an address of https. */
  readonly isPublic: boolean
}

const DAY = 24 * 60
const MINUTES: Readonly<Record<StepName, readonly [number, number]>> = {
  fit: [2, 5],
  activity: [1, 5],
  company: [5, 14 * DAY],
  number: [2, 30],
  name: [2, 2 * DAY],
  connect: [2, 15],
  activate: [1, 10],
  prove: [1, 5],
}

const EVIDENCE: Readonly<Partial<Record<StepName, readonly EventKind[]>>> = {
  connect: ['connected', 'left-dialog', 'handshake', 'app-asked'],
  activate: ['code-asked', 'code-wrong', 'verified', 'registered'],
  prove: ['test-sent', 'test-delivered', 'answered', 'healthy'],
}

/** The eight steps as they stand. */
export const stepsOf = (guide: Guide, seen: Seen): readonly Step[] =>
  STEPS.map((name) => ({
    name,
    minutes: MINUTES[name],
    evidence: guide.events.filter((event) =>
      'step' in event && event.kind !== 'left-dialog' ? event.step === name : EVIDENCE[name]?.includes(event.kind),
    ),
    ...STATES[name](guide, seen),
  }))

/** The first that is not done; null: all are. A step that waits for Meta alone is passed over while others can be done. */
export function nextOf(steps: readonly Step[]): StepName | null {
  const open = steps.filter(({ state }) => state !== 'done')
  return (open.find(({ state, who }) => !(state === 'waiting' && who === 'meta')) ?? open[0])?.name ?? null
}

type Standing = Pick<Step, 'state' | 'who' | 'findings'>
const standing = (state: StepState, who: Step['who'] = 'you', findings: readonly GuideFinding[] = []): Standing => ({
  state,
  who,
  findings,
})
/** Done unless something stands in the way. */
const byFindings = (findings: readonly GuideFinding[]): Standing =>
  standing(hasErrors(findings) ? 'stopped' : 'done', 'you', findings)

const STATES: Readonly<Record<StepName, (guide: Guide, seen: Seen) => Standing>> = {
  fit: ({ answers }) => standing(answers.fit === undefined ? 'todo' : 'done'),
  activity: ({ answers: { activity } }) => {
    if (activity === undefined) return standing('todo')
    const { outlook } = opinionOn(activity.topics)
    if (outlook === 'likely') return standing('done')
    if (outlook === 'depends') return standing('done', 'you', [finding('advice', 'activity-depends', 'topics')])
    const found = [finding(activity.accepted ? 'warning' : 'error', 'activity-unlikely', 'topics')]
    return byFindings(found)
  },
  company: ({ answers: { company } }) => {
    if (company === undefined) return standing('todo')
    const site = company.website === '' ? [finding('advice', 'company-no-site', 'website')] : []
    switch (company.verification) {
      case 'verified':
        return standing('done', 'you', site)
      case 'not-begun':
        return standing('done', 'you', [finding('warning', 'company-unverified', 'verification'), ...site])
      case 'in-review':
        return standing('waiting', 'meta', [finding('advice', 'company-in-review', 'verification'), ...site])
      case 'rejected':
        return standing('stopped', 'you', [finding('error', 'company-rejected', 'verification'), ...site])
    }
  },
  number: ({ answers: { number }, number: connected, lineId }, { phone, ownNumbers }) => {
    if (connected !== null || lineId !== null) return standing('done')
    return number === undefined ? standing('todo') : byFindings(checkNumber(number, phone, ownNumbers))
  },
  name: ({ answers: { name, company }, nameStatus, lineId }) => {
    // A line that is connected again has a name; what Meta says of it comes with the connection.
    if (nameStatus === 'APPROVED' || (nameStatus === null && lineId !== null)) return standing('done', 'meta')
    if (nameStatus === 'PENDING_REVIEW') return standing('waiting', 'meta')
    if (name === undefined) return standing('todo')
    const findings = checkName(name.displayName, { legalName: company?.legalName ?? '', siteText: name.siteText })
    return nameStatus === 'DECLINED' ? standing('stopped', 'you', findings) : byFindings(findings)
  },
  connect: (guide, { isPublic }) => {
    if (guide.number === null) return standing('todo')
    if (happened(guide, 'handshake')) return standing('done', 'hilo')
    const code = isPublic ? 'connect-no-handshake' : 'connect-not-public'
    return standing('waiting', isPublic ? 'meta' : 'you', [finding('warning', code, 'webhook')])
  },
  activate: (guide) => {
    if (happened(guide, 'registered')) return standing('done', 'hilo')
    return standing(guide.events.some(({ kind }) => kind === 'code-asked' || kind === 'verified') ? 'waiting' : 'todo')
  },
  prove: (guide) => {
    if (['test-delivered', 'answered', 'healthy'].every((kind) => happened(guide, kind as EventKind)))
      return standing('done', 'hilo')
    if (!happened(guide, 'test-sent')) return standing('todo')
    return standing(
      'waiting',
      'you',
      happened(guide, 'answered') ? [] : [finding('advice', 'prove-no-answer', 'phone')],
    )
  },
}
