import { useMemo } from 'react'
import { pathOf, type Qr } from './qr.ts'

type Props = { readonly qr: Qr; readonly className: string }

/** A code as it will be printed: black on white in either theme, because many readers take no other. */
export function QrPicture({ qr, className }: Props) {
  const path = useMemo(() => pathOf(qr), [qr])
  return (
    <svg viewBox={`0 0 ${qr.size} ${qr.size}`} shapeRendering="crispEdges" className={className} aria-hidden>
      <path fill="#fff" d={`M0 0h${qr.size}v${qr.size}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  )
}
