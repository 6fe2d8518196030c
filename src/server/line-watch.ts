import { type Clock, days, type Duration, hours, type Instant, instantFromSeconds, minutes, plus } from '#base/time.ts'
import type { Loop } from '#app/loop.ts'
import type { FoundNumber, OnboardingAnswer, Platform, TokenSays } from '#channels/platform.ts'
import { type Alert, isOurs, severityOf } from '#core/alert/alert.ts'
import { alertsOf } from '#core/alert/alerts.ts'
import type { LineSigns } from '#core/alert/signs.ts'
import { digitsOf } from '#core/contact/phone-variants.ts'
import type { LineGroup } from '#core/line/group.ts'
import type { Line } from '#core/line/line.ts'
import type { Standing } from '#core/notice/notice.ts'
import { mostReached } from '#core/policy/line-rights.ts'
import type { Alerts } from '#store/alerts.ts'
import type { Guides } from '#store/guides.ts'
import type { Notices } from '#store/notices.ts'
import type { Numbers } from '#store/numbers.ts'
import type { Registry } from '#store/registry.ts'
import type { Directory } from './directory.ts'
import type { Graph } from './graph.ts'
import { noteGroup } from './line-group.ts'
import type { Log } from './log.ts'
import type { AccessWatch } from './workers/access.ts'
import { createRepeated } from './workers/repeated.ts'

export type LineWatchParts = {
  readonly alerts: Alerts
  readonly notices: Pick<Notices, 'keep' | 'settle' | 'standing' | 'nameRefusal'>
  readonly numbers: Pick<Numbers, 'lastHeard' | 'sends'>
  readonly guides: Pick<Guides, 'pin'>
  readonly directory: Pick<Directory, 'allLines' | 'byId' | 'accessToken' | 'agents' | 'reach' | 'reload'>
  readonly registry: Pick<Registry, 'lines' | 'announce'>
  readonly graph: Pick<Graph, 'ask'>
  readonly platform: Platform
  readonly loop: Pick<Loop, 'submit'>
  readonly watchAccess: AccessWatch
  readonly clock: Clock
  /** Where the platform is to call us. */
  readonly webhookUrl: string
  readonly log: Log
}

/** Looks now and then how every number is doing. */
export type LineWatch = {
  /** At once, whoever looked last. */
  readonly look: (line: Line) => Promise<void>
  readonly start: () => void
  readonly stop: () => Promise<void>
}

/** By the company's clock; three questions to Meta for each number. */
const EVERY: Duration = minutes(15)
/** The start is busy enough; and so often it is asked whose turn it is. */
const TICK_MS = 60_000
const SENDS_OF: Duration = days(1)
const REPORTS_OF: Duration = hours(3)
/** What nobody has acknowledged for so long is not news. */
const TOLD_OF: Duration = days(30)
/** Graph's answer to a token that is no good any more (cloud-api §6). */
const UNAUTHORISED = 401

export function createLineWatch(parts: LineWatchParts): LineWatch {
  const { alerts, directory, clock, log } = parts
  async function look(line: Line): Promise<void> {
    const now = clock.now()
    const { accountId, lineId } = line
    await noteGroup(parts, line, await groupOf(parts, line))
    const found = alertsOf(await signsOf(parts, line, now), now)
    const { begun, over } = await alerts.keep(line, found, (alert) => digestOf(line, alert, now), now)
    for (const { alert, noticeDigest } of begun) {
      if (noticeDigest !== null) await tell(parts, line, alert, noticeDigest, now)
    }
    for (const { noticeDigest } of over) {
      if (noticeDigest !== null) await parts.notices.settle(accountId, noticeDigest, now)
    }
    if (begun.length + over.length > 0) await parts.loop.submit({ kind: 'note-line', accountId, lineId })
  }

  async function round(isRunning: () => boolean): Promise<void> {
    for (const line of directory.allLines()) {
      if (!isRunning()) return
      const now = clock.now()
      if (await alerts.look(line.accountId, line.lineId, now, plus(now, -EVERY as Duration))) await look(line)
    }
  }

  const failed = (error: unknown) => log.warn({ err: error }, 'Numbers cannot be looked at now')
  return { look, ...createRepeated({ round, pauseMs: () => TICK_MS, failed }) }
}

