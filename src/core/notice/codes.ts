import { ACCOUNT_NOTICES } from './codes/account.ts'
import { ALERT_NOTICES } from './codes/alerts.ts'
import { BUDGET_NOTICES } from './codes/budgets.ts'
import { GUIDE_NOTICES } from './codes/guides.ts'
import { LINE_NOTICES } from './codes/lines.ts'
import { TEMPLATE_NOTICES } from './codes/templates.ts'

/** Every kind of notice: from Meta's fields and their lists of events (read 2026-11-22), and our own of budgets, numbers and guides. */
export const NOTICES = {
  ...TEMPLATE_NOTICES,
  ...LINE_NOTICES,
  ...ACCOUNT_NOTICES,
  ...BUDGET_NOTICES,
  ...ALERT_NOTICES,
  ...GUIDE_NOTICES,
}

export type NoticeCode = keyof typeof NOTICES
export const isNoticeCode = (code: string): code is NoticeCode => Object.hasOwn(NOTICES, code)
