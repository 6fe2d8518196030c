import { FileText, ImageIcon, Video } from 'lucide-react'
import type { Header } from '#core/message/content.ts'
import { mediaUrl } from '../api/api.ts'

type FileHeader = Exclude<Header, string>

/** A picture, film or document at the head of a message of ours. */
export function HeaderFile({ header }: { readonly header: FileHeader }) {
  if (header.media.mediaId === '') return <EmptyHeader kind={header.kind} />
  const source = mediaUrl(header.media.mediaId)
  const look = 'aspect-[1.91] w-75 max-w-full rounded-[8px] object-cover'
  if (header.kind === 'document') {
    return (
      <div className="p-1 pb-0">
        <a
          href={source}
          target="_blank"
          rel="noreferrer"
          className="flex min-w-0 items-center gap-2 rounded-md bg-inset-out px-2.5 py-2 text-sm font-medium text-text"
        >
          <FileText size={18} aria-hidden /> <span className="truncate">{header.media.filename}</span>
        </a>
      </div>
    )
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
      <div className="flex aspect-[1.91] w-75 max-w-full items-center justify-center rounded-[8px] bg-inset-out text-bubble-out-meta">
        <Icon size={22} strokeWidth={1.5} aria-hidden />
      </div>
    </div>
  )
}
