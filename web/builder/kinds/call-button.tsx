import { useLingui } from '@lingui/react/macro'
import { CALL_BUTTON_MINUTES_MAX, LINK_LABEL_LENGTH } from '#core/message/check/limits.ts'
import { BodyPart } from '../parts/body-part.tsx'
import { ChoicePart } from '../parts/choice-part.tsx'
import { TextPart } from '../parts/text-part.tsx'
import type { KindProps } from './kind.ts'

const LENGTHS = [60, 1_440, 10_080, CALL_BUTTON_MINUTES_MAX] as const

export function CallButtonKind({ content, onChange }: KindProps<'call-button'>) {
  const { t } = useLingui()
  const names = [t`Una hora`, t`Un día`, t`Una semana`, t`Un mes`]
  return (
    <>
      <BodyPart value={content.body} onChange={(body) => onChange({ ...content, body })} />
      <TextPart
        field="label"
        label={t`Texto del botón (opcional)`}
        placeholder={t`Llamar`}
        max={LINK_LABEL_LENGTH}
        value={content.label ?? ''}
        onChange={(label) => onChange({ ...content, label: label === '' ? null : label })}
      />
      <ChoicePart
        label={t`Cuánto tiempo sirve`}
        value={String(content.minutes ?? '')}
        choices={[
          { value: '', name: t`Lo que decida WhatsApp` },
          ...LENGTHS.map((minutes, index) => ({ value: String(minutes), name: names[index] ?? '' })),
        ]}
        onChange={(minutes) => onChange({ ...content, minutes: minutes === '' ? null : Number(minutes) })}
      />
    </>
  )
}
