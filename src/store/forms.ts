import type { AccountId } from '#core/account/account.ts'
import type { FormAnswer, FormEndpoint, FormEndpointId } from '#core/form/endpoint.ts'
import type { Sealed } from './registry.ts'

export type KeptFormEndpoint = { readonly endpoint: FormEndpoint; readonly privateKey: Sealed }

/** Where forms ask for their data. */
export type Forms = {
  readonly add: (kept: KeptFormEndpoint) => Promise<void>
  /** Oldest first. */
  readonly list: (accountId: AccountId) => Promise<readonly FormEndpoint[]>
  readonly get: (accountId: AccountId, endpointId: FormEndpointId) => Promise<KeptFormEndpoint | null>
  /** The endpoint as it is then; null: there is none. */
  readonly change: (
    accountId: AccountId,
    endpointId: FormEndpointId,
    change: { readonly name: string; readonly answer: FormAnswer },
  ) => Promise<FormEndpoint | null>
  /** False: there was none. */
  readonly remove: (accountId: AccountId, endpointId: FormEndpointId) => Promise<boolean>
}
