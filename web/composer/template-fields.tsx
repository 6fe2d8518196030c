import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import type { Refusal } from '#core/refusal/refusal.ts'
import type { TemplateValues } from '#core/template/fill.ts'
import type { SlotValue } from '#core/template/template.ts'
import type { TemplateView } from '#contract/views.ts'
import { Field } from '../kit/field.tsx'
import { refusalAt, usePlaceProblem } from './place-problem.ts'
import { keyOf, type Place, placesOf } from './places.ts'
import { SlotInput } from './slots/slot-input.tsx'
import { usePlaceName } from './use-place-name.ts'

type Props = {
  readonly template: TemplateView
  readonly values: TemplateValues
  readonly refusals: readonly Refusal[]
  readonly onChange: (values: TemplateValues) => void
  /** Somebody fills in this card now. */
  readonly onCard: (card: number) => void
}

/** One input per place to fill, in reading order, card by card; Tab leads through. */
export function TemplateFields({ template, values, refusals, onChange, onCard }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const nameOf = usePlaceName(template)
  const problemOf = usePlaceProblem()
  const key = `${template.name}/${template.language}`
  const groups = placesOf(template)

  useEffect(() => {
    const inputs = [...(box.current?.querySelectorAll('input') ?? [])]
    ;(inputs.find(({ value }) => value === '') ?? inputs[0])?.focus({ preventScroll: true })
  }, [key])

  const put = (place: Place, value: string | SlotValue | undefined) => {
    const { [keyOf(place)]: _, ...others } = values
    onChange(value === undefined ? others : { ...others, [keyOf(place)]: value })
  }
  const input = (place: Place) => {
    const given = values[keyOf(place)]
    const problem = problemOf(place, refusalAt(refusals, keyOf(place)))
    if (place.kind === 'slot' && place.slot.kind !== 'text') {
      return (
        <SlotInput
          key={keyOf(place)}
          slot={place.slot}
          label={nameOf(place)}
          value={typeof given === 'string' ? undefined : given}
          problem={problem}
          onChange={(value) => put(place, value)}
        />
      )
    }
    return (
      <TextInput
        key={keyOf(place)}
        place={place}
        label={nameOf(place)}
        value={typeof given === 'string' ? given : ''}
        problem={problem}
        onChange={(value) => put(place, value)}
      />
    )
  }
  if (groups.length === 0) {
    return (
      <p className="text-sm text-text-2">
        <Trans>Esta plantilla no tiene campos: se envía tal como se ve.</Trans>
      </p>
    )
  }
  return (
    <div ref={box} className="grid min-w-0 gap-3 pb-1">
      {groups.map(({ card, places }) =>
        card === null ? (
          places.map(input)
        ) : (
          <fieldset
            key={card}
            onFocus={() => onCard(card)}
            className="grid min-w-0 gap-3 rounded-md border border-border px-3 pt-1 pb-3"
          >
            <legend className="px-1 text-xs font-semibold text-text">
              <Trans>
                Tarjeta {card + 1} de {template.cards.length}
              </Trans>
            </legend>
            {places.map(input)}
          </fieldset>
        ),
      )}
    </div>
  )
}

type TextProps = {
  readonly place: Place
  readonly label: string
  readonly value: string
  readonly problem: string | null
  readonly onChange: (value: string) => void
}

function TextInput({ place, label, value, problem, onChange }: TextProps) {
  const { t } = useLingui()
  const example = place.kind === 'field' ? place.field.example : null
  return (
    <Field
      testId="template-field"
      data-field={keyOf(place)}
      label={label}
      value={value}
      placeholder={example ? t`Por ejemplo: ${example}` : ''}
      error={problem}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
