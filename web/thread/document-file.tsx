import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Download } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import type { Media } from '#core/message/content.ts'
import { isMisnamed } from '#core/message/media.ts'
import { cx } from '../kit/cx.ts'
import { hasFirstPage } from '../pdf/limits.ts'
import { useFirstPage } from '../pdf/use-first-page.ts'
import { sizeWords } from './size-words.ts'
import { useThreadContext } from './thread-context.tsx'

type Known = Pick<Media, 'filename' | 'mime' | 'sizeBytes' | 'state'> & { readonly mediaId: string }

type Props = {
  readonly media: Known
  /** Where it can be fetched from; null while it is away. */
  readonly source: string | null
  /** The file itself, where it was sent from this machine. */
  readonly local?: Blob | undefined
  readonly messageId: string
  readonly out: boolean
  /** Said in place of type and size: that it is on its way, or why it is not there. */
  readonly note: ReactNode
}

/** A document by its name; a PDF shows the top of its first page, which opens the whole. */
export function DocumentFile({ media, source, local, messageId, out, note }: Props) {
  const { t } = useLingui()
  const { openMedia } = useThreadContext()
  const place = useRef<HTMLDivElement>(null)
  const file = source !== null && hasFirstPage(media) ? media.mediaId || source : null
  const page = useFirstPage(file, local ?? source, place)
  const name = media.filename ?? t`Documento`
  const kind = extensionOf(media)
  const open = page ? () => openMedia(messageId) : undefined
  const row = (
    <>
      <span className="flex h-10 w-8.5 shrink-0 items-end justify-center rounded-sm border border-border bg-surface pb-1 text-[9px] font-bold text-accent uppercase">
        {kind.slice(0, 4)}
      </span>
      <span className="min-w-0 flex-1 text-left">
        <span className="line-clamp-2 text-sm font-medium [overflow-wrap:anywhere] text-text">{name}</span>
        <span className="block text-xs text-text-2 tabular">
          {note ?? (
            <>
              {page && (
                <>
                  <Plural value={page.pages} one="# página" many="# de páginas" other="# páginas" />
                  {' · '}
                </>
              )}
              {[kind.toUpperCase(), media.sizeBytes === null ? '' : sizeWords(media.sizeBytes)]
                .filter(Boolean)
                .join(' · ')}
            </>
          )}
        </span>
        {isMisnamed(media) && (
          <span className="block text-xs font-semibold text-danger">
            <Trans>Su contenido no es lo que dice el nombre. Ábralo solo si lo esperaba.</Trans>
          </span>
        )}
      </span>
    </>
  )
  return (
    <div ref={place} className={cx('w-full overflow-hidden rounded-md', out ? 'bg-inset-out' : 'bg-inset-in')}>
      {open ? (
        <div className="relative">
          <button type="button" onClick={open} aria-label={t`Abrir ${name}`} className="block w-full cursor-zoom-in">
            <img
              src={page?.picture}
              alt=""
              className="aspect-2/1 w-full bg-white object-contain object-top"
              draggable={false}
            />
            <span className="flex items-center gap-3 p-2.5 pr-11">{row}</span>
          </button>
          <a
            href={source ?? undefined}
            download={name}
            aria-label={t`Descargar ${name}`}
            className="absolute right-1.5 bottom-3.5 flex size-8 items-center justify-center rounded-md text-text-2 hover:bg-hover"
          >
            <Download size={16} aria-hidden />
          </a>
        </div>
      ) : (
        <>
          {page === undefined && <div className="aspect-2/1 skeleton" />}
          <a href={source ?? undefined} download={name} className="flex items-center gap-3 p-2.5">
            {row}
            {source && <Download size={16} className="shrink-0 text-text-2" aria-hidden />}
          </a>
        </>
      )}
    </div>
  )
}

const extensionOf = (media: Known): string =>
  (isMisnamed(media) ? undefined : /\.([a-z0-9]{1,5})$/i.exec(media.filename ?? '')?.[1]) ??
  media.mime.split('/')[1]?.split(/[;+.]/)[0] ??
  'doc'
