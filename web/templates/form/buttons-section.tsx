import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Place } from '#core/template/lint/finding.ts'
import { BUTTON_KIND_MAX, BUTTONS_MAX, LONE_BUTTONS } from '#core/template/lint/limits.ts'
import { Button } from '../../kit/button.tsx'
import { Menu, MenuItem } from '../../kit/menu.tsx'
import { type Button as TemplateButton, newButton } from '../model/form.ts'
import { moved } from '../model/moved.ts'
import { ButtonRow } from './button-row.tsx'
import { Labelled } from './labelled.tsx'
import { type AddedKind, BUTTON_ICONS, useButtonNames } from './use-button-names.ts'

const ADDED: readonly AddedKind[] = [
  'QUICK_REPLY',
  'URL',
  'PHONE_NUMBER',
  'COPY_CODE',
  'FLOW',
  'CATALOG',
  'MPM',
  'VOICE_CALL',
]
const IN_CARDS: readonly AddedKind[] = ['QUICK_REPLY', 'URL', 'PHONE_NUMBER']
const FOR_OFFERS: readonly AddedKind[] = ['COPY_CODE', 'URL']

type Props = {
  readonly buttons: readonly TemplateButton[]
  /** Before `buttons`: "" or `carousel.0.`. */
  readonly placeBefore?: Place
  readonly max?: number
  readonly within?: 'template' | 'card' | 'offer'
  readonly onChange: (buttons: readonly TemplateButton[], what?: string) => void
}

/** Buttons of all kinds; they are moved by dragging or with the arrow keys on their handle. */
export function ButtonsSection({ buttons, placeBefore = '', max = BUTTONS_MAX, within = 'template', onChange }: Props) {
  const { t } = useLingui()
  const names = useButtonNames()
  const list = useRef<HTMLUListElement>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const kinds = within === 'card' ? IN_CARDS : within === 'offer' ? FOR_OFFERS : ADDED
  const isFull = buttons.length >= max

  const move = (from: number, to: number) => {
    const next = moved(buttons, from, to)
    if (next === buttons) return
    onChange(next)
    const place = Math.max(0, Math.min(buttons.length - 1, to)) + 1
    setSaid(t`Botón en el lugar ${place} de ${buttons.length}`)
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[data-handle]')[place - 1]?.focus())
  }
  const add = (kind: AddedKind) => {
    onChange([...buttons, newButton(kind)])
    requestAnimationFrame(() =>
      list.current?.querySelectorAll<HTMLElement>(`li:last-child [data-place]`)[0]?.focus({ preventScroll: false }),
    )
  }
  return (
    <Labelled label={t`Botones`} count={buttons.length} max={max}>
      <ul ref={list} className="flex flex-col gap-2">
        {buttons.map((button, index) => (
          <ButtonRow
            key={button.key}
            button={button}
            place={`${placeBefore}buttons.${index}`}
            isDragged={dragged === index}
            onChange={(next, what) =>
              onChange(
                buttons.map((each, at) => (at === index ? next : each)),
                what,
              )
            }
            onRemove={() => onChange(buttons.filter((_, at) => at !== index))}
            onMove={(step) => move(index, index + step)}
            onDragStart={() => setDragged(index)}
            onDragOver={() => {
              if (dragged === null || dragged === index) return
              onChange(moved(buttons, dragged, index), 'drag')
              setDragged(index)
            }}
            onDragEnd={() => setDragged(null)}
          />
        ))}
      </ul>
      <span role="status" className="sr-only">
        {said}
      </span>
      <div className="flex items-center gap-2 pt-0.5">
        <Menu
          label={t`Añadir botón`}
          placement="bottom start"
          trigger={
            <Button
              size="sm"
              isDisabled={isFull}
              data-testid="add-button"
              {...{ 'data-place': `${placeBefore}buttons` }}
            >
              <Plus size={13} aria-hidden />
              <Trans>Añadir botón</Trans>
            </Button>
          }
        >
          {kinds
            .filter((kind) => isFree(kind, buttons))
            .map((kind) => {
              const Icon = BUTTON_ICONS[kind]
              return (
                <MenuItem
                  key={kind}
                  text={names[kind]}
                  icon={<Icon size={15} aria-hidden />}
                  onAction={() => add(kind)}
                />
              )
            })}
        </Menu>
        {isFull && (
          <span className="text-xs text-text-3">
            <Trans>Caben {max} botones.</Trans>
          </span>
        )}
      </div>
    </Labelled>
  )
}

/** Whether Meta takes one more of a kind beside those that are there. */
function isFree(kind: AddedKind, buttons: readonly TemplateButton[]): boolean {
  if (LONE_BUTTONS.has(kind) && buttons.length > 0) return false
  if (buttons.some((button) => LONE_BUTTONS.has(button.kind))) return false
  return buttons.filter((button) => button.kind === kind).length < (BUTTON_KIND_MAX[kind] ?? BUTTONS_MAX)
}
