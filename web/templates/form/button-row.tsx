import { Trans, useLingui } from '@lingui/react/macro'
import { GripVertical, Trash } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import type { Place } from '#core/template/lint/finding.ts'
import { BUTTON_TEXT_LENGTH, BUTTON_URL_LENGTH, COPY_CODE_LENGTH, PHONE_LENGTH } from '#core/template/lint/limits.ts'
import { fieldNamesIn } from '#core/template/read.ts'
import { IconButton } from '../../kit/button.tsx'
import { cx } from '../../kit/cx.ts'
import { inputLook } from '../../kit/field.tsx'
import { Tip } from '../../kit/tip.tsx'
import { MarkedText } from '../editor/marked-text.tsx'
import type { Button } from '../model/form.ts'
import { Labelled } from './labelled.tsx'
import { TextLine } from './text-line.tsx'
import { BUTTON_ICONS, useButtonNames } from './use-button-names.ts'

type Props = {
  readonly button: Button
  readonly place: Place
  readonly isDragged: boolean
  readonly onChange: (button: Button, what?: string) => void
  readonly onRemove: () => void
  readonly onMove: (step: number) => void
  readonly onDragStart: () => void
  readonly onDragOver: () => void
  readonly onDragEnd: () => void
}

const HAS_DETAILS: ReadonlySet<Button['kind']> = new Set(['URL', 'PHONE_NUMBER', 'COPY_CODE', 'FLOW', 'OTHER'])

/** One button of the template with all that its kind needs. */
export function ButtonRow(props: Props) {
  const { button, place, isDragged, onChange, onRemove, onMove } = props
  const { t } = useLingui()
  const names = useButtonNames()
  const id = useId()
  const [isHeld, setHeld] = useState(false)
  const Icon = BUTTON_ICONS[button.kind]
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step === 0) return
    event.preventDefault()
    onMove(step)
  }
  return (
    <li
      draggable={isHeld}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        props.onDragStart()
      }}
      onDragOver={(event) => {
        event.preventDefault()
        props.onDragOver()
      }}
      onDrop={(event) => event.preventDefault()}
      onDragEnd={() => {
        setHeld(false)
        props.onDragEnd()
      }}
      data-testid="template-button"
      className={cx('rounded-md border border-border bg-canvas p-1.5 pl-0.5', isDragged && 'opacity-50')}
    >
      <div className="flex items-center gap-1.5">
        <button
          type="button"
          data-handle
          aria-label={t`Mover ${button.text || names[button.kind]}: flechas arriba y abajo`}
          onPointerDown={() => setHeld(true)}
          onPointerUp={() => setHeld(false)}
          onKeyDown={onKeyDown}
          className="flex h-9.5 w-6 shrink-0 cursor-grab items-center justify-center rounded-sm text-text-3 hover:bg-hover hover:text-text"
        >
          <GripVertical size={14} aria-hidden />
        </button>
        <Tip text={names[button.kind]}>
          <span className="flex w-5 shrink-0 justify-center text-text-2">
            <Icon size={15} aria-hidden />
          </span>
        </Tip>
        {button.kind === 'COPY_CODE' ? (
          <span className="flex-1 text-sm text-text-2">{names[button.kind]}</span>
        ) : (
          <span className="min-w-0 flex-1 *:w-full">
            <MarkedText
              single
              id={id}
              place={place}
              text={button.text}
              label={`${names[button.kind]}: ${t`texto`}`}
              placeholder={names[button.kind]}
            />
          </span>
        )}
        {button.kind !== 'COPY_CODE' && (
          <span
            className={cx(
              'w-10 shrink-0 text-right text-xs tabular',
              button.text.length > BUTTON_TEXT_LENGTH ? 'font-semibold text-danger' : 'text-text-3',
            )}
          >
            {button.text.length}/{BUTTON_TEXT_LENGTH}
          </span>
        )}
        <IconButton label={t`Quitar ${button.text || names[button.kind]}`} className="size-7!" onPress={onRemove}>
          <Trash size={14} aria-hidden />
        </IconButton>
      </div>
      {HAS_DETAILS.has(button.kind) && (
        <div className="grid grid-cols-1 gap-y-2 pt-1.5 pr-9 pb-1 pl-14 max-md:pr-0 max-md:pl-8">
          <Details button={button} place={place} onChange={onChange} />
        </div>
      )}
    </li>
  )
}

function Details({ button, place, onChange }: Pick<Props, 'button' | 'place' | 'onChange'>) {
  const { t } = useLingui()
  const [sampleId, flowId] = [useId(), useId()]
  switch (button.kind) {
    case 'URL': {
      const hasField = fieldNamesIn(button.url).length > 0
      return (
        <>
          <TextLine
            place={`${place}.url`}
            text={button.url}
            label={t`Dirección`}
            max={BUTTON_URL_LENGTH}
            direction="ltr"
            placeholder="https://…/{{1}}"
          />
          {hasField && (
            <Labelled label={t`Ejemplo de la dirección completa`} htmlFor={sampleId}>
              <input
                id={sampleId}
                data-place={`${place}.url#1`}
                className={cx(inputLook, 'h-9.5')}
                value={button.sample}
                placeholder={button.url.replace(/\{\{[^{}]*\}\}/g, 'a1b2')}
                onChange={(event) => onChange({ ...button, sample: event.target.value }, `${place}.sample`)}
              />
            </Labelled>
          )}
        </>
      )
    }
    case 'PHONE_NUMBER':
      return (
        <TextLine
          place={`${place}.phone_number`}
          text={button.phone}
          label={t`Teléfono`}
          max={PHONE_LENGTH}
          direction="ltr"
          placeholder="+52 55 1234 5678"
        />
      )
    case 'COPY_CODE':
      return (
        <TextLine
          place={`${place}.example`}
          text={button.code}
          label={t`Cupón de ejemplo`}
          max={COPY_CODE_LENGTH}
          direction="ltr"
          placeholder="AHORRA10"
        />
      )
    case 'FLOW':
      return (
        <Labelled label={t`Id del formulario en Meta`} htmlFor={flowId}>
          <input
            id={flowId}
            data-place={`${place}.flow`}
            className={cx(inputLook, 'h-9.5')}
            value={button.flowId}
            inputMode="numeric"
            onChange={(event) => onChange({ ...button, flowId: event.target.value.trim() }, `${place}.flow`)}
          />
        </Labelled>
      )
    case 'OTHER':
      return (
        <p className="self-end pb-2 text-xs text-text-3">
          <Trans>Se envía a Meta tal como vino.</Trans>
        </p>
      )
    default:
      return null
  }
}
