import { failed, ok, type Result } from '#base/result.ts'
import type { MediaView, ProblemView } from '#contract/views.ts'
import { i18n } from '../i18n/i18n.ts'

/** Stores a file and tells how far it is; `fetch` cannot tell that of uploads. Ends as failed when it is aborted. */
export function uploadFile(
  file: Blob,
  filename: string,
  progress: (share: number) => void,
  signal?: AbortSignal,
): Promise<Result<MediaView, ProblemView>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/media')
    request.responseType = 'json'
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.setRequestHeader('x-filename', encodeURIComponent(filename))
    request.setRequestHeader('accept-language', i18n.locale)
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total)
    request.onload = () =>
      resolve(
        request.status < 300
          ? ok(request.response as MediaView)
          : failed((request.response as ProblemView | null) ?? away(request.status)),
      )
    request.onerror = () => resolve(failed(away(0)))
    request.onabort = request.onerror
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

const away = (status: number): ProblemView => ({
  type: 'about:blank',
  title: 'unavailable',
  status,
  code: 'unavailable',
  detail: '',
  requestId: '',
  errors: [],
})
