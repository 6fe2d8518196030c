import { useLingui } from '@lingui/react/macro'
import { FOOTER_LENGTH } from '#core/message/check/limits.ts'
import { TextPart } from './text-part.tsx'

type Props = { readonly value: string | null; readonly onChange: (value: string | null) => void }

/** Small words below. */
export function FooterPart({ value, onChange }: Props) {
  const { t } = useLingui()
  return (
    <TextPart
      field="footer"
      label={t`Pie (opcional)`}
      max={FOOTER_LENGTH}
      value={value ?? ''}
      onChange={(footer) => onChange(footer === '' ? null : footer)}
    />
  )
}
