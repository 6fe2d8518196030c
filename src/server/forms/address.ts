import type { FormEndpoint } from '#core/form/endpoint.ts'
import type { SealedAs } from '../secrets.ts'

type Named = Pick<FormEndpoint, 'accountId' | 'endpointId'>

export const FORM_PATH = '/flows/:accountId/:endpointId'

export const formAddress = (publicUrl: string, { accountId, endpointId }: Named): string =>
  new URL(`/flows/${accountId}/${endpointId}`, publicUrl).href

export const formSecret = ({ accountId, endpointId }: Named): SealedAs => ({
  accountId,
  kind: 'form-private-key',
  rowId: endpointId,
})
