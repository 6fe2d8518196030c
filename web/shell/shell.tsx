import { type ReactNode, useEffect } from 'react'
import { refuseStrayDrops } from '../composer/use-file-drop.ts'
import { FeedBanner } from '../feed/feed-banner.tsx'
import { useNarrow } from '../kit/use-media.ts'
import { useMyNotices } from '../notices/my-notices.ts'
import { useOverlay } from './overlay.ts'
import { Rail } from './rail.tsx'
import { useGlobalKeys } from './use-global-keys.ts'
import { withWords } from '../i18n/i18n.ts'
import { later } from '../kit/later.tsx'

const BottomBar = later(
  withWords(() => import('./bottom-bar.tsx')),
  <div className="hidden" />,
)
const Palette = later(withWords(() => import('./palette.tsx')))
const ShortcutSheet = later(withWords(() => import('./shortcut-sheet.tsx')))
const OutreachDialog = later(withWords(() => import('../outreach/outreach-dialog.tsx')))

/** What stays while rooms change: the rail, the banner, and what opens over everything. */
export function Shell({ children }: { readonly children: ReactNode }) {
  useGlobalKeys()
  useMyNotices()
  useEffect(refuseStrayDrops, [])
  const overlay = useOverlay((state) => state.overlay)
  const narrow = useNarrow()
  return (
    <div className="flex h-full flex-col">
      <FeedBanner />
      <div className="flex min-h-0 flex-1">
        {!narrow && <Rail />}
        <main className="flex min-w-0 flex-1">{children}</main>
      </div>
      {narrow && <BottomBar />}
      {overlay === 'palette' && <Palette />}
      {overlay === 'shortcuts' && <ShortcutSheet />}
      {overlay === 'outreach' && <OutreachDialog />}
    </div>
  )
}
