import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import type { Refusal } from '#core/refusal/refusal.ts'
import { languageOf, wordsFor } from '#core/refusal/words.ts'
import type { TemplateView } from '#contract/views.ts'
import { Field } from '../kit/field.tsx'
import { placeOf } from './field-place.ts'

type Props = {
  readonly template: TemplateView
  readonly values: Readonly<Record<string, string>>
  readonly refusals: readonly Refusal[]
  readonly onChange: (values: Readonly<Record<string, string>>) => void
}

/** One line per place to fill, in reading order; Tab leads through. */
export function TemplateFields({ template, values, refusals, onChange }: Props) {
  const { t, i18n } = useLingui()
  const box = useRef<HTMLDivElement>(null)
  const key = `${template.name}/${template.language}`

  useEffect(() => {
    const inputs = [...(box.current?.querySelectorAll('input') ?? [])]
    ;(inputs.find(({ value }) => value === '') ?? inputs[0])?.focus({ preventScroll: true })
  }, [key])

  if (template.fields.length === 0) {
    return (
      <p className="text-sm text-text-2">
        <Trans>Esta plantilla no tiene campos: se envía tal como se ve.</Trans>
      </p>
    )
  }
  return (
    <div ref={box} className="grid gap-3 pb-1">
      {template.fields.map((field) => {
        const refusal = refusals.find((known) => known.field === field.key)
        const place =
          field.part === 'header'
            ? t`Título`
            : field.part === 'button'
              ? (template.buttons[field.buttonIndex ?? 0]?.text ?? t`Botón`)
              : null
        const name = /^\d+$/.test(field.name) ? null : field.name.replaceAll('_', ' ')
        const words = [place, name, placeOf(template, field)].filter((word) => word !== null)
        return (
          <Field
            key={field.key}
            testId="template-field"
            data-field={field.key}
            label={words.join(' · ') || t`Campo ${field.name}`}
            value={values[field.key] ?? ''}
            placeholder={field.example ? t`Por ejemplo: ${field.example}` : ''}
            error={refusal ? wordsFor(refusal.code, languageOf(i18n.locale)) : null}
            onChange={(event) => onChange({ ...values, [field.key]: event.target.value })}
          />
        )
      })}
    </div>
  )
}
