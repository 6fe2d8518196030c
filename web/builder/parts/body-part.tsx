import { useLingui } from '@lingui/react/macro'
import { BUTTONS_BODY_LENGTH } from '#core/message/check/limits.ts'
import { TextPart } from './text-part.tsx'

type Props = {
  readonly value: string
  readonly max?: number
  readonly onChange: (value: string) => void
}

/** The words of the message. */
export function BodyPart({ value, max = BUTTONS_BODY_LENGTH, onChange }: Props) {
  const { t } = useLingui()
  return <TextPart autoFocus field="body" label={t`Mensaje`} rows={3} max={max} value={value} onChange={onChange} />
}
