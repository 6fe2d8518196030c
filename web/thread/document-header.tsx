import type { Media } from '#core/message/content.ts'
import { mediaUrl } from '../api/api.ts'
import { DocumentFile } from './document-file.tsx'

type Props = {
  readonly mediaId: string
  readonly filename: string | null
  /** Null where only the name is known: WhatsApp takes nothing but PDFs at the head of a template (cloud-api §3.1). */
  readonly media: Media | null
  readonly messageId: string
}

/** A document at the head of a message of ours. */
export default function DocumentHeader({ mediaId, filename, media, messageId }: Props) {
  const known = media ?? { mediaId, filename, mime: 'application/pdf', sizeBytes: null, state: 'stored' as const }
  return (
    <div className="p-1 pb-0">
      <DocumentFile media={known} source={mediaUrl(mediaId)} messageId={messageId} out note={null} />
    </div>
  )
}
