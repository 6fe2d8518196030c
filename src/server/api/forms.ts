import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { ok } from '#base/result.ts'
import { toIso } from '#base/time.ts'
import type { FormEndpointView } from '#contract/forms.ts'
import type { LineId } from '#core/account/account.ts'
import type { FormEndpoint, FormEndpointId } from '#core/form/endpoint.ts'
import { formAddress, formSecret } from '../forms/address.ts'
import { type ApiParts, type Handlers, no } from './call.ts'

type Names =
  | 'listForms'
  | 'listFormEndpoints'
  | 'addFormEndpoint'
  | 'changeFormEndpoint'
  | 'publishFormEndpoint'
  | 'removeFormEndpoint'

/** Meta takes RSA keys of exactly this length (cloud-api §1.1, whatsapp_business_encryption). */
const KEY_BITS = 2048
const MOST_ENDPOINTS = 50
const newKeys = promisify(generateKeyPair)

/** Forms: those of a number, and where they ask for their data. */
export function formHandlers(parts: ApiParts): Handlers<Names> {
  const { forms, vault, ids, clock, directory, graph, platform, config } = parts
  const view = (endpoint: FormEndpoint): FormEndpointView => ({
    id: endpoint.endpointId,
    name: endpoint.name,
    createdAt: toIso(endpoint.createdAt),
    address: formAddress(config.publicUrl, endpoint),
    publicKey: endpoint.publicKey,
    answer:
      endpoint.answer.kind === 'fixed' ? { ...endpoint.answer, data: { ...endpoint.answer.data } } : endpoint.answer,
  })
  const missing = (id: string) => no('not-found', { field: 'id', found: id })

  return {
    listForms: async ({ caller: { accountId }, params }) => {
      const line = directory.byId(accountId, params.id as LineId)
      const token = line && directory.accessToken(accountId, line.lineId)
      if (!line || !token) return no('line-missing', { field: 'id', found: params.id })
      const answer = await graph.ask(token, platform.forms.list(line.groupKey), 'connect')
      if (answer.kind !== 'answered') return no('unavailable')
      const found = answer.status === 200 ? platform.forms.readAll(answer.body) : null
      return found === null
        ? no('platform-refused', { field: 'id', found: String(answer.status) })
        : ok({ data: [...found], next: null })
    },
    listFormEndpoints: async ({ caller }) => ok({ data: (await forms.list(caller.accountId)).map(view), next: null }),
    addFormEndpoint: async ({ caller: { accountId }, body }) => {
      if ((await forms.list(accountId)).length >= MOST_ENDPOINTS) {
        return no('too-large', { expected: `at most ${MOST_ENDPOINTS} endpoints` })
      }
      const { publicKey, privateKey } = await newKeys('rsa', {
        modulusLength: KEY_BITS,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      })
      const endpointId = ids.next(clock.now()) as FormEndpointId
      const endpoint = { accountId, endpointId, createdAt: clock.now(), publicKey, ...body }
      await forms.add({ endpoint, privateKey: vault.seal(privateKey, formSecret(endpoint)) })
      return ok(view(endpoint))
    },
    changeFormEndpoint: async ({ caller, params, body }) => {
      const endpoint = await forms.change(caller.accountId, params.id as FormEndpointId, body)
      return endpoint ? ok(view(endpoint)) : missing(params.id)
    },
    publishFormEndpoint: async ({ caller: { accountId }, params, body }) => {
      const kept = await forms.get(accountId, params.id as FormEndpointId)
      if (!kept) return missing(params.id)
      const line = directory.lines(accountId).find(({ lineId }) => lineId === body.lineId)
      const token = line && directory.accessToken(accountId, body.lineId as LineId)
      if (!line || !token) return no('line-missing', { field: 'lineId', found: body.lineId })
      const answer = await graph.ask(token, platform.forms.publish(line.key, kept.endpoint.publicKey), 'connect')
      if (answer.kind !== 'answered') return no('unavailable')
      return answer.status === 200
        ? ok(view(kept.endpoint))
        : no('platform-refused', { field: 'lineId', found: String(answer.status) })
    },
    removeFormEndpoint: async ({ caller, params }) =>
      (await forms.remove(caller.accountId, params.id as FormEndpointId)) ? ok(undefined) : missing(params.id),
  }
}
