import * as z from 'zod/mini'
import { byId, route } from './route.ts'
import { described, iso } from './schema.ts'

const name = z.string().check(z.minLength(1), z.maxLength(100))
const answer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fixed'),
    screen: z.string().check(z.minLength(1), z.maxLength(200)),
    data: z.record(z.string(), z.unknown()),
  }),
  z.strictObject({
    kind: z.literal('ask'),
    url: described(
      z.url().check(z.regex(/^https:\/\//), z.maxLength(2000)),
      'Posted `{action, screen, data, token}`; answers `{screen, data}` within eight seconds',
      'https://example.com/formularios',
    ),
  }),
])

const formEndpointView = z.object({
  id: z.uuid(),
  name,
  createdAt: iso,
  address: described(z.string(), 'What the form names as its `endpoint_uri` at Meta'),
  publicKey: described(z.string(), 'PEM; `publish` gives it to Meta for a number'),
  answer,
})
export type FormEndpointView = z.output<typeof formEndpointView>

const formView = z.object({
  id: described(z.string(), 'Meta’s id of it'),
  name: z.string(),
  state: described(z.enum(['draft', 'published', 'ended']), '`draft`: only for trying out'),
  asksServer: described(z.boolean(), 'Its screens ask a server for their data'),
})
export type FormView = z.output<typeof formView>

/** Forms on the telephone: which there are, and where they ask for their data. */
export const formRoutes = {
  listForms: route({
    method: 'GET',
    path: '/api/v1/lines/:id/forms',
    permission: 'message:send',
    summary: 'The forms of a number, newest first, as Meta lists them now; at most 100',
    params: byId,
    output: z.object({ data: z.array(formView), next: z.null() }),
  }),
  listFormEndpoints: route({
    method: 'GET',
    path: '/api/v1/form-endpoints',
    permission: 'line:manage',
    summary: 'The addresses that forms ask for their data',
    output: z.object({ data: z.array(formEndpointView), next: z.null() }),
  }),
  addFormEndpoint: route({
    method: 'POST',
    path: '/api/v1/form-endpoints',
    permission: 'line:manage',
    summary: 'Add one, with a key of its own; the private half never leaves the server',
    input: z.strictObject({ name, answer }),
    output: formEndpointView,
    status: 201,
  }),
  changeFormEndpoint: route({
    method: 'POST',
    path: '/api/v1/form-endpoints/:id',
    permission: 'line:manage',
    summary: 'Change its name and how it is answered',
    params: byId,
    input: z.strictObject({ name, answer }),
    output: formEndpointView,
  }),
  publishFormEndpoint: route({
    method: 'POST',
    path: '/api/v1/form-endpoints/:id/publish',
    permission: 'line:manage',
    summary: 'Give Meta its public key for a number, whose forms then write to it',
    params: byId,
    input: z.strictObject({ lineId: z.uuid() }),
    output: formEndpointView,
  }),
  removeFormEndpoint: route({
    method: 'POST',
    path: '/api/v1/form-endpoints/:id/remove',
    permission: 'line:manage',
    summary: 'Remove it; forms that ask it are answered no more',
    params: byId,
    status: 204,
  }),
}
