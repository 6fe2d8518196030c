import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Content } from '#core/message/content.ts'
import type { OutgoingContent } from '#contract/content.ts'
import { Button, IconButton } from '../kit/button.tsx'
import { Field, inputLook } from '../kit/field.tsx'
import { send } from '../outbox/send.ts'
import { BODY_LENGTH, BodyField } from './body-field.tsx'
import type { FormProps } from './form-props.ts'
import { FormShell } from './form-shell.tsx'

type ChoiceContent = Extract<OutgoingContent, { kind: 'buttons' | 'list' }> &
  Extract<Content, { kind: 'buttons' | 'list' }>
type Row = { readonly title: string; readonly description: string }
const MOST_BUTTONS = 3
const MOST_ROWS = 10
const LIST_BODY_LENGTH = 4096
const BUTTON_LENGTH = 20
const ROW_LENGTH = 24

/** Up to three choices go as buttons, more as a list: WhatsApp's own line between the two. */
export default function ChoiceBuilder({ id, replyTo, onClose }: FormProps) {
  const { t } = useLingui()
  const [body, setBody] = useState('')
  const [footer, setFooter] = useState('')
  const [opener, setOpener] = useState(t`Ver opciones`)
  const [rows, setRows] = useState<readonly Row[]>([
    { title: '', description: '' },
    { title: '', description: '' },
  ])
  const given = rows.filter(({ title }) => title.trim() !== '')
  const asList = rows.length > MOST_BUTTONS
  const titleLength = asList ? ROW_LENGTH : BUTTON_LENGTH
  const titles = given.map(({ title }) => title.trim().toLowerCase())
  const repeated = new Set(titles).size < titles.length
  const ready =
    body.trim() !== '' &&
    given.length > 0 &&
    !repeated &&
    given.every(({ title }) => title.trim().length <= titleLength)

  const submit = () => {
    const shared = { header: null, body: body.trim(), footer: footer.trim() || null }
    const content: ChoiceContent = asList
      ? {
          kind: 'list',
          ...shared,
          button: opener.trim() || t`Ver opciones`,
          sections: [
            {
              title: null,
              rows: given.map(({ title, description }, index) => ({
                id: `opcion-${index + 1}`,
                title: title.trim(),
                description: description.trim() || null,
              })),
            },
          ],
        }
      : {
          kind: 'buttons',
          ...shared,
          buttons: given.map(({ title }, index) => ({ id: `boton-${index + 1}`, title: title.trim() })),
        }
    send({ conversationId: id, asked: content, shown: content, replyTo })
  }
  const change = (index: number, part: Partial<Row>) =>
    setRows(rows.map((row, at) => (at === index ? { ...row, ...part } : row)))

  return (
    <FormShell title={t`Botones o lista de opciones`} ready={ready} onSend={submit} onClose={onClose}>
      <BodyField value={body} maxLength={asList ? LIST_BODY_LENGTH : BODY_LENGTH} onChange={setBody} />
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1.5 text-xs font-semibold text-text-2">
          {asList ? <Trans>Opciones de la lista</Trans> : <Trans>Botones</Trans>}
        </legend>
        {rows.map((row, index) => (
          <div key={index} className="flex items-center gap-1.5">
            <input
              value={row.title}
              maxLength={titleLength}
              aria-label={t`Opción ${index + 1}`}
              placeholder={t`Opción ${index + 1}`}
              onChange={(event) => change(index, { title: event.target.value })}
              className={`${inputLook} h-9 min-w-0 flex-1`}
            />
            {asList && (
              <input
                value={row.description}
                maxLength={72}
                aria-label={t`Descripción de la opción ${index + 1}`}
                placeholder={t`Descripción (opcional)`}
                onChange={(event) => change(index, { description: event.target.value })}
                className={`${inputLook} h-9 min-w-0 flex-1`}
              />
            )}
            <IconButton
              label={t`Quitar opción ${index + 1}`}
              isDisabled={rows.length === 1}
              onPress={() => setRows(rows.filter((_, at) => at !== index))}
            >
              <Trash2 size={15} aria-hidden />
            </IconButton>
          </div>
        ))}
        {rows.length < MOST_ROWS && (
          <Button
            look="quiet"
            size="sm"
            className="self-start"
            onPress={() => setRows([...rows, { title: '', description: '' }])}
          >
            <Plus size={14} aria-hidden />
            {rows.length === MOST_BUTTONS ? (
              <Trans>Otra opción (pasa a ser una lista)</Trans>
            ) : (
              <Trans>Otra opción</Trans>
            )}
          </Button>
        )}
        {repeated && (
          <p role="alert" className="text-xs font-medium text-danger">
            <Trans>Dos opciones no pueden llamarse igual.</Trans>
          </p>
        )}
      </fieldset>
      {asList && (
        <Field
          label={t`Botón que abre la lista`}
          value={opener}
          maxLength={20}
          onChange={(event) => setOpener(event.target.value)}
        />
      )}
      <Field
        label={t`Pie (opcional)`}
        value={footer}
        maxLength={60}
        onChange={(event) => setFooter(event.target.value)}
      />
    </FormShell>
  )
}
