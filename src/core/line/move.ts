import type { Instant } from '#base/time.ts'
import type { LineId } from '../account/account.ts'
import { codeOnItsWay } from '../guide/attempts.ts'
import type { GuideEvent } from '../guide/guide.ts'
import type { LineGroup } from './group.ts'

/** A line on its way to another group: there it is verified and registered anew, until then it stays where it is. */
export type LineMove = {
  readonly groupKey: string
  /** Null: Meta did not say. */
  readonly group: LineGroup | null
  /** Phone-number id there. */
  readonly key: string
  /** A line of that group, whose access is used; null: the line's own is good there, too. */
  readonly via: LineId | null
  readonly begunAt: Instant
  /** Codes and registrations, oldest first. */
  readonly events: readonly GuideEvent[]
  /** Nothing leaves the line because it is being registered; what is queued waits. */
  readonly isHolding: boolean
}

/**
 * Why a number cannot move: its two-step PIN is on, which only WhatsApp Manager turns off; its name is not approved; it is
 * not connected; it is used in the app (cloud-api §1.1; for moving unverified).
 */
export const MOVE_OBSTACLES = ['pin', 'name', 'state', 'app'] as const
export type MoveObstacle = (typeof MOVE_OBSTACLES)[number]

/** What Meta shows of the number now. */
type Shown = {
  readonly hasPin: boolean
  readonly nameStatus: string | null
  readonly isRegistered: boolean
  readonly isOnApp: boolean
}

/** All of them at once, in the order they are to be seen to. */
export function obstaclesToMove({ hasPin, nameStatus, isRegistered, isOnApp }: Shown): readonly MoveObstacle[] {
  const is: Readonly<Record<MoveObstacle, boolean>> = {
    pin: hasPin,
    name: nameStatus !== 'APPROVED' && nameStatus !== 'AVAILABLE_WITHOUT_REVIEW',
    state: !isRegistered,
    app: isOnApp,
  }
  return MOVE_OBSTACLES.filter((obstacle) => is[obstacle])
}

/** What comes next: ask for a code, type it, register. */
export type MoveStep = 'code' | 'verify' | 'register'

export function moveStep({ events }: Pick<LineMove, 'events'>, now: Instant): MoveStep {
  if (events.some(({ kind }) => kind === 'verified')) return 'register'
  return codeOnItsWay(events, now) === null ? 'code' : 'verify'
}
