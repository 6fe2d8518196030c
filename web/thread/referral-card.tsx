import { Trans } from '@lingui/react/macro'
import { Clapperboard, Megaphone } from 'lucide-react'
import type { Referral } from '#core/message/content.ts'

/** The ad or post that brought the contact here. The picture is not fetched: that would tell the ad's host who looks. */
export default function ReferralCard({ referral }: { readonly referral: Referral }) {
  const { headline, body, greeting, sourceUrl, sourceId, videoUrl, clickId } = referral
  return (
    <div className="p-1 pb-0">
      <div className="flex gap-2.5 rounded-md bg-inset-in p-2.5">
        <span className="flex size-8 shrink-0 items-center justify-center rounded-md bg-surface text-text-2">
          <Megaphone size={16} aria-hidden />
        </span>
        <div className="min-w-0 text-xs text-text-2">
          <p className="text-2xs font-semibold">
            {referral.sourceType === 'post' ? (
              <Trans>Llegó por una publicación</Trans>
            ) : (
              <Trans>Llegó por un anuncio</Trans>
            )}
          </p>
          {headline && <p className="text-sm font-semibold text-text">{headline}</p>}
          {body && <p className="line-clamp-2">{body}</p>}
          {greeting && (
            <p className="line-clamp-2 italic">
              <Trans>Leyó: «{greeting}»</Trans>
            </p>
          )}
          <p className="mt-0.5 flex flex-wrap gap-x-2">
            {sourceId && <span className="font-mono text-2xs">{sourceId}</span>}
            {videoUrl && (
              <span className="inline-flex items-center gap-1">
                <Clapperboard size={12} aria-hidden /> <Trans>Video</Trans>
              </span>
            )}
            {clickId && (
              <span className="max-w-40 truncate font-mono text-2xs" title={clickId}>
                <Trans>Clic {clickId}</Trans>
              </span>
            )}
            {sourceUrl && /^https?:/.test(sourceUrl) && (
              <a href={sourceUrl} target="_blank" rel="noreferrer noopener" className="text-link underline">
                <Trans>Ver el original</Trans>
              </a>
            )}
          </p>
        </div>
      </div>
    </div>
  )
}
