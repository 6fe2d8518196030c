import { FileText, ImageIcon, Video } from 'lucide-react'
import type { Header } from '#core/message/content.ts'
import { mediaUrl } from '../api/api.ts'
import { DocumentHeader } from './document-parts.tsx'

type FileHeader = Exclude<Header, string>

type Props = { readonly header: FileHeader; readonly messageId: string }

/** A picture, film or document at the head of a message of ours. */
export function HeaderFile({ header, messageId }: Props) {
  if (header.media.mediaId === '') return <EmptyHeader kind={header.kind} />
  const source = mediaUrl(header.media.mediaId)
  const look = 'aspect-[1.91] w-full rounded-[8px] object-cover'
  if (header.kind === 'document') {
    const { mediaId, filename } = header.media
    return <DocumentHeader mediaId={mediaId} filename={filename} media={header.media} messageId={messageId} />
  }
  return (
    <div className="p-0.75 pb-0">
      {header.kind === 'image' ? (
        <img src={source} alt="" className={look} />
      ) : (
        <video src={source} controls preload="metadata" className={look} />
      )}
    </div>
  )
}

/** Where the file will be; it has not been chosen yet. */
function EmptyHeader({ kind }: { readonly kind: FileHeader['kind'] }) {
  const Icon = kind === 'image' ? ImageIcon : kind === 'video' ? Video : FileText
  return (
    <div className="p-0.75 pb-0">
      <div className="flex aspect-[1.91] w-full items-center justify-center rounded-[8px] bg-inset-out text-bubble-out-meta">
        <Icon size={22} strokeWidth={1.5} aria-hidden />
      </div>
    </div>
  )
}
