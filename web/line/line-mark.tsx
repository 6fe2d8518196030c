import { useLingui } from '@lingui/react/macro'
import { Pause, Unplug } from 'lucide-react'
import type { LineView } from '#contract/views.ts'

/** A number in a narrow list: a dot while it works, else a picture of what is wrong with it. */
export function LineMark({ line }: { readonly line: Pick<LineView, 'state' | 'pausedAt'> }) {
  const { t } = useLingui()
  if (line.state === 'disconnected') {
    return <Unplug size={14} className="text-danger" role="img" aria-label={t`Desconectado`} />
  }
  if (line.pausedAt !== null) {
    return (
      <Pause size={12} fill="currentColor" strokeWidth={1} className="text-warn" role="img" aria-label={t`En pausa`} />
    )
  }
  return <span className="size-2 rounded-full bg-whatsapp" />
}
