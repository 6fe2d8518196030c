import type { Words } from '../problem/problem.ts'

export const SEVERITIES = ['info', 'warning', 'danger'] as const
export type Severity = (typeof SEVERITIES)[number]

/** `{template}`, `{line}`, `{from}`, `{to}` and `{details}` stand in the title for what the notice says of them. */
export type Kind = {
  readonly severity: Severity
  readonly title: Words
  readonly advice: Words
  /** What helps where Meta gives this reason, which it also says; the rest is helped by `advice`. */
  readonly advised?: Readonly<Record<string, Words>>
}

const NOTHING: Words = ['No hay que hacer nada.', 'There is nothing to do.', 'Não é preciso fazer nada.']
export const info = (title: Words, advice: Words = NOTHING): Kind => ({ severity: 'info', title, advice })
export const warning = (title: Words, advice: Words): Kind => ({ severity: 'warning', title, advice })
export const danger = (title: Words, advice: Words): Kind => ({ severity: 'danger', title, advice })
