import type { Instant } from '#base/time.ts'
import type { AccountId } from '../account/account.ts'

export type FormEndpointId = string & { readonly __formEndpoint: true }

/** How a form that asks is answered. */
export type FormAnswer =
  /** Always with this screen and these data. */
  | { readonly kind: 'fixed'; readonly screen: string; readonly data: Readonly<Record<string, unknown>> }
  /** By a server of the company's, over https: it is posted what the form asks, and answers `screen` and `data`. */
  | { readonly kind: 'ask'; readonly url: string }

/** An address that forms ask for their data. */
export type FormEndpoint = {
  readonly accountId: AccountId
  readonly endpointId: FormEndpointId
  readonly name: string
  readonly createdAt: Instant
  /** PEM; what Meta is given so that telephones can write to us alone. */
  readonly publicKey: string
  readonly answer: FormAnswer
}

/** What is said to Meta's own questions: it looks whether we are there, or tells of an answer that it could not use. */
export const ALIVE = { data: { status: 'active' } } as const
export const NOTED = { data: { acknowledged: true } } as const

/** A screen and its data, as a server answers them; null: it is none. */
export function readFormScreen(answer: unknown): { readonly screen: string; readonly data: object } | null {
  if (typeof answer !== 'object' || answer === null || !('screen' in answer) || !('data' in answer)) return null
  const { screen, data } = answer
  if (typeof screen !== 'string' || screen === '') return null
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? { screen, data } : null
}
