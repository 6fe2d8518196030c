import * as z from 'zod/mini'
import { type Route, type RouteName, routes } from './routes.ts'
import { problemView } from './views.ts'

type Json = Record<string, unknown>

/** The API as an OpenAPI 3.1 document, printed from the table of routes. */
export function openApiDocument(serverUrl: string): Json {
  const paths: Record<string, Json> = {}
  for (const name of Object.keys(routes) as RouteName[]) {
    const route: Route = routes[name]
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route) }
  }
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Hilo',
      version: '1',
      summary: 'The contact centre whose first language is WhatsApp',
      description:
        'Lists are newest first and paged by cursor: `{ "data": [], "next": null }`. Every error is an ' +
        '`application/problem+json` document (RFC 9457) that names the field, the value found and the value expected, ' +
        'in the language of `Accept-Language` (es, en, pt-BR).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: serverUrl }],
    security: [{ apiKey: [] }],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key of the company' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-hilo',
          description: 'The desk’s session, set by `sign-in`; without https it is `hilo-` and the port',
        },
      },
      schemas: { Problem: schemaOf(problemView, 'output') },
      responses: Object.fromEntries(
        Object.entries(PROBLEMS).map(([name, description]) => [
          name,
          {
            description,
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  }
}

const PROBLEMS = {
  Malformed: 'The body cannot be read',
  SignedOut: 'No session and no valid API key, or wrong credentials',
  NotAllowed: 'The caller may not do this',
  NotFound: 'There is no such thing, or it is another company’s',
  Refused: 'The state of things does not allow it; `errors` holds every reason',
  TooLarge: 'The body or the file is too large',
  WrongType: 'The content type, or the type of the file, is not one of those expected',
  Invalid: 'A value is not as expected; `errors` names each field',
  TooMany: 'Too many tries; `Retry-After` says how long to wait',
  Unavailable: 'The store cannot be reached; try again',
} as const

function operation(name: RouteName, route: Route): Json {
  return {
    operationId: name,
    summary: route.summary,
    tags: [route.path.split('/')[3] ?? 'other'],
    ...(route.permission === null
      ? { security: [] }
      : { security: [{ apiKey: [] }, { session: [] }], 'x-permission': route.permission }),
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(route.idempotent ? [IDEMPOTENCY_KEY] : []),
    ],
    ...requestBodyOf(route),
    responses: { ...answerOf(route), ...problemsOf(route) },
  }
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key with the same body gives the same answer, however often; with another body it is refused',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
  example: '0192d5a0-7b1c-7e4a-9c55-1f2e3d4c5b6a',
}

function parametersOf(schema: z.ZodMiniObject, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>
    required?: readonly string[]
  }
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = property
    const isRequired = place === 'path' || required.includes(name)
    return { name, in: place, required: isRequired, ...(description ? { description } : {}), schema: rest }
  })
}

function requestBodyOf(route: Route): Json {
  if (route.kind === 'upload') {
    const file = { type: 'string', contentEncoding: 'binary' }
    const form = { schema: { type: 'object', properties: { file }, required: ['file'] } }
    return {
      requestBody: { required: true, content: { 'application/octet-stream': {}, 'multipart/form-data': form } },
    }
  }
  if (route.input === null) return {}
  const content = { 'application/json': { schema: schemaOf(route.input, 'input'), ...exampleOf(route) } }
  return { requestBody: { required: true, content } }
}

const exampleOf = ({ path }: Route): Json =>
  path === routes.sendMessage.path
    ? { example: { to: { phone: '+52 55 1234 5678' }, content: { kind: 'text', text: 'Hola, ¿en qué te ayudamos?' } } }
    : {}

function answerOf(route: Route): Json {
  if (route.kind === 'file') {
    const content = { '*/*': { schema: { type: 'string', contentEncoding: 'binary' } } }
    return { 200: { description: 'The file', content }, 206: { description: 'A part of it', content } }
  }
  const description = route.output === null ? 'Done' : 'The answer'
  const body = route.output && { content: { 'application/json': { schema: schemaOf(route.output, 'output') } } }
  return { [route.status]: { description, ...body } }
}

function problemsOf(route: Route): Json {
  const to = (name: keyof typeof PROBLEMS) => ({ $ref: `#/components/responses/${name}` })
  const takesBody = route.input !== null || route.kind === 'upload'
  return {
    ...(takesBody ? { 400: to('Malformed'), 413: to('TooLarge'), 415: to('WrongType') } : {}),
    401: to('SignedOut'),
    ...(route.permission === null && !takesBody ? {} : { 403: to('NotAllowed') }),
    404: to('NotFound'),
    ...(route.method === 'POST' ? { 409: to('Refused') } : {}),
    422: to('Invalid'),
    ...(route.permission === null ? { 429: to('TooMany') } : {}),
    503: to('Unavailable'),
  }
}

/** JSON Schema 2020-12, without the dialect's name in every place. */
function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
  }) as Json
  return rest
}
