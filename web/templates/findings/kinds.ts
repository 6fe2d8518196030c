import type { FindingCode, Severity } from '#core/template/lint/codes.ts'
import type { Finding } from '#core/template/lint/finding.ts'
import type { Form } from '../model/form.ts'
import { textAt } from '../model/places.ts'

/** What is not wrong but not there yet; told as something to do until somebody wants to submit. */
const UNFINISHED: ReadonlySet<FindingCode> = new Set([
  'name-missing',
  'language-missing',
  'components-missing',
  'body-missing',
  'text-missing',
  'example-missing',
  'buttons-missing',
  'header-file-missing',
  'flow-missing',
  'card-header-missing',
  'otp-app-missing',
])

export const isUnfinished = ({ code, component }: Finding, form: Form): boolean =>
  UNFINISHED.has(code) || (code === 'phone-invalid' && textAt(form, component) === '')

/** `reason`: what speaks of Meta's reason against the template. */
export type Group = Severity | 'unfinished' | 'reason'
/** In the order they are shown: what Meta said, what it refuses, what is still to do, what a reviewer may reject, what reads better. */
export const GROUPS: readonly Group[] = ['reason', 'error', 'unfinished', 'warning', 'advice']

export const groupOf = (finding: Finding, form: Form, tried: boolean): Group =>
  !tried && isUnfinished(finding, form) ? 'unfinished' : finding.severity
