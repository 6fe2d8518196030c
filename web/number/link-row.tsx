import { useLingui } from '@lingui/react/macro'
import { Copy, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button as RacButton } from 'react-aria-components/Button'
import { IconButton } from '../kit/button.tsx'
import { say } from '../kit/toast.tsx'
import { qrOf } from './qr.ts'
import { QrDialog } from './qr-dialog.tsx'
import { QrPicture } from './qr-picture.tsx'

type Props = { readonly url: string; readonly text: string; readonly onRemove?: () => void }

/** One link: its code, its address, what the customer begins with. */
export function LinkRow({ url, text, onRemove }: Props) {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  const qr = useMemo(() => qrOf(url), [url])
  return (
    <li className="flex items-center gap-3 border-b border-border py-2">
      <RacButton
        aria-label={t`Ver el código QR de ${url}`}
        className="shrink-0 rounded-sm border border-border transition-colors duration-90 hover:border-control"
        onPress={() => setOpen(true)}
      >
        <QrPicture qr={qr} className="size-11 rounded-sm" />
      </RacButton>
      <div className="min-w-0 flex-1">
        <code className="block truncate font-mono text-xs/5">{url}</code>
        <span className="block truncate text-sm text-text-2">{text}</span>
      </div>
      <IconButton
        label={t`Copiar enlace`}
        onPress={() => {
          void navigator.clipboard.writeText(url)
          say(t`Enlace copiado`)
        }}
      >
        <Copy size={15} aria-hidden />
      </IconButton>
      {onRemove && (
        <IconButton label={t`Borrar enlace`} onPress={onRemove}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      )}
      {isOpen && <QrDialog qr={qr} url={url} text={text} onClose={() => setOpen(false)} />}
    </li>
  )
}
