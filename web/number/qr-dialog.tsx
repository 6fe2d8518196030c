import { Trans, useLingui } from '@lingui/react/macro'
import { Download } from 'lucide-react'
import { Button } from '../kit/button.tsx'
import { Dialog, DialogFooter } from '../kit/dialog.tsx'
import { type Qr, pngOf, svgOf } from './qr.ts'
import { QrPicture } from './qr-picture.tsx'

type Props = {
  readonly qr: Qr
  readonly url: string
  readonly text: string
  readonly onClose: () => void
}

/** A code large enough to try with a telephone, and its files for whoever prints it. */
export function QrDialog({ qr, url, text, onClose }: Props) {
  const { t } = useLingui()
  const name = `qr-${url.split('/').at(-1) ?? ''}`
  const png = async () => {
    const picture = await pngOf(qr)
    if (picture !== null) save(picture, `${name}.png`)
  }
  return (
    <Dialog label={t`Código QR`} width="sm" onClose={onClose}>
      <div className="flex flex-col items-center gap-3 overflow-y-auto px-5 pb-5">
        <p className="self-start text-sm text-text-2">
          <Trans>Al apuntarle la cámara del teléfono se abre el chat.</Trans>
        </p>
        <QrPicture qr={qr} className="size-64 rounded-md border border-border" />
        <p className="max-w-full text-center">
          <code className="block font-mono text-xs/5 break-all">{url}</code>
          <span className="block text-sm text-pretty text-text-2">{text}</span>
        </p>
      </div>
      <DialogFooter>
        <Button onPress={() => void png()}>
          <Download size={14} aria-hidden />
          <Trans>PNG</Trans>
        </Button>
        <Button
          look="primary"
          onPress={() => save(new Blob([svgOf(qr, url)], { type: 'image/svg+xml' }), `${name}.svg`)}
        >
          <Download size={14} aria-hidden />
          <Trans>SVG, para imprenta</Trans>
        </Button>
      </DialogFooter>
    </Dialog>
  )
}

/** Hands the browser a file to keep. */
function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
