import { Trans } from '@lingui/react/macro'
import { History } from 'lucide-react'

/** Where the app's history begins and ends: what stands between was said on the telephone, before the number came to us. */
export function HistoryLine({ isOver }: { readonly isOver: boolean }) {
  return (
    <div className="flex items-center gap-3 px-5 py-2 text-xs font-medium text-text-2 max-md:px-3" role="separator">
      <span className="h-px flex-1 bg-border" />
      <span className="flex items-center gap-1.5">
        <History size={13} className="shrink-0 text-text-3" aria-hidden />
        {isOver ? <Trans>Hasta aquí, el historial de la app</Trans> : <Trans>Del historial de la app</Trans>}
      </span>
      <span className="h-px flex-1 bg-border" />
    </div>
  )
}
