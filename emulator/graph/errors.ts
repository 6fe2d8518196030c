import { newTraceId } from '../world/ids.ts'
import { codeText } from './error-codes.ts'

/** A refusal in Meta's envelope; thrown anywhere under a Graph call. */
export class GraphError extends Error {
  readonly http: number
  readonly body: { readonly error: Readonly<Record<string, unknown>> }

  constructor(http: number, error: Readonly<Record<string, unknown>>) {
    super(String(error['message']))
    this.http = http
    this.body = { error: { ...error, fbtrace_id: newTraceId() } }
  }
}

/** A refusal of the messages API: `(#code) title`, with details. */
export function refuse(code: number, details?: string): GraphError {
  const text = codeText(code)
  return new GraphError(text.http, {
    message: `(#${code}) ${text.title}`,
    type: 'OAuthException',
    code,
    error_data: { messaging_product: 'whatsapp', details: details ?? text.details },
  })
}

/** A refusal of Graph itself for a parameter: no error_data. */
export const badParameter = (message: string): GraphError =>
  new GraphError(400, { message: `(#100) ${message}`, type: 'OAuthException', code: 100 })

/** A field or an edge that nodes of this type do not have. */
export const unknownEdge = (name: string, nodeType: string): GraphError =>
  badParameter(`Tried accessing nonexisting field (${name}) on node type (${nodeType})`)

/** Management refusals put the real code into `error_subcode` and a text for people beside it. */
export const badRequestFor = (subcode: number, title: string, explanation: string): GraphError =>
  new GraphError(400, {
    message: 'Invalid parameter',
    type: 'OAuthException',
    code: 100,
    error_subcode: subcode,
    is_transient: false,
    error_user_title: title,
    error_user_msg: explanation,
  })

/** The object is not there, or not for this token, or cannot do that. */
export const unknownObject = (method: string, id: string): GraphError =>
  new GraphError(400, {
    message: `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
    type: 'GraphMethodException',
    code: 100,
    error_subcode: 33,
  })

export const unknownPath = (path: string): GraphError =>
  new GraphError(400, { message: `Unknown path components: ${path}`, type: 'OAuthException', code: 2500 })

export const noPermission = (): GraphError =>
  new GraphError(403, {
    message: '(#10) Application does not have permission for this action',
    type: 'OAuthException',
    code: 10,
  })

/** The token lacks a permission it was never given. */
export const noScope = (scope: string): GraphError =>
  new GraphError(403, {
    message: `(#200) Requires ${scope} permission to manage the object`,
    type: 'OAuthException',
    code: 200,
  })

export const badToken = (message: string, subcode?: number): GraphError =>
  new GraphError(401, {
    message,
    type: 'OAuthException',
    code: 190,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
  })
