import { Trans, useLingui } from '@lingui/react/macro'
import { Download } from 'lucide-react'
import type { Media } from '#core/message/content.ts'
import { isMisnamed } from '#core/message/media.ts'
import type { Message } from '#core/message/message.ts'
import { formatLocale } from '../i18n/i18n.ts'
import { cx } from '../kit/cx.ts'
import { useUploadShare } from '../outbox/outbox.ts'
import { Meta } from './meta.tsx'
import { sourceOf } from './picture.tsx'
import { WhyMissing } from './why-missing.tsx'

type Props = { readonly message: Message; readonly media: Media; readonly alone: boolean }

export function DocumentCard({ message, media, alone }: Props) {
  const { t } = useLingui()
  const out = message.direction === 'out'
  const source = sourceOf(message, media)
  const share = useUploadShare(message.direction === 'out' ? message.clientKey : '')
  const name = media.filename ?? t`Documento`
  const kind = extensionOf(media)
  const uploading = share !== undefined && share < 1 && message.wireId === null
  return (
    <div className="relative p-1">
      <a
        href={source ?? undefined}
        download={name}
        className={cx('flex w-75 max-w-full items-center gap-3 rounded-md p-2.5', out ? 'bg-inset-out' : 'bg-inset-in')}
      >
        <span className="flex h-10 w-8.5 shrink-0 items-end justify-center rounded-sm border border-border bg-surface pb-1 text-[9px] font-bold text-accent uppercase">
          {kind.slice(0, 4)}
        </span>
        <span className="min-w-0 flex-1">
          <span className="line-clamp-2 text-sm font-medium [overflow-wrap:anywhere] text-text">{name}</span>
          <span className="block text-xs text-text-2 tabular">
            {uploading ? (
              <Trans>Subiendo {Math.round(share * 100)} %</Trans>
            ) : media.state === 'failed' ? (
              <WhyMissing media={media} />
            ) : (
              [kind.toUpperCase(), media.sizeBytes === null ? '' : sizeWords(media.sizeBytes)]
                .filter(Boolean)
                .join(' · ')
            )}
          </span>
          {isMisnamed(media) && (
            <span className="block text-xs font-semibold text-danger">
              <Trans>Su contenido no es lo que dice el nombre. Ábralo solo si lo esperaba.</Trans>
            </span>
          )}
        </span>
        {source && <Download size={16} className="shrink-0 text-text-2" aria-hidden />}
      </a>
      {alone && (
        <div className="flex justify-end px-1.5 pt-0.5">
          <Meta message={message} />
        </div>
      )}
    </div>
  )
}

const extensionOf = (media: Media): string =>
  (isMisnamed(media) ? undefined : /\.([a-z0-9]{1,5})$/i.exec(media.filename ?? '')?.[1]) ??
  media.mime.split('/')[1]?.split(/[;+.]/)[0] ??
  'doc'

/** "412 kB", "3.4 MB", as the reader's language writes numbers. */
export function sizeWords(bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1000)), 'kB'] : [bytes / 1_000_000, 'MB']
  return `${new Intl.NumberFormat(formatLocale(), { maximumFractionDigits: 1 }).format(value)} ${unit}`
}
