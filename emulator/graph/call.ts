import type { Fields } from '../json.ts'

/** A file of a multipart body. */
export type UploadedFile = { readonly bytes: Buffer; readonly mime: string | null; readonly filename: string | null }

/** A Graph call, already parsed and authorised. */
export type GraphCall = {
  readonly method: string
  /** The path below the version, in pieces: ["1065…", "messages"]. */
  readonly path: readonly string[]
  readonly query: Readonly<Record<string, string>>
  /** JSON body, or form fields. */
  readonly body: Fields
  readonly files: Readonly<Record<string, UploadedFile>>
  /** The address the client called: "http://127.0.0.1:4001". */
  readonly origin: string
  readonly version: string
}

/** A parameter wherever the client has put it: body first, then the query. */
export const parameter = (call: GraphCall, name: string): unknown => call.body[name] ?? call.query[name]
