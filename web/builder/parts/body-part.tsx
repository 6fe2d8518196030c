import { useLingui } from '@lingui/react/macro'
import { BUTTONS_BODY_LENGTH } from '#core/message/check/limits.ts'
import { TextPart } from './text-part.tsx'

type Props = {
  readonly value: string
  readonly max?: number
  /** Sent without words too. */
  readonly isOptional?: boolean
  readonly onChange: (value: string) => void
}

/** The words of the message. */
export function BodyPart({ value, max = BUTTONS_BODY_LENGTH, isOptional = false, onChange }: Props) {
  const { t } = useLingui()
  const label = isOptional ? t`Mensaje (opcional)` : t`Mensaje`
  return <TextPart autoFocus field="body" rows={3} {...{ label, max, value, onChange }} />
}
