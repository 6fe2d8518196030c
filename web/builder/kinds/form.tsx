import { Trans, useLingui } from '@lingui/react/macro'
import { FORM_LABEL_LENGTH } from '#core/message/check/limits.ts'
import { BodyPart } from '../parts/body-part.tsx'
import { ChoicePart } from '../parts/choice-part.tsx'
import { FooterPart } from '../parts/footer-part.tsx'
import { HeaderPart } from '../parts/header-part.tsx'
import { Problem } from '../parts/problem.tsx'
import { TextPart } from '../parts/text-part.tsx'
import { useChecked } from '../use-built.ts'
import { useForms } from '../use-forms.ts'
import type { KindProps } from './kind.ts'

export function FormKind({ content, onChange }: KindProps<'form'>) {
  const { t } = useLingui()
  const { conversation, leave } = useChecked()
  const { forms, state } = useForms(conversation.lineId)
  const id = 'id' in content.form ? content.form.id : ''
  const { start } = content
  const choose = (next: string) => {
    const form = forms.find((each) => each.id === next)
    leave('form')
    onChange({
      ...content,
      form: { id: next },
      draft: form?.state === 'draft',
      start: form?.asksServer ? { kind: 'server' } : { kind: 'first' },
    })
  }
  return (
    <>
      <BodyPart value={content.body} onChange={(body) => onChange({ ...content, body })} />
      {state === 'failed' ? (
        <TextPart
          field="form"
          label={t`Id del formulario en Meta`}
          hint={t`Meta no dice ahora qué formularios hay.`}
          value={id}
          onChange={(text) => onChange({ ...content, form: { id: text.trim() } })}
        />
      ) : (
        <div className="flex flex-col gap-1">
          <ChoicePart
            label={t`Formulario`}
            value={id}
            isDisabled={state === 'loading'}
            choices={[
              { value: '', name: state === 'loading' ? t`Preguntando a Meta…` : t`Elija un formulario` },
              ...forms.map((form) => ({
                value: form.id,
                name: form.state === 'draft' ? t`${form.name} (borrador, solo para probar)` : form.name,
              })),
            ]}
            onChange={choose}
          />
          {state === 'ready' && forms.length === 0 ? (
            <p className="text-xs text-text-2">
              <Trans>Este número no tiene formularios. Se crean en el Administrador de WhatsApp de Meta.</Trans>
            </p>
          ) : (
            <Problem field="form" />
          )}
        </div>
      )}
      <TextPart
        field="label"
        label={t`Texto del botón`}
        placeholder={t`Llenar el formulario`}
        max={FORM_LABEL_LENGTH}
        value={content.label}
        onChange={(label) => onChange({ ...content, label })}
      />
      {start.kind !== 'server' && (
        <TextPart
          field="start.screen"
          label={t`Primera pantalla (opcional)`}
          hint={t`Su id; sin él empieza donde el formulario dice.`}
          value={start.kind === 'screen' ? start.screen : ''}
          onChange={(text) =>
            onChange({
              ...content,
              start: text.trim() === '' ? { kind: 'first' } : { kind: 'screen', screen: text.trim(), data: null },
            })
          }
        />
      )}
      <HeaderPart value={content.header} onChange={(header) => onChange({ ...content, header })} />
      <FooterPart value={content.footer} onChange={(footer) => onChange({ ...content, footer })} />
    </>
  )
}
