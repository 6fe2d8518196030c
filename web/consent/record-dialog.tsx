import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Purpose } from '#core/consent/consent.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { inputLook } from '../kit/field.tsx'
import { useConsentWords } from './words.ts'

type Props = {
  readonly purpose: Purpose
  readonly onClose: () => void
  readonly onRecord: (change: 'given' | 'withdrawn', text: string) => Promise<void>
}
/** As the server has it. */
const LONGEST = 2_000

/** An agent writes down what the person told them, and how. */
export function RecordDialog({ purpose, onClose, onRecord }: Props) {
  const { t } = useLingui()
  const words = useConsentWords()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const record = async (change: 'given' | 'withdrawn') => {
    setBusy(true)
    await onRecord(change, text.trim())
    setBusy(false)
  }
  const isReady = text.trim() !== '' && !busy
  return (
    <Dialog label={t`Anotar consentimiento: ${words.purpose(purpose)}`} onClose={onClose} width="sm">
      <div className="flex flex-col gap-3 px-5 pt-1 pb-5">
        <label className="flex flex-col gap-1 text-xs font-semibold text-text-2">
          <Trans>Qué dijo y cómo</Trans>
          <textarea
            rows={3}
            maxLength={LONGEST}
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder={t`Por teléfono: quiere recibir las ofertas`}
            className={`${inputLook} py-2 font-normal`}
          />
        </label>
        <p className="text-xs text-text-3">
          <Trans>Queda en el libro con su nombre y la hora, y nadie puede cambiarlo después.</Trans>
        </p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button look="danger" isDisabled={!isReady} onPress={() => void record('withdrawn')}>
            <Trans>Lo retiró</Trans>
          </Button>
          <Button look="primary" isDisabled={!isReady} onPress={() => void record('given')}>
            <Trans>Lo otorgó</Trans>
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
