import { Trans, useLingui } from '@lingui/react/macro'
import { ImageOff, Play, Video } from 'lucide-react'
import { useState } from 'react'
import type { Content, Media } from '#core/message/content.ts'
import { hasTooManyPixels, isPicture } from '#core/message/media.ts'
import type { Message } from '#core/message/message.ts'
import { mediaUrl } from '../api/api.ts'
import { cx } from '../kit/cx.ts'
import { later } from '../kit/later.tsx'
import { useMedia } from '../kit/use-media.ts'
import { localFile, useUploadShare } from '../outbox/outbox.ts'
import { Meta } from './meta.tsx'
import { useLoops } from './use-loops.ts'
import { useThreadContext } from './thread-context.tsx'
import { WhyMissing } from './why-missing.tsx'

type PictureContent = Extract<Content, { kind: 'image' | 'video' }>

/** Where a file can be shown from: this machine if it was sent from here, else the server. Null while it is away. */
export function sourceOf(message: Message, media: Media): string | null {
  const local = message.direction === 'out' ? localFile(message.clientKey)?.url : undefined
  if (local) return local
  return media.mediaId !== '' && media.state === 'stored' ? mediaUrl(media.mediaId) : null
}

/** Whether it may be drawn: what came from outside is judged by its content, not by what it was sent as. */
export const isDrawable = (media: Media): boolean => media.state !== 'stored' || isPicture(media)

export function Picture({ message, content }: { readonly message: Message; readonly content: PictureContent }) {
  const withCaption = content.caption !== null && content.caption !== ''
  return (
    <div className="relative p-0.75">
      <PictureTile message={message} content={content} className="max-h-85 min-h-24 w-75 max-w-full rounded-[8px]" />
      {!withCaption && (
        <span className="absolute right-2.5 bottom-2">
          <Meta message={message} over />
        </span>
      )}
    </div>
  )
}

type TileProps = { readonly message: Message; readonly content: PictureContent; readonly className?: string }

export function PictureTile({ message, content, className }: TileProps) {
  const { t } = useLingui()
  const { openMedia } = useThreadContext()
  const [broken, setBroken] = useState(false)
  const share = useUploadShare(message.direction === 'out' ? message.clientKey : '')
  const source = sourceOf(message, content.media)
  const video = content.kind === 'video'
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  const loops = useLoops(content.media, video ? source : null)
  const moves = loops && !calm
  const drawable = video || isDrawable(content.media)
  if (source === null || broken || !drawable)
    return <MissingMedia media={content.media} className={className} source={source} />
  return (
    <button
      type="button"
      onClick={() => openMedia(message.messageId)}
      aria-label={content.caption || (video ? t`Abrir video` : t`Abrir foto`)}
      className={cx('relative block cursor-zoom-in overflow-hidden bg-chip', className)}
    >
      {video ? (
        <video
          src={moves ? source : `${source}#t=0.1`}
          autoPlay={moves}
          loop={moves}
          preload="metadata"
          muted
          playsInline
          onError={() => setBroken(true)}
          className="size-full object-cover"
        />
      ) : (
        <img
          src={source}
          alt={content.caption ?? ''}
          onError={() => setBroken(true)}
          className="size-full object-cover"
          draggable={false}
        />
      )}
      {loops && (
        <span className="absolute bottom-2 left-2 rounded-sm bg-black/55 px-1.5 py-px text-2xs font-semibold text-white">
          GIF
        </span>
      )}
      {video && !moves && (
        <span className="absolute inset-0 m-auto flex size-12 items-center justify-center rounded-full bg-black/55 text-white">
          <Play size={20} className="ml-0.5 fill-current" aria-hidden />
        </span>
      )}
      {share !== undefined && share < 1 && message.wireId === null && <UploadBar share={share} />}
    </button>
  )
}

function UploadBar({ share }: { readonly share: number }) {
  return (
    <span className="absolute inset-x-3 top-3 h-1 overflow-hidden rounded-full bg-black/45">
      <span className="block h-full bg-white transition-[width]" style={{ width: `${Math.round(share * 100)}%` }} />
    </span>
  )
}

type MissingProps = {
  readonly media: Media
  readonly className?: string | undefined
  /** Where it can be downloaded from although it is not shown. */
  readonly source: string | null
}

/** A file that is not shown: on its way, lost, or not to be drawn, with the reason. */
function MissingMedia({ media, className, source }: MissingProps) {
  const waiting = media.state === 'waiting' && source === null
  const Icon = media.mime.startsWith('video') ? Video : ImageOff
  return (
    <span
      className={cx(
        'flex flex-col items-center justify-center gap-1.5 bg-chip px-4 py-8 text-center text-xs text-text-2',
        waiting && 'skeleton',
        className,
      )}
    >
      <Icon size={20} aria-hidden />
      {waiting ? (
        <Trans>Descargando…</Trans>
      ) : source === null ? (
        <WhyMissing media={media} />
      ) : hasTooManyPixels(media) ? (
        <Trans>La imagen es demasiado grande para mostrarla aquí.</Trans>
      ) : (
        <Trans>Este archivo no se puede mostrar.</Trans>
      )}
      {source && (
        <a href={source} download={media.filename ?? ''} className="font-semibold text-link underline">
          <Trans>Descargar</Trans>
        </a>
      )}
    </span>
  )
}

const MovingSticker = later(() => import('./moving-sticker.tsx'), <span className="size-34" />)

type StickerProps = { readonly message: Message; readonly content: Extract<Content, { kind: 'sticker' }> }

export function StickerView({ message, content: { media, animated } }: StickerProps) {
  const { t } = useLingui()
  const source = sourceOf(message, media)
  return (
    <div className="flex flex-col items-end gap-1">
      {source && isDrawable(media) ? (
        animated ? (
          <MovingSticker source={source} name={t`Sticker`} className="size-34 object-contain" />
        ) : (
          <img src={source} alt={t`Sticker`} className="size-34 object-contain" draggable={false} />
        )
      ) : (
        <MissingMedia media={media} className="size-34 rounded-xl" source={source} />
      )}
      <span className="rounded-full bg-surface px-2 py-px shadow-1 [&>span]:text-text-2">
        <Meta message={message} />
      </span>
    </div>
  )
}