/** What Meta says when asked, what it told, and what our own tables know. */
async function signsOf(parts: LineWatchParts, line: Line, now: Instant): Promise<LineSigns> {
  const { notices, numbers, guides, alerts, directory, platform } = parts
  const { accountId, lineId } = line
  const token = directory.accessToken(accountId, lineId) ?? ''
  const { ask, readNumber, readToken } = platform.onboarding
  const back = (length: Duration) => plus(now, -length as Duration)
  const [number, says, standing, heard, sends, reports, told, pin] = await Promise.all([
    answered(parts, line, token, ask.number(line.key)),
    answerTo(parts, line, token, ask.token(token)),
    notices.standing(accountId),
    numbers.lastHeard(accountId, lineId),
    numbers.sends(accountId, lineId, back(SENDS_OF)),
    numbers.sends(accountId, lineId, back(REPORTS_OF)),
    alerts.told(accountId, lineId, line.groupKey, back(TOLD_OF)),
    guides.pin(accountId, lineId),
  ])
  const known = standing.filter((one) => one.lineId === lineId && (one.until === null || one.until > now))
  const found = number.kind === 'taken' ? readNumber(number.body) : null
  const all = [...askedStanding(found), ...known]
  const asked = askedOf(parts, number, found)
  const isRefused =
    (asked?.refusedName ?? null) !== null ||
    known.some(({ aspect, value }) => aspect === 'name' && value === 'REJECTED')
  return {
    state: directory.byId(accountId, lineId)?.state ?? line.state,
    standing: all,
    reach: { used: directory.reach.count(accountId, lineId, now), of: mostReached(all, now) },
    access: accessOf(says === null ? null : readToken(says)),
    heard: heard && { at: heard.receivedAt, lagMs: heard.receivedAt - heard.writtenAt },
    sends: { tried: sends.tried, failed: sends.failures.reduce((sum, { messages }) => sum + messages, 0) },
    reports,
    told,
    asked,
    nameRefusal: isRefused ? await notices.nameRefusal(accountId, line.groupKey, digitsOf(line.address)) : null,
    pinSetAt: pin?.setAt ?? null,
  }
}

/** Codes for an object that is not there, or is not shown to this token (cloud-api §6, §7). */
const NOT_THERE: ReadonlySet<string> = new Set(['33', '100'])

function askedOf(
  { webhookUrl }: Pick<LineWatchParts, 'webhookUrl'>,
  answer: OnboardingAnswer,
  found: FoundNumber | null,
): LineSigns['asked'] {
  if (answer.kind === 'refused' && NOT_THERE.has(answer.problem.code))
    return { state: 'gone', refusedName: null, callsElsewhere: null }
  if (found === null) return null
  const { standing: state, refusedName, override } = found
  return { state, refusedName, callsElsewhere: override !== null && override.url !== webhookUrl ? override.url : null }
}

async function groupOf(parts: LineWatchParts, line: Line): Promise<LineGroup | null> {
  const { directory, platform } = parts
  const token = directory.accessToken(line.accountId, line.lineId) ?? ''
  return platform.onboarding.readGroup(
    await answerTo(parts, line, token, platform.onboarding.ask.group(line.groupKey, null)),
  )
}

/** Null: Meta said no, or nothing. */
async function answerTo(...asking: Parameters<typeof answered>): Promise<unknown> {
  const read = await answered(...asking)
  return read.kind === 'taken' ? read.body : null
}

/** A refused token disconnects the line. */
async function answered(
  { graph, platform, watchAccess }: LineWatchParts,
  line: Line,
  token: string,
  wire: Parameters<Graph['ask']>[1],
): Promise<OnboardingAnswer> {
  const answer = await graph.ask(token, wire, 'connect')
  if (answer.kind === 'answered' && answer.status === UNAUTHORISED) watchAccess(line, answer)
  return platform.onboarding.answer(answer)
}

/** What was asked is newer than what was told. */
function askedStanding(number: FoundNumber | null): readonly Standing[] {
  const asked = [
    ['quality', number?.quality ?? null],
    ['name', number?.nameStatus ?? null],
    ['limit', number?.limit ?? null],
  ] as const
  return asked.flatMap(([aspect, value]) =>
    value === null || value === 'UNKNOWN' ? [] : [{ aspect, value, until: null }],
  )
}

const accessOf = (says: TokenSays | null): LineSigns['access'] =>
  says && {
    endsAt: says.expiresAtSeconds === null ? null : instantFromSeconds(says.expiresAtSeconds),
    missing: says.missing,
  }

/** All numbers of a portfolio share the limit: it is told once, and once a day at most. */
const isShared = ({ code }: Alert): boolean => code === 'reach-nearly-used' || code === 'reach-used-up'
function digestOf({ lineId, groupKey, group }: Line, alert: Alert, now: Instant): string | null {
  if (!isOurs(alert)) return null
  return isShared(alert)
    ? `alert:${group?.portfolioKey ?? groupKey}:${alert.code}:${Math.floor(now / days(1))}`
    : `alert:${lineId}:${alert.code}:${now}`
}

/** Puts it on the list of notices, and before the eyes of every administrator. */
async function tell(
  { notices, directory }: LineWatchParts,
  { accountId, lineId, groupKey }: Line,
  alert: Alert,
  digest: string,
  now: Instant,
): Promise<void> {
  const isOfLine = !isShared(alert)
  const about = isOfLine ? ({ kind: 'line', address: null } as const) : ({ kind: 'group' } as const)
  const admins = directory.agents(accountId).filter(({ role }) => role === 'admin')
  await notices.keep(
    {
      ...{ accountId, digest, groupKey, field: 'alert', severity: severityOf(alert), value: alert },
      ...{ lineId: isOfLine ? lineId : null, notice: { ...alert, about, standing: [] } },
      ...{ recipients: admins.map(({ agentId }) => agentId), toldAt: now, heardAt: now },
    },
    [],
  )
}
