import type { Message } from '#core/message/message.ts'
import { mediaUrl } from '../api/api.ts'
import { localFile } from '../outbox/outbox.ts'
import { shownOfFilled } from '../templates/model/shown-send.ts'
import { sourceOf } from './picture.tsx'

export type OpenDocument = {
  readonly name: string | null
  readonly url: string
  /** The file itself, where it was sent from this machine. */
  readonly local: Blob | undefined
}

/** The document a message is, or has at its head; null of every other message, and while the file is away. */
export function documentIn(message: Message): OpenDocument | null {
  const { content } = message
  if (content.kind === 'document') {
    const url = sourceOf(message, content.media)
    const local = message.direction === 'out' ? localFile(message.clientKey)?.blob : undefined
    return url === null ? null : { name: content.media.filename, url, local }
  }
  if (content.kind === 'template') {
    const { header } = shownOfFilled(content.template)
    if (header?.kind !== 'document' || !header.mediaId) return null
    return { name: header.filename, url: mediaUrl(header.mediaId), local: undefined }
  }
  const header = 'header' in content ? content.header : null
  if (!header || typeof header === 'string' || header.kind !== 'document' || header.media.mediaId === '') return null
  return { name: header.media.filename, url: mediaUrl(header.media.mediaId), local: undefined }
}
