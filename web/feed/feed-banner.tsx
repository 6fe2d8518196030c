import { Trans } from '@lingui/react/macro'
import { WifiOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useDesk } from '../store/desk-store.ts'

const PATIENCE_MS = 1_500

/** Tells that what is on the screen may be old, once that has lasted long enough to matter. */
export function FeedBanner() {
  const awaySince = useDesk((state) => state.awaySince)
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (awaySince === null) return setShown(false)
    const timer = setTimeout(() => setShown(true), Math.max(0, awaySince + PATIENCE_MS - Date.now()))
    return () => clearTimeout(timer)
  }, [awaySince])
  if (!shown) return null
  return (
    <div
      data-testid="feed-banner"
      role="status"
      className="flex h-8 shrink-0 items-center justify-center gap-2 bg-warn-soft px-3 text-xs font-semibold text-warn"
    >
      <WifiOff size={14} aria-hidden />
      <span className="truncate">
        <Trans>Sin conexión en vivo: reconectando. Lo que envíe queda guardado y sale al volver.</Trans>
      </span>
    </div>
  )
}
