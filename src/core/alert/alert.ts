import { ALERT_NOTICES } from '../notice/codes/alerts.ts'
import { NOTICES, type NoticeCode } from '../notice/codes.ts'
import type { Severity } from '../notice/kind.ts'
import type { Notice } from '../notice/notice.ts'

/** Something that is wrong with a number now; its words are those of the notice of its code. */
export type Alert = Pick<Notice, 'from' | 'to' | 'details' | 'until'> & { readonly code: NoticeCode }

export const severityOf = ({ code }: Pick<Alert, 'code'>): Severity => NOTICES[code].severity

/** Nobody else tells of it: Meta sends no notice when it begins. */
export const isOurs = ({ code }: Pick<Alert, 'code'>): boolean => Object.hasOwn(ALERT_NOTICES, code)
