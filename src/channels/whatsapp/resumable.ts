import type { WireAnswer, WireRequest } from '#channels/channel.ts'
import type { UploadAnswer } from '#channels/platform.ts'
import { numberOf, objectOf, textOf } from './json.ts'

/*
 * Resumable upload (cloud-api §1.5): how Meta gets the example files of templates. Begun with the app, continued by the
 * bytes from an offset on, ended with a handle.
 */

export const renderUpload = (
  appId: string,
  file: { readonly name: string; readonly mime: string; readonly sizeBytes: number },
): WireRequest => ({
  method: 'POST',
  path:
    `/${encodeURIComponent(appId)}/uploads?file_name=${encodeURIComponent(file.name)}` +
    `&file_length=${file.sizeBytes}&file_type=${encodeURIComponent(file.mime)}`,
  body: null,
})

export function readUpload(answer: WireAnswer): UploadAnswer {
  const body = answer.kind === 'answered' && answer.status === 200 ? objectOf(answer.body) : null
  const handle = textOf(body?.['h'])
  if (handle !== null) return { kind: 'done', handle }
  const offset = numberOf(body?.['file_offset'])
  if (offset !== null) return { kind: 'reached', offset }
  const session = textOf(body?.['id'])
  return session !== null && /^upload:[\w?=&%.:-]+$/.test(session) ? { kind: 'begun', session } : { kind: 'other' }
}
