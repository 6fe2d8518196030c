import { Trans, useLingui } from '@lingui/react/macro'
import { Bold, Braces, Code, Italic, Smile, Strikethrough } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { Place } from '#core/template/lint/finding.ts'
import { fieldNamesIn } from '#core/template/read.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { Menu, MenuGroup, MenuItem } from '../../kit/menu.tsx'
import { edit, useForm } from '../builder.ts'
import { fieldNames, nextField } from '../model/fields.ts'
import { withText } from '../model/places.ts'
import { Labelled } from '../form/labelled.tsx'
import { type Chosen, type Format, putField, putIn, toggleFormat } from './formatting.ts'
import { MarkedText } from './marked-text.tsx'
import { withWords } from '../../i18n/i18n.ts'
import { later } from '../../kit/later.tsx'

const EmojiPicker = later(
  withWords(() => import('../../composer/emoji-picker.tsx')),
  <div className="h-85 w-82" />,
)

type Props = {
  readonly place: Place
  readonly text: string
  readonly max: number
  readonly label: string
  readonly minLines?: number
}

/** A text with WhatsApp's formats, fields and emoji. */
export function BodyEditor({ place, text, max, label, minLines = 5 }: Props) {
  const { t } = useLingui()
  const id = useId()
  const input = useRef<HTMLTextAreaElement>(null)
  /** Where the caret was: a menu takes the focus away. */
  const put = (change: (chosen: Chosen) => Chosen) => {
    const field = input.current
    const [start, end] = [field?.selectionStart ?? text.length, field?.selectionEnd ?? text.length]
    const next = change({ text, start, end })
    edit((form) => withText(form, place, next.text))
    requestAnimationFrame(() => {
      field?.focus({ preventScroll: true })
      field?.setSelectionRange(next.start, next.end)
    })
  }
  const format = (which: Format) => put((chosen) => toggleFormat(chosen, which))
  const onKeyDown = (event: KeyboardEvent) => {
    const which = formatOf(event)
    if (which === null) return
    event.preventDefault()
    format(which)
  }
  const button = (which: Format, name: string, keys: string | undefined, icon: ReactNode) => (
    <IconButton
      label={name}
      {...(keys === undefined ? {} : { keys })}
      preventFocusOnPress
      className="size-7!"
      onPress={() => format(which)}
    >
      {icon}
    </IconButton>
  )
  return (
    <Labelled label={label} htmlFor={id} count={text.length} max={max}>
      <MarkedText
        ref={input}
        id={id}
        place={place}
        text={text}
        minLines={minLines}
        placeholder={t`Hola Lucía, su pago de…`}
        onKeyDown={onKeyDown}
      />
      <div role="toolbar" aria-label={t`Formato`} className="-mb-1 flex items-center gap-0.5 pt-1">
        {button('bold', t`Negrita`, 'mod+B', <Bold size={15} aria-hidden />)}
        {button('italic', t`Cursiva`, 'mod+I', <Italic size={15} aria-hidden />)}
        {button('strike', t`Tachado`, 'mod+shift+X', <Strikethrough size={15} aria-hidden />)}
        {button('mono', t`Letra fija`, undefined, <Code size={15} aria-hidden />)}
        <DialogTrigger>
          <IconButton label={t`Emoji`} className="size-7!">
            <Smile size={15} aria-hidden />
          </IconButton>
          <Popover placement="bottom start" className="rounded-lg border border-border bg-raised shadow-2 appear">
            <Dialog aria-label={t`Emoji`} className="outline-none">
              {({ close }) => (
                <EmojiPicker
                  onPick={(emoji) => {
                    close()
                    put((chosen) => putIn(chosen, emoji))
                  }}
                />
              )}
            </Dialog>
          </Popover>
        </DialogTrigger>
        <span aria-hidden className="mx-1 h-4 w-px bg-border" />
        <InsertField text={text} onInsert={(name) => put((chosen) => putField(chosen, name))} />
      </div>
    </Labelled>
  )
}

function InsertField({ text, onInsert }: { readonly text: string; readonly onInsert: (name: string) => void }) {
  const { t } = useLingui()
  const form = useForm()
  const known = fieldNamesIn(text)
  const next = nextField(text, form)
  const fresh = form.isNamed ? fieldNames(form.language).filter((name) => !known.includes(name)) : [next]
  return (
    <Menu
      label={t`Insertar campo`}
      placement="bottom start"
      trigger={
        <Button size="sm" look="quiet" data-testid="insert-field">
          <Braces size={14} aria-hidden />
          <Trans>Insertar campo</Trans>
        </Button>
      }
    >
      <MenuGroup title={t`Nuevo`}>
        {fresh.map((name) => (
          <MenuItem key={name} text={`{{${name}}}`} onAction={() => onInsert(name)} />
        ))}
      </MenuGroup>
      {known.length > 0 && (
        <MenuGroup title={t`Otra vez`}>
          {known.map((name) => (
            <MenuItem key={name} text={`{{${name}}}`} onAction={() => onInsert(name)} />
          ))}
        </MenuGroup>
      )}
    </Menu>
  )
}

function formatOf({ key, metaKey, ctrlKey, shiftKey, altKey }: KeyboardEvent): Format | null {
  if (!(metaKey || ctrlKey) || altKey) return null
  const letter = key.toLowerCase()
  if (shiftKey) return letter === 'x' ? 'strike' : null
  return letter === 'b' ? 'bold' : letter === 'i' ? 'italic' : null
}
