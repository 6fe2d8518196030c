import { Trans } from '@lingui/react/macro'
import { inputLook } from '../kit/field.tsx'

/** WhatsApp's longest text of a message with something to tap (Cloud API, Interactive messages, 2026-05). */
export const BODY_LENGTH = 1024

type Props = {
  readonly value: string
  readonly maxLength?: number
  readonly onChange: (value: string) => void
}

/** The words of a message that something to tap hangs below. */
export const BodyField = ({ value, maxLength = BODY_LENGTH, onChange }: Props) => (
  <label className="flex flex-col gap-1 text-xs font-semibold text-text-2">
    <Trans>Mensaje</Trans>
    <textarea
      autoFocus
      rows={3}
      maxLength={maxLength}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={`${inputLook} resize-none py-2 font-normal`}
    />
  </label>
)
