import type { Instant } from '#base/time.ts'
import type { NoticeCode } from '../notice/codes.ts'
import type { Severity } from '../notice/kind.ts'
import { type Alert, severityOf } from './alert.ts'
import { RULES } from './rules.ts'
import type { LineSigns } from './signs.ts'

/** All that is wrong, the worst first; at most one of each code. */
export function alertsOf(signs: LineSigns, now: Instant): readonly Alert[] {
  const found = new Map<NoticeCode, Alert>()
  for (const rule of RULES) {
    for (const { code, from = null, to = null, details = [], until = null } of rule(signs, now)) {
      if (!found.has(code)) found.set(code, { code, from, to, details, until })
    }
  }
  return [...found.values()].sort((a, b) => WORST[severityOf(a)] - WORST[severityOf(b)])
}

const WORST: Readonly<Record<Severity, number>> = { danger: 0, warning: 1, info: 2 }
