import { ok, type Result } from '#base/result.ts'
import type { LineId } from '#core/account/account.ts'
import type { Line } from '#core/line/line.ts'
import type { LineMove } from '#core/line/move.ts'
import type { Refusal } from '#core/refusal/refusal.ts'
import { type Directory, lineSecret } from '../directory.ts'
import { type ApiParts, no } from './call.ts'

/** How long requests that were on their way when the line stopped may take to be answered; nearly all take less. */
const ANSWERED_WITHIN_MS = 1_500

/** The company's other groups that have a line. */
export function targetsOf(lines: readonly Line[], line: Line) {
  const others = lines.filter(({ groupKey }) => groupKey !== line.groupKey)
  return [...Map.groupBy(others, ({ groupKey }) => groupKey)].map(([wabaId, own]) => {
    const group = own.find((each) => each.group)?.group
    return {
      wabaId,
      name: group?.name || own.map(({ name }) => name).join(', '),
      portfolioName: group?.portfolioName ?? null,
    }
  })
}

/** The access that is good where the line goes. */
export const tokenThere = (directory: Directory, line: Line, { via }: Pick<LineMove, 'via'>): string | null =>
  directory.accessToken(line.accountId, via ?? line.lineId)

/**
 * Registers the line where it goes, while nothing leaves it: as soon as Meta takes it there, its former id sends no more.
 * What is queued waits and then goes on through the new account; templates are looked up there. After a fall in between, the
 * same is asked again: registering twice with one PIN is one registration.
 */
export async function endMove(
  parts: ApiParts,
  line: Line,
  move: LineMove,
  register: (token: string | null) => Promise<Result<unknown, readonly Refusal[]>>,
): Promise<Result<Line, readonly Refusal[]>> {
  const { registry, directory, loop, vault } = parts
  const { accountId, lineId } = line
  const announce = async () => {
    await registry.announce('lines')
    await directory.reload()
  }
  const there = move.via === null ? lineId : move.via
  const token = tokenThere(directory, line, move)
  const appId = directory.appOf(accountId, there as LineId)
  if (token === null || appId === null) return no('line-missing', { found: there })
  await hold(parts, line, move)
  const registered = await register(token)
  if (registered.ok)
    await registry.lines.endMove(accountId, lineId, move, { appId, accessToken: vault.seal(token, lineSecret(line)) })
  else await registry.lines.changeMove(accountId, lineId, (now) => now && { ...now, isHolding: false })
  if (line.pausedAt === null || move.isHolding)
    await registry.lines.setPause(accountId, lineId, { pausedAt: null, pausedBy: null })
  await announce()
  if (!registered.ok) return registered
  await loop.submit({ kind: 'note-line', accountId, lineId })
  return ok(directory.byId(accountId, lineId) ?? line)
}

/** Nothing begins to leave any more, in any process; what is under way is waited for. */
async function hold({ registry, directory, clock }: ApiParts, line: Line, move: LineMove): Promise<void> {
  const { accountId, lineId } = line
  if (line.pausedAt !== null && !move.isHolding) return
  await registry.lines.changeMove(accountId, lineId, (now) => now && { ...now, isHolding: true })
  await registry.lines.setPause(accountId, lineId, { pausedAt: clock.now(), pausedBy: null })
  await registry.announce('lines')
  await directory.reload()
  await new Promise((resolve) => setTimeout(resolve, ANSWERED_WITHIN_MS))
}
